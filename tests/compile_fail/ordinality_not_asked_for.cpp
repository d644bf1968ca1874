// SPDX-License-Identifier: BSL-1.0
// expect: virga: ordinality\(\) needs with_ordinality\(\)
// Rows have their numbers where they were asked for.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto n = generate_series(1, 9).as("n"_name);
  return select(n.ordinality()).from(n).text();
#else
  const auto n = generate_series(1, 9).with_ordinality().as("n"_name);
  return select(n.ordinality()).from(n).text();
#endif
}
