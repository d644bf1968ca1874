// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// expect-name: users
// expect-composed: the same name: users, give one an alias: users\.as\("other"_name\)
// A table joined with itself needs an alias.
#include "tables.hpp"

[[maybe_unused]] constexpr auto other = users.as("other"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).inner_join(users, users.id == users.id).text();
#else
  return select(users.id).from(users).inner_join(other, other.id == users.id).text();
#endif
}
