// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// expect-name: notes.tags is text
// One text is no list of texts; any_of() looks into one.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::text("tags").array().not_null()> tags{};
};
inline constexpr virga::table<notes_table> notes;

auto program() {
#ifdef COMPILE_FAIL
  return select(notes.title).from(notes).where(notes.title == notes.tags).text();
#else
  return select(notes.title).from(notes).where(notes.title == any_of(notes.tags)).text();
#endif
}
