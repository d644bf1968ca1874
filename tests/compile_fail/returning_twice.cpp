// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// What comes back is said in one call.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).all_rows().returning(users.id).returning(users.name).text();
#else
  return delete_from(users).all_rows().returning(users.id, users.name).text();
#endif
}
