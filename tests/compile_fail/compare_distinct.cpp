// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// is_distinct_from() is a comparison too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return is_distinct_from(users.name, 5);
#else
  return is_distinct_from(users.name, "Ann");
#endif
}
