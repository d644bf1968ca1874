// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in
// A row is not changed to what many rows sum up to.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = max(users.age)).where(users.age > 5).text();
#else
  return update(users).set(users.age = users.age + 1).where(users.age > 5).text();
#endif
}
