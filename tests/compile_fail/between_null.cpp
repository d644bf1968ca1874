// SPDX-License-Identifier: BSL-1.0
// expect: virga: nothing equals null in SQL
// A range has no open end.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return between(users.age, 18, null);
#else
  return users.age >= 18;
#endif
}
