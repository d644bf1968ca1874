// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_value..: a value of this C.. type does not fit
// A default fits its column.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::text("title").default_value(5)> title{};
#else
  col<Mode, pg::text("title").default_value("5")> title{};
#endif
};
inline constexpr virga::table<notes_table> notes;
