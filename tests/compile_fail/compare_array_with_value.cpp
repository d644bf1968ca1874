// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared with this column's SQL type
// expect-name: notes.tags is text
// A list is compared with a list.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::text("tags").array().not_null()> tags{};
};
inline constexpr virga::table<notes_table> notes;

auto program(std::string given) {
#ifdef COMPILE_FAIL
  return to_sql(select(notes.tags).from(notes).where(notes.tags == given));
#else
  return to_sql(select(notes.tags).from(notes).where(notes.tags == std::vector<std::string>{given}));
#endif
}
