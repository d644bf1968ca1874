// SPDX-License-Identifier: BSL-1.0
// expect: virga: range_between.. with preceding.n. or following.n. counts in values of the key
// Texts have no distance.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(order_by(users.name).range_between(current_row, following(1)))).from(users);
#else
  return select(count().over(order_by(users.age).range_between(current_row, following(1)))).from(users);
#endif
}
