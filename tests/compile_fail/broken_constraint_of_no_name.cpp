// SPDX-License-Identifier: BSL-1.0
// expect: virga: this table declares no constraint or unique index of this name
// Each table knows the names of its constraints.
#include "tables.hpp"

bool program(const constraint_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(users, "users_mail_key"_name);
#else
  return error.is(users, "users_email_key"_name);
#endif
}
