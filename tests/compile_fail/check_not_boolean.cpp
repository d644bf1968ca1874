// SPDX-License-Identifier: BSL-1.0
// expect: virga: check.name, condition. takes a boolean
// A check is a condition.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::integer("size")> size{};

  static constexpr auto extras(auto t) {
#ifdef COMPILE_FAIL
    return pg::extras(pg::check("notes_size_ok", t.size));
#else
    return pg::extras(pg::check("notes_size_ok", t.size > 0));
#endif
  }
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
