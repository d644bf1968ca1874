// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// == compares, = assigns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name == "x").all_rows().text();
#else
  return update(users).set(users.name = "x").all_rows().text();
#endif
}
