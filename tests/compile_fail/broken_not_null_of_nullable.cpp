// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column takes nulls
// Where null is taken, none is refused.
#include "tables.hpp"

bool program(const not_null_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(users.age);
#else
  return error.is(users.name);
#endif
}
