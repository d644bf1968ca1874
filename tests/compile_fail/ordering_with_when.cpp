// SPDX-License-Identifier: BSL-1.0
// expect: virga: a key that is there or not is added under an `if`
// A key is added where it is wanted.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  ordering<users> order;
  order += when(true, desc(users.id));
  return order.empty();
#else
  ordering<users> order;
  if (true) order += desc(users.id);
  return order.empty();
#endif
}
