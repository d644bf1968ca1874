// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// left(text, count) counts in whole numbers.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(virga::left(users.name, "two")).from(users).text();
#else
  return select(virga::left(users.name, 2)).from(users).text();
#endif
}
