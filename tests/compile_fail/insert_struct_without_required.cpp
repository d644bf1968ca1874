// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column that is not null and has no default was left out
// A row to be inserted has all that the database cannot fill in.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org"};
#else
  return NewUser{.email = "ann@example.org", .name = "Ann"};
#endif
}
