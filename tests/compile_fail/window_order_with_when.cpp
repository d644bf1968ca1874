// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, key. belongs to the order of the whole query
// The order of a window is known when the program is compiled.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number().over(order_by(when(true, desc(users.name))))).from(users).text();
#else
  return select(row_number().over(order_by(desc(users.name)))).from(users).text();
#endif
}
