// SPDX-License-Identifier: BSL-1.0
// expect: virga: a table has one primary key
// A table has one primary key.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::integer("a").primary_key()> a{};
  col<Mode, pg::integer("b").primary_key()> b{};
#else
  col<Mode, pg::integer("a").primary_key()> a{};
  col<Mode, pg::integer("b").unique()> b{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
