// SPDX-License-Identifier: BSL-1.0
// expect: virga: is.column. takes a column of a table
// A name in text is no column.
#include "tables.hpp"

bool program(const not_null_violation& error) {
#ifdef COMPILE_FAIL
  return error.is("name");
#else
  return error.is(users.name);
#endif
}
