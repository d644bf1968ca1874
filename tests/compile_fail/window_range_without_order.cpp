// SPDX-License-Identifier: BSL-1.0
// expect: virga: range_between.. with preceding.n. or following.n. counts in values of the key
// Nor has nothing.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over("w"_name))
      .from(users)
      .window("w"_name, partition_by(users.age).range_between(preceding(1), current_row));
#else
  return select(count().over("w"_name))
      .from(users)
      .window("w"_name, partition_by(users.age).range_between(unbounded_preceding, current_row));
#endif
}
