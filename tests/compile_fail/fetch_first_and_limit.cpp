// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// They are two words for one clause.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).order_by(users.age).fetch_first(3).limit(3).text();
#else
  return select(users.name).from(users).order_by(users.age).fetch_first(3).offset(3).text();
#endif
}
