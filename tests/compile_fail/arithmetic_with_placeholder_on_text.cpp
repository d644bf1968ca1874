// SPDX-License-Identifier: BSL-1.0
// expect: virga: . - . / % calculate with numbers
// A placeholder has the type of its neighbour, and that is a text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name + placeholder("more"_name)).from(users).text();
#else
  return select(users.age + placeholder("more"_name)).from(users).text();
#endif
}
