// SPDX-License-Identifier: BSL-1.0
// expect: virga: two columns of this table have the same name
// A column has a name of its own.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::text("title")> title{};
  col<Mode, pg::text("title")> subtitle{};
#else
  col<Mode, pg::text("title")> title{};
  col<Mode, pg::text("subtitle")> subtitle{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
