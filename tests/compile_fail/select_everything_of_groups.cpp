// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// A group has no row of its own.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select().from(users).group_by(users.name).text();
#else
  return select().from(users).group_by(users.id).text();
#endif
}
