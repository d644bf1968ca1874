// SPDX-License-Identifier: BSL-1.0
// expect: virga: a key of a table is made of its own columns
// What a table declares is about its own columns.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::integer("size")> size{};

  static constexpr auto extras([[maybe_unused]] auto t) {
#ifdef COMPILE_FAIL
    return pg::extras(pg::unique(users.age));
#else
    return pg::extras(pg::unique(t.size));
#endif
  }
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
