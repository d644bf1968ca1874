// SPDX-License-Identifier: BSL-1.0
// expect: virga: delete_from.. takes a table
// One mistake, one message.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from("users").where(users.age > 5).text();
#else
  return delete_from(users).where(users.age > 5).text();
#endif
}
