// SPDX-License-Identifier: BSL-1.0
// expect: virga: parts of this query are decided at run time
// Such a text is no constant.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_out(select().from(users).where(when(db.options().max_connections > 3, is_null(users.age)))).text();
#else
  copy_out(select().from(users).where(when(db.options().max_connections > 3, is_null(users.age)))).each(db, [](User) {});
  return copy_out(select().from(users).where(is_null(users.age))).text();
#endif
}
