// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// The table whose rows go is there already.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).using_(users).all_rows().text();
#else
  return delete_from(users).using_(users.as("other"_name)).all_rows().text();
#endif
}
