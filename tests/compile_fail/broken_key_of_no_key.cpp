// SPDX-License-Identifier: BSL-1.0
// expect: virga: no key of this table is made of exactly these columns
// Only a key can be broken by a value that is there already.
#include "tables.hpp"

bool program(const unique_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(users.name);
#else
  return error.is(users.email);
#endif
}
