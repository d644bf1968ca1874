// SPDX-License-Identifier: BSL-1.0
// expect: virga: from\(\) and joins take a table
// A function that gives rows needs a name in FROM.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(generate_series(1, 9)).text();
#else
  return select(count()).from(generate_series(1, 9).as("n"_name)).text();
#endif
}
