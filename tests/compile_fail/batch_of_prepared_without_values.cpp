// SPDX-License-Identifier: BSL-1.0
// expect: virga: a batch takes queries and ranges of queries
// A prepared query by itself has no values for its placeholders.
#include "tables.hpp"

void program(fake_database database) {
  const auto by_age = prepare(select(users.id).from(users).where(users.age > placeholder("age"_name)));
#ifdef COMPILE_FAIL
  (void)batch(database, by_age);
#else
  (void)batch(database, by_age.with("age"_name = 5));
#endif
}
