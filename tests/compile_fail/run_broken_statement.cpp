// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// What is run is checked as its text is.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return select(users.id).from(posts).run(database);
#else
  return select(posts.id).from(posts).run(database);
#endif
}
