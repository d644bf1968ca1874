// SPDX-License-Identifier: BSL-1.0
// expect: virga: over..name._name. names a window that this query does not define
// The query has a window() of that name.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over("w"_name)).from(users).text();
#else
  return select(count().over("w"_name)).from(users).window("w"_name, partition_by(users.age)).text();
#endif
}
