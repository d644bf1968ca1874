// SPDX-License-Identifier: BSL-1.0
// expect: virga: this update has no set
// An update changes something.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).where(users.age < 5).text();
#else
  return update(users).set(users.age = 5).where(users.age < 5).text();
#endif
}
