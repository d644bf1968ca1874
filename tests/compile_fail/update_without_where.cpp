// SPDX-License-Identifier: BSL-1.0
// expect: virga: this update has no where
// An update of every row is said, not forgotten.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = 5).text();
#else
  return update(users).set(users.age = 5).all_rows().text();
#endif
}
