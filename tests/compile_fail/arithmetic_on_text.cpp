// SPDX-License-Identifier: BSL-1.0
// expect: virga: . - . / % calculate with numbers
// Numbers are added, text is not.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.name + 1;
#else
  return users.age + 1;
#endif
}
