// SPDX-License-Identifier: BSL-1.0
// expect: virga: having.. needs group_by.. or an aggregate
// Without groups, conditions are on rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).having(users.name == "Ann").text();
#else
  return select(users.name).from(users).where(users.name == "Ann").text();
#endif
}
