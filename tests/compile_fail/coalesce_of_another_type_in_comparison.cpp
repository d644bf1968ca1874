// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values to choose from are of different SQL types
// What is compared with the refused choice says nothing more.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(coalesce(users.age, "none") > 17).text();
#else
  return select(users.id).from(users).where(coalesce(users.age, 0) > 17).text();
#endif
}
