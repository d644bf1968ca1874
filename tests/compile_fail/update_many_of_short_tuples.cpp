// SPDX-License-Identifier: BSL-1.0
// expect: virga: a row is an infer_select or infer_update of this table
// A tuple holds the key and what set() names.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(posts, std::vector<std::pair<std::int64_t, std::string>>(1)).set(posts.title, posts.published).text();
#else
  return update_many(posts, std::vector<std::tuple<std::int64_t, std::string, bool>>(1)).set(posts.title, posts.published).text();
#endif
}
