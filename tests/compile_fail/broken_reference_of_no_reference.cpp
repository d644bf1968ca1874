// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column references no table
// The column that refers is asked about, not the one referred to.
#include "tables.hpp"

bool program(const foreign_key_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(users.id);
#else
  return error.is(posts.author_id);
#endif
}
