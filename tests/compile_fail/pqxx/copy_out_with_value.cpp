// SPDX-License-Identifier: BSL-1.0
// expect: virga: COPY takes no values
// A value is bound, and COPY binds none.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  copy_out(select().from(users).where(users.age > 5)).each(db, [](User) {});
#else
  select().from(users).where(users.age > 5).each(db, [](User) {});
#endif
}
