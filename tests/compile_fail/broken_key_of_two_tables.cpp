// SPDX-License-Identifier: BSL-1.0
// expect: virga: is.column…. takes columns of one table
// A key is of one table.
#include "tables.hpp"

bool program(const unique_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(users.email, posts.id);
#else
  return error.is(users.email);
#endif
}
