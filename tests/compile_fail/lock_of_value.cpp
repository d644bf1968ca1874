// SPDX-License-Identifier: BSL-1.0
// expect: virga: of.. takes tables of the query
// A column is no table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).lock(for_update().of(users.id)).text();
#else
  return select(users.id).from(users).lock(for_update().of(users)).text();
#endif
}
