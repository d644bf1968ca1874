// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// An identity that is always generated takes no value but from an insert that overrides it.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).values(posts.id = 5, posts.title = "Five", posts.author_id = boost::uuids::uuid());
#else
  return insert_into(posts).overriding_system_value().values(posts.id = 5, posts.title = "Five", posts.author_id = boost::uuids::uuid());
#endif
}
