// SPDX-License-Identifier: BSL-1.0
// expect: virga: every column of this table has a default
// Rows that give nothing cannot be copied.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

template <class Mode>
struct marks_table {
  static constexpr auto table = pg::table("marks");
  col<Mode, pg::integer("value").not_null().default_value(1)> value{};
};
inline constexpr virga::table<marks_table> marks;

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(marks).from(std::vector<infer_insert<marks>>{}).run(db);
#else
  return copy_into(marks).columns(marks.value).from(std::vector<infer_insert<marks>>{}).run(db);
#endif
}
