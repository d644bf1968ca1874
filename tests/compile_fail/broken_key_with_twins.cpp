// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL gives two constraints of this table one name
// A column a_b, and a key of a and b.
#include "tables.hpp"

template <class Mode>
struct twins_table {
  static constexpr auto table = pg::table("twins");
  col<Mode, pg::integer("a")> a{};
  col<Mode, pg::integer("b")> b{};
  col<Mode, pg::integer("a_b").unique()> a_b{};

  static constexpr auto extras(auto t) { return pg::extras(pg::unique(t.a, t.b)); }
};
inline constexpr virga::table<twins_table> twins;

template <class Mode>
struct apart_table {
  static constexpr auto table = pg::table("apart");
  col<Mode, pg::integer("a")> a{};
  col<Mode, pg::integer("b")> b{};
  col<Mode, pg::integer("a_b").unique()> a_b{};

  static constexpr auto extras(auto t) { return pg::extras(pg::unique_index("apart_both").on(t.a, t.b)); }
};
inline constexpr virga::table<apart_table> apart;

bool program(const unique_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(twins.a_b);
#else
  return error.is(apart.a_b);
#endif
}
