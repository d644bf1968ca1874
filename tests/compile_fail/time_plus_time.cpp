// SPDX-License-Identifier: BSL-1.0
// expect: virga: . - . / % calculate with numbers, . and - with dates and times
// What lies between two moments is an interval; their sum is nothing.
#include <virga/types/interval.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.created_at + users.created_at).from(users).text();
#else
  return select(users.created_at - users.created_at).from(users).text();
#endif
}
