// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_value.. takes a bool, a whole number or a string literal
// Other defaults are written as SQL.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::double_precision("ratio").default_value(0.5)> ratio{};
#else
  col<Mode, pg::double_precision("ratio").default_sql("0.5")> ratio{};
#endif
};
inline constexpr virga::table<notes_table> notes;
