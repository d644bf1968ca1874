// SPDX-License-Identifier: BSL-1.0
// expect: virga: excluded\(…\) is the row that an insert could not add
// expect-name: excluded.name
// expect-composed: to its table: excluded\.name is read in set\(…\), only do_update
// An update keeps no row out.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = excluded(users).name).all_rows().text();
#else
  return update(users).set(users.name = users.email).all_rows().text();
#endif
}
