// SPDX-License-Identifier: BSL-1.0
// expect: virga: count.. of rows has nothing to be distinct in
// Rows as such are never equal.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().distinct()).from(users).text();
#else
  return select(count(users.name).distinct()).from(users).text();
#endif
}
