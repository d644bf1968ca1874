// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(\), when_not_matched\(\) and then_insert\(\) read no column of the row that is not there yet
// expect-name: users.email
// expect-composed: is not there yet: users\.email, give a value
// A row to be inserted reads no column, of its own table neither.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = users.email).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
