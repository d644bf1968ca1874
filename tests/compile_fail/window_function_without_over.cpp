// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function needs its window
// SQL has window functions with their window alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number()).from(users).text();
#else
  return select(row_number().over()).from(users).text();
#endif
}
