// SPDX-License-Identifier: BSL-1.0
// expect: virga: unnest\(\) takes arrays
// Only arrays have elements.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto item = unnest(users.age).as("item"_name);
  return select(item["item"_name]).from(users).cross_join(item).text();
#else
  const auto item = unnest(std::vector<int>{1}).as("item"_name);
  return select(item["item"_name]).from(users).cross_join(item).text();
#endif
}
