// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL cuts names after 63 bytes
// An alias of 64 bytes would be cut silently.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return count().as("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_name);
#else
  return count().as("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_name);
#endif
}
