// SPDX-License-Identifier: BSL-1.0
// expect: virga: this is nothing a query can run on
// A query runs on a database.
#include "tables.hpp"

auto program([[maybe_unused]] fake_database database) {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).first(5);
#else
  return select(users.id).from(users).first(database);
#endif
}
