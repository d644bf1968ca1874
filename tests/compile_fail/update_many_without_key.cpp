// SPDX-License-Identifier: BSL-1.0
// expect: virga: rows are found by their primary key, and this table declares none
// Nothing says which row is meant.
#include "tables.hpp"

template <class Mode>
struct logs_table {
  static constexpr auto table = pg::table("logs");
  col<Mode, pg::text("line").not_null()> line{};
};
inline constexpr virga::table<logs_table> logs;

auto program(fake_database& db) {
#ifdef COMPILE_FAIL
  return update_many(logs, std::vector<infer_select<logs>>(1)).set(logs.line).run(db);
#else
  return update_many(users, std::vector<User>(1)).set(users.name).run(db);
#endif
}
