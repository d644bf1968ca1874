// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// An update keeps no row out.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = excluded(users).name).all_rows().text();
#else
  return update(users).set(users.name = users.email).all_rows().text();
#endif
}
