// SPDX-License-Identifier: BSL-1.0
// expect: virga: is.column. takes a column of a table
// A name in text is no column.
#include "tables.hpp"

bool program(const foreign_key_violation& error) {
#ifdef COMPILE_FAIL
  return error.is("author_id");
#else
  return error.is(posts.author_id);
#endif
}
