// SPDX-License-Identifier: BSL-1.0
// expect: virga: select and returning take columns, tables and expressions
// A value is no column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).all_rows().returning("id").text();
#else
  return delete_from(users).all_rows().returning(users.id).text();
#endif
}
