// SPDX-License-Identifier: BSL-1.0
// expect: virga: the rows are a std::vector, or another range
// One key is no list of keys.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_many(posts, 5).text();
#else
  return delete_many(posts, std::vector<int>{5}).text();
#endif
}
