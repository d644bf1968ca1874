// SPDX-License-Identifier: BSL-1.0
// expect: virga: of.. takes tables of the query
// Without tables there is no of().
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).lock(for_update().of()).text();
#else
  return select(users.id).from(users).lock(for_update()).text();
#endif
}
