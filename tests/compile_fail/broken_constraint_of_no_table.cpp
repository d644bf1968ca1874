// SPDX-License-Identifier: BSL-1.0
// expect: virga: is.table, "name"_name. takes a table
// A column has no constraints of a name.
#include "tables.hpp"

bool program(const constraint_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(users.email, "users_email_key"_name);
#else
  return error.is(users, "users_email_key"_name);
#endif
}
