// SPDX-License-Identifier: BSL-1.0
// expect: virga: keyset.. takes one or more columns or expressions
// An order is of what the rows hold.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(keyset(1)).text();
#else
  return select(users.id).from(users).order_by(keyset(users.id)).text();
#endif
}
