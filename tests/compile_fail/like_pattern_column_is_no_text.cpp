// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// A pattern is text, also when a column holds it.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return not_ilike(users.name, users.age);
#else
  return not_ilike(users.name, users.email);
#endif
}
