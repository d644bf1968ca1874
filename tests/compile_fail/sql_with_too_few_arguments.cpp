// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql.text, arguments.*: the text needs one
// Every {} takes one argument.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql<std::string>("concat({}, {})"_sql, users.name);
#else
  return sql<std::string>("concat({}, {})"_sql, users.name, users.email);
#endif
}
