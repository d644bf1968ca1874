// SPDX-License-Identifier: BSL-1.0
// expect: virga: insert_into\(\) takes a table itself, not an alias of one
// What was refused is refused once.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto query = insert_into(users.as("u"_name)).values(users.email = "a", users.name = "b");
#else
  const auto query = insert_into(users).values(users.email = "a", users.name = "b");
#endif
  return to_sql(query).text + debug_sql(query);
}
