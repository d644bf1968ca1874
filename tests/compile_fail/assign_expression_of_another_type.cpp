// SPDX-License-Identifier: BSL-1.0
// expect: virga: an expression of this SQL type cannot be stored
// expect-name: users.created_at is timestamp
// expect-composed: in this column: users\.[a-z_]+ is [a-z ]+, .* is .*, cast it first
// An expression is stored in a column of its kind.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age = users.created_at;
#else
  return users.age = users.age + 1;
#endif
}
