// SPDX-License-Identifier: BSL-1.0
// expect: virga: copy_out.. takes a table or a select
// A number has no rows.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  copy_out(5).each(db, [](auto) {});
#else
  copy_out(users).each(db, [](User) {});
#endif
}
