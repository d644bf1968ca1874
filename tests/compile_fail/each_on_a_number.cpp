// SPDX-License-Identifier: BSL-1.0
// expect: virga: this is nothing a query can run on
// A query runs on a database.
#include "tables.hpp"

void program([[maybe_unused]] fake_database database) {
#ifdef COMPILE_FAIL
  select(users.id).from(users).each(5, [](const auto&) {});
#else
  select(users.id).from(users).each(database, [](const auto&) {});
#endif
}
