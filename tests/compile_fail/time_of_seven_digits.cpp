// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column's length is out of range: .*times 0 to 6 digits of a second
#include "tables.hpp"

template <class Mode>
struct events_table {
  static constexpr auto table = pg::table("events");
#ifdef COMPILE_FAIL
  col<Mode, pg::timestamptz("at", 7)> at{};
#else
  col<Mode, pg::timestamptz("at", 6)> at{};
#endif
};
inline constexpr virga::table<events_table> events;

auto program() { return create_statements(events); }
