// SPDX-License-Identifier: BSL-1.0
// expect: virga: nothing equals null in SQL. use is_null
// The null of C++ is no better.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return eq(users.age, std::nullopt);
#else
  return eq(users.age, 18);
#endif
}
