// SPDX-License-Identifier: BSL-1.0
// expect: virga: two windows of this query have the same name
// A name means one window.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over("w"_name)).from(users).window("w"_name, partition_by(users.age)).window("w"_name, order_by(users.age)).text();
#else
  return select(count().over("w"_name)).from(users).window("w"_name, partition_by(users.age)).window("v"_name, order_by(users.age)).text();
#endif
}
