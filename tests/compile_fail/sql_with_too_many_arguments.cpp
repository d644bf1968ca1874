// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql.text, arguments.*: the text needs one
// Every argument has its {}.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql<std::string>("lower({{}})"_sql, users.name);
#else
  return sql<std::string>("lower({})"_sql, users.name);
#endif
}
