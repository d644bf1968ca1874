// SPDX-License-Identifier: BSL-1.0
// expect: virga: a table needs a name
// A table has a name.
#include "tables.hpp"

template <class Mode>
struct notes_table {
#ifdef COMPILE_FAIL
  static constexpr auto table = pg::table("");
#else
  static constexpr auto table = pg::table("notes");
#endif
  col<Mode, pg::text("title")> title{};
};
inline constexpr virga::table<notes_table> notes;

auto program() { return select().from(notes).text(); }
