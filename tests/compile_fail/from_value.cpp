// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table
// One mistake, one message.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from("users").where(users.age > 5).text();
#else
  return select(users.id).from(users).where(users.age > 5).text();
#endif
}
