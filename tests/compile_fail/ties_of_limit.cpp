// SPDX-License-Identifier: BSL-1.0
// expect: virga: with_ties\(\) stands directly after fetch_first
// LIMIT has no ties.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).order_by(users.age).limit(3).with_ties().text();
#else
  return select(users.name).from(users).order_by(users.age).fetch_first(3).with_ties().text();
#endif
}
