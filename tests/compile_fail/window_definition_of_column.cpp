// SPDX-License-Identifier: BSL-1.0
// expect: virga: window.name, … takes partition_by|virga: window.name, …. takes partition_by
// A column is no window.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over("w"_name)).from(users).window("w"_name, users.age).text();
#else
  return select(count().over("w"_name)).from(users).window("w"_name, partition_by(users.age)).text();
#endif
}
