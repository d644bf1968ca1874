// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in
// What comes back comes back row by row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).all_rows().returning(count()).text();
#else
  return delete_from(users).all_rows().returning(users.id).text();
#endif
}
