// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// What is compared with the refused call says nothing more.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(lower(users.age) == "ann").text();
#else
  return select(users.id).from(users).where(lower(users.name) == "ann").text();
#endif
}
