// SPDX-License-Identifier: BSL-1.0
// expect: virga: an index has one or more columns
// An index has columns and expressions.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::integer("size")> size{};

  static constexpr auto extras(auto t) {
#ifdef COMPILE_FAIL
    return pg::extras(pg::index("notes_size_idx").on(t.size, 5));
#else
    return pg::extras(pg::index("notes_size_idx").on(t.size, desc(t.size + 5)));
#endif
  }
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
