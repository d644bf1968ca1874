// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// The columns are those of a table before.
#include "tables.hpp"

template <class Mode>
struct marks_table {
  static constexpr auto table = pg::table("marks");
  col<Mode, pg::bigint("id").primary_key()> id{};
  col<Mode, pg::integer("mark").not_null()> mark{};
};
inline constexpr virga::table<marks_table> marks;
constexpr auto m = marks.as("m"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(marks.mark).from(marks).inner_join(m, using_(posts.id)).text();
#else
  return select(marks.mark).from(marks).inner_join(m, using_(marks.id)).text();
#endif
}
