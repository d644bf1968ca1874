// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// Some rows, or all of them.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).where(users.age > 5).all_rows().text();
#else
  return delete_from(users).where(users.age > 5).text();
#endif
}
