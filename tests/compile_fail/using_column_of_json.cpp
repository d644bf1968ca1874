// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// A join by a column compares it.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::json("extra")> extra{};
  col<Mode, pg::text("tag")> tag{};
};
inline constexpr virga::table<notes_table> notes;
inline constexpr auto others = notes.as("others"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(notes.tag).from(notes).inner_join(others, using_(notes.extra)).text();
#else
  return select(notes.tag).from(notes).inner_join(others, using_(notes.tag)).text();
#endif
}
