// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL takes with_ties\(\) and skip_locked\(\) not together
// The server refuses the two together.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).order_by(users.age).fetch_first(3).with_ties().lock(for_update().skip_locked()).text();
#else
  return select(users.name).from(users).order_by(users.age).fetch_first(3).with_ties().lock(for_update().nowait()).text();
#endif
}
