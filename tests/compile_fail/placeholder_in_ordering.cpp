// SPDX-License-Identifier: BSL-1.0
// expect: virga: an ordering<tables…> has its values
// An order of an erased type has its values.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  ordering<users> order;
  order += asc(users.age + placeholder("more"_name));
  return order.empty();
#else
  ordering<users> order;
  order += asc(users.age + 5);
  return order.empty();
#endif
}
