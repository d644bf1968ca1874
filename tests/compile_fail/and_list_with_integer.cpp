// SPDX-License-Identifier: BSL-1.0
// expect: virga: && and .. join two boolean expressions
// Lists of conditions check like the operators.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return and_(users.age > 18, users.age);
#else
  return and_(users.age > 18, users.age < 60);
#endif
}
