// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// What the database alone writes cannot be given.
#include "tables.hpp"

auto program(const User& user) {
#ifdef COMPILE_FAIL
  return infer_insert<posts>{.id = 5, .author_id = user.id, .title = "One"};
#else
  return infer_insert<posts>{.author_id = user.id, .title = "One"};
#endif
}
