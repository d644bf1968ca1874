// SPDX-License-Identifier: BSL-1.0
// expect: virga: insert_into.. takes a table itself
// Rows are written to tables, not to their aliases.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users.as("u"_name));
#else
  return insert_into(users);
#endif
}
