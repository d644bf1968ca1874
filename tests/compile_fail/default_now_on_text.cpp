// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_now.. is for columns that hold a date or a time
// The time is for dates and times.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::text("at").default_now()> at{};
#else
  col<Mode, pg::timestamptz("at").default_now()> at{};
#endif
};
inline constexpr virga::table<notes_table> notes;
