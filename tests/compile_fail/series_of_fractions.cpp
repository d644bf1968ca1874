// SPDX-License-Identifier: BSL-1.0
// expect: virga: generate_series\(first, last, step\) takes whole numbers or numeric
// PostgreSQL has no series of floating-point numbers.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto n = generate_series(0.5, 2.5).as("n"_name);
  return select(n.value()).from(n).text();
#else
  const auto n = generate_series(0, 2).as("n"_name);
  return select(n.value()).from(n).text();
#endif
}
