// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// Groups are made after WHERE.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(percentile_cont(0.5).within_group(users.age) > 5.0).text();
#else
  return select(users.name)
      .from(users)
      .group_by(users.name)
      .having(percentile_cont(0.5).within_group(users.age) > 5.0)
      .text();
#endif
}
