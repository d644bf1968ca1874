// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column.s length is out of range
// A number has digits.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::numeric("price", 0, 2)> price{};
#else
  col<Mode, pg::numeric("price", 8, 2)> price{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
