// SPDX-License-Identifier: BSL-1.0
// expect: virga: this ordering<tables…> reads a table that it does not name
// It is over the tables it names.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  ordering<users> order;
  order += desc(posts.id);
  return order.empty();
#else
  ordering<users> order;
  order += desc(users.id);
  return order.empty();
#endif
}
