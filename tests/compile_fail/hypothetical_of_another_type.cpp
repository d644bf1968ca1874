// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values of a row that is not there have the SQL types of its keys
// A text does not stand among numbers.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(rank("a").within_group(users.age)).from(users).text();
#else
  return select(rank(5).within_group(users.age)).from(users).text();
#endif
}
