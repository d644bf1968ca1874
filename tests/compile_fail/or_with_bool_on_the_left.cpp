// SPDX-License-Identifier: BSL-1.0
// expect: virga: && and .. join two boolean expressions
// A condition of the program is no condition of the database.
#include "tables.hpp"

auto program([[maybe_unused]] bool flag) {
#ifdef COMPILE_FAIL
  return flag || users.age > 18;
#else
  return posts.published || users.age > 18;
#endif
}
