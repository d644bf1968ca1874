// SPDX-License-Identifier: BSL-1.0
// expect: virga: group_by.. takes one or more columns
// Groups have keys.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by().text();
#else
  return select(count()).from(users).text();
#endif
}
