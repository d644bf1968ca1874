// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// expect-composed: one stands in where\(…\), a condition on groups goes into having\(\)
// Conditions on rows come before groups are made.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(count() > 1).text();
#else
  return select(users.name).from(users).group_by(users.name).having(count() > 1).text();
#endif
}
