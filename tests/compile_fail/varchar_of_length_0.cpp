// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column.s length is out of range
// A length is at least one.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::varchar("title", 0)> title{};
#else
  col<Mode, pg::varchar("title", 1)> title{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
