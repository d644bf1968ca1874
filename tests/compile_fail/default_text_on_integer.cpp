// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_value..: text does not fit
// A default fits its column.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::integer("size").default_value("5")> size{};
#else
  col<Mode, pg::integer("size").default_value(5)> size{};
#endif
};
inline constexpr virga::table<notes_table> notes;
