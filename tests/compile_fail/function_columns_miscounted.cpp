// SPDX-License-Identifier: BSL-1.0
// expect: virga: as\(name, columns…\) of a function names each column that it gives
// A function has as many columns as it has.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto n = generate_series(1, 9).as("n"_name, "a"_name, "b"_name);
  return select(n["a"_name]).from(n).text();
#else
  const auto n = generate_series(1, 9).as("n"_name, "a"_name);
  return select(n["a"_name]).from(n).text();
#endif
}
