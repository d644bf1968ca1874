// SPDX-License-Identifier: BSL-1.0
// expect: virga: count_rows\(query, on\) counts the rows of a select, or those of a table
// Rows are those of a table or of a query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  fake_database db;
  return virga::count_rows(3, db);
#else
  fake_database db;
  return virga::count_rows(users, db);
#endif
}
