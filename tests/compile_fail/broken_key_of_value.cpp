// SPDX-License-Identifier: BSL-1.0
// expect: virga: is.column…. takes columns of a table
// A name in text is no column.
#include "tables.hpp"

bool program(const unique_violation& error) {
#ifdef COMPILE_FAIL
  return error.is("users_email_key");
#else
  return error.is(users.email);
#endif
}
