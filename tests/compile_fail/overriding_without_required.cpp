// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(\) leaves out a column that is not null and has no default
// The other columns are as needed as ever.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).overriding_user_value().values(posts.id = 5, posts.title = "Five");
#else
  return insert_into(posts).overriding_user_value().values(posts.id = 5, posts.title = "Five", posts.author_id = boost::uuids::uuid());
#endif
}
