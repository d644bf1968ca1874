// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// The condition of a delete is true or false.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).where(users.name).text();
#else
  return delete_from(users).where(users.name == "").text();
#endif
}
