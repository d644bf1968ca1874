// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// What the optional holds is compared.
#include "tables.hpp"

auto program(std::optional<int> wanted) {
#ifdef COMPILE_FAIL
  return is_distinct_from(users.name, wanted);
#else
  return is_distinct_from(users.age, wanted);
#endif
}
