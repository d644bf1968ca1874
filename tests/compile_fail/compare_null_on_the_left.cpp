// SPDX-License-Identifier: BSL-1.0
// expect: virga: nothing equals null in SQL. use is_null
// Null is tested, not compared, on the left as well.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return null != users.age;
#else
  return is_not_null(users.age);
#endif
}
