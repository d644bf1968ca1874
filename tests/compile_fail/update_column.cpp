// SPDX-License-Identifier: BSL-1.0
// expect: virga: update.. takes a table
// What is updated is a table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users.name);
#else
  return update(users);
#endif
}
