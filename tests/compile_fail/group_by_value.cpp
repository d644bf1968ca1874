// SPDX-License-Identifier: BSL-1.0
// expect: virga: group_by.. takes one or more columns
// PostgreSQL would take 1 for the first column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).group_by(1).text();
#else
  return select(users.name).from(users).group_by(users.name).text();
#endif
}
