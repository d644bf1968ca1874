// SPDX-License-Identifier: BSL-1.0
// expect: virga: primary_key.. and unique.. take
// A key is made of columns.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::integer("size")> size{};

  static constexpr auto extras(auto t) {
#ifdef COMPILE_FAIL
    return pg::extras(pg::unique(t.size + 1));
#else
    return pg::extras(pg::unique(t.size));
#endif
  }
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
