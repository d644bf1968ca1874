// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate with distinct.. is ordered by its own argument alone
// The same said the other way round.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(string_agg(users.name, ", ").order_by(users.age).distinct()).from(users).text();
#else
  return select(string_agg(users.name, ", ").order_by(users.age)).from(users).text();
#endif
}
