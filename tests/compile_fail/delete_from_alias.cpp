// SPDX-License-Identifier: BSL-1.0
// expect: virga: delete_from.. takes a table itself
// Rows are written to tables, not to their aliases.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users.as("u"_name));
#else
  return delete_from(users);
#endif
}
