// SPDX-License-Identifier: BSL-1.0
// expect: virga: parts of this statement are decided at run time
// How many rows there are is no constant.
#include "tables.hpp"

auto program(const std::vector<NewUser>& rows) {
#ifdef COMPILE_FAIL
  return insert_into(users).values(rows).text();
#else
  return to_sql(insert_into(users).values(rows));
#endif
}
