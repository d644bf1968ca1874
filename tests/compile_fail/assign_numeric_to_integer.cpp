// SPDX-License-Identifier: BSL-1.0
// expect: virga: an expression of this SQL type cannot be stored
// PostgreSQL would round it silently.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age = tags.weight;
#else
  return tags.weight = users.age;
#endif
}
