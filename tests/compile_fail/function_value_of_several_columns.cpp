// SPDX-License-Identifier: BSL-1.0
// expect: virga: value\(\) is the column of a function that gives one
// A function of two columns has no one value.
#include "tables.hpp"

const std::vector<int> numbers{1};
const auto both = unnest(numbers, numbers).as("both"_name, "a"_name, "b"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(both.value()).from(both).text();
#else
  return select(both["a"_name]).from(both).text();
#endif
}
