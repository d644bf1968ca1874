// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_values.. leaves out a column that is not null and has no default
// expect-name: users.email
// email and name have none.
#include "tables.hpp"

template <class Mode>
struct counters_table {
  static constexpr auto table = pg::table("counters");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::integer("n").not_null().default_value(0)> n{};
};
inline constexpr virga::table<counters_table> counters;

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).default_values().text();
#else
  return insert_into(counters).default_values().text();
#endif
}
