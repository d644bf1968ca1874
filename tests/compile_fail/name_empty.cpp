// SPDX-License-Identifier: BSL-1.0
// expect: virga: a name is not empty
// PostgreSQL has no empty names.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.as(""_name);
#else
  return users.as("u"_name);
#endif
}
