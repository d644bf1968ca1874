// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(row\(…\), …\): each row has as many values as the others
// Rows of one list are alike.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.age).from(users), virga::values(row(1), row(1, 2)));
#else
  return union_(select(users.age).from(users), virga::values(row(1), row(2)));
#endif
}
