// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// PostgreSQL lets the primary key alone decide the other columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.email, users.name).from(users).group_by(users.email).text();
#else
  return select(users.email, users.name).from(users).group_by(users.id).text();
#endif
}
