// SPDX-License-Identifier: BSL-1.0
// expect: virga: delete_from.. takes a table
// What is deleted from is a table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from("users");
#else
  return delete_from(users);
#endif
}
