// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// The table that changes is there already.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = "Ann").from(users).all_rows().text();
#else
  return update(users).set(users.name = "Ann").from(users.as("other"_name)).all_rows().text();
#endif
}
