// SPDX-License-Identifier: BSL-1.0
// expect: virga: this function gives several columns without a name
// Several columns cannot all take the name of their source.
#include "tables.hpp"

const std::vector<int> numbers{1};

auto program() {
#ifdef COMPILE_FAIL
  const auto both = unnest(numbers, numbers).as("both"_name);
  return select(both["a"_name]).from(both).text();
#else
  const auto both = unnest(numbers, numbers).as("both"_name, "a"_name, "b"_name);
  return select(both["a"_name]).from(both).text();
#endif
}
