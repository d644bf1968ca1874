// SPDX-License-Identifier: BSL-1.0
// expect: virga: && and .. join two boolean expressions
// A condition of the program is no condition of the database.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return users.age > 18 && flag;
#else
  return users.age > 18 && when(flag, users.name == "Ann");
#endif
}
