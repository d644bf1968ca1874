// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column needs a name
// A column has a name.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::text("")> title{};
#else
  col<Mode, pg::text("title")> title{};
#endif
};
inline constexpr virga::table<notes_table> notes;
