// SPDX-License-Identifier: BSL-1.0
// expect: virga: this is nothing a query can run on
// Tables are created on a database.
#include "tables.hpp"

void program([[maybe_unused]] fake_database database, [[maybe_unused]] int number) {
#ifdef COMPILE_FAIL
  create_tables(number, users);
#else
  create_tables(database, users);
#endif
}
