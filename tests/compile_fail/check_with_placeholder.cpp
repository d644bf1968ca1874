// SPDX-License-Identifier: BSL-1.0
// expect: virga: checks and indexes of a table have their values
// A table has no parameters.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::integer("stars").not_null()> stars{};

  static constexpr auto extras(auto t) {
#ifdef COMPILE_FAIL
    return pg::extras(pg::check("stars_ok", t.stars < placeholder("most"_name)));
#else
    return pg::extras(pg::check("stars_ok", t.stars < 6));
#endif
  }
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
