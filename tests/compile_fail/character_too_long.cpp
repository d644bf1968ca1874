// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column.s length is out of range
// PostgreSQL has a greatest length.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::character("code", 10485761)> code{};
#else
  col<Mode, pg::character("code", 10485760)> code{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
