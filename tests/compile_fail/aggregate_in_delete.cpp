// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// Which rows are deleted is not decided by their number.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).where(max(users.age) > 5).text();
#else
  return delete_from(users).where(users.age > 5).text();
#endif
}
