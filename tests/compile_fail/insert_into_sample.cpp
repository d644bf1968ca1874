// SPDX-License-Identifier: BSL-1.0
// expect: virga: insert_into\(\) takes a table itself
// A sample is read.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts.tablesample(sampling::system, 10)).default_values().text();
#else
  return insert_into(posts).values(posts.title = "One", posts.author_id = boost::uuids::uuid()).text();
#endif
}
