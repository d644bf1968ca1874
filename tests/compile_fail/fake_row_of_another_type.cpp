// SPDX-License-Identifier: BSL-1.0
// expect: virga: row\(…\) takes a whole row of the query, or a value of its type
// A canned row has the types of its query.
#include "tables.hpp"

#include <virga/testing/fake_database.hpp>

void program(virga::testing::fake_database& db) {
  const auto query = select(users.name, users.age).from(users);
#ifdef COMPILE_FAIL
  db.expect(query).row("Ann", "41");
#else
  db.expect(query).row("Ann", 41);
#endif
}
