// SPDX-License-Identifier: BSL-1.0
// expect: virga: delete_many.. takes a table itself
// Rows are deleted from a table, not from an alias of one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_many(posts.as("p"_name), std::vector<std::int64_t>(1)).text();
#else
  return delete_many(posts, std::vector<std::int64_t>(1)).text();
#endif
}
