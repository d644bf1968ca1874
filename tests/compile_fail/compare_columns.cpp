// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// expect-name: users.age is integer
// expect-composed: cannot be compared: users\.name is text, users\.age is integer, compare
// Two columns are compared only where their SQL types are of one kind.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.name == users.age;
#else
  return users.name == users.email;
#endif
}
