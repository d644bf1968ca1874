// SPDX-License-Identifier: BSL-1.0
// expect: virga: cte.name..as.query. takes a select, or an insert, update or delete with returning
// A delete gives what it returns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("gone"_name).as(delete_from(users).all_rows());
#else
  return cte("gone"_name).as(delete_from(users).all_rows().returning(users.id));
#endif
}
