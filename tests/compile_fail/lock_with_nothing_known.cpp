// SPDX-License-Identifier: BSL-1.0
// expect: virga: lock.. takes for_update
// A table is no lock.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).lock(users).text();
#else
  return select(users.id).from(users).lock(for_update()).text();
#endif
}
