// SPDX-License-Identifier: BSL-1.0
// expect: virga: this is nothing a query can run on
// A query runs on a database.
#include "tables.hpp"

void program([[maybe_unused]] fake_database database, [[maybe_unused]] int number) {
#ifdef COMPILE_FAIL
  (void)select(users.id).from(users).stream(number);
#else
  (void)select(users.id).from(users).stream(database);
#endif
}
