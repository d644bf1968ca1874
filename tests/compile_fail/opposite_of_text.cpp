// SPDX-License-Identifier: BSL-1.0
// expect: virga: -x is the opposite of a number
// Text has no sign.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(-users.name).from(users).text();
#else
  return select(-users.age).from(users).text();
#endif
}
