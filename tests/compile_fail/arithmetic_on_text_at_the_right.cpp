// SPDX-License-Identifier: BSL-1.0
// expect: virga: . - . / % calculate with numbers
// Both sides of + are numbers.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age + users.name;
#else
  return users.age + users.age;
#endif
}
