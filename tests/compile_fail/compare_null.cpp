// SPDX-License-Identifier: BSL-1.0
// expect: virga: nothing equals null in SQL. use is_null
// Null is tested, not compared.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age == null;
#else
  return is_null(users.age);
#endif
}
