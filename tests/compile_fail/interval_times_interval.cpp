// SPDX-License-Identifier: BSL-1.0
// expect: virga: . - . / % calculate with numbers, . and - with dates and times
// An interval is multiplied by a number.
#include <virga/types/interval.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select((now() - users.created_at) * (now() - users.created_at)).from(users).text();
#else
  return select((now() - users.created_at) * 2).from(users).text();
#endif
}
