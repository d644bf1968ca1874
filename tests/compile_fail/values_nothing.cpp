// SPDX-License-Identifier: BSL-1.0
// expect: virga: values.. needs a row
// An insert inserts something.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
