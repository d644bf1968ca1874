// SPDX-License-Identifier: BSL-1.0
// expect: virga: update.. takes a table itself
// Rows are written to tables, not to their aliases.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users.as("u"_name));
#else
  return update(users);
#endif
}
