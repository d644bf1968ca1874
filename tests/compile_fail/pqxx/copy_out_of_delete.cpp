// SPDX-License-Identifier: BSL-1.0
// expect: virga: copy_out.. takes a table or a select
// Left half-way, nobody could say whether it took place.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  copy_out(delete_from(users).all_rows().returning()).each(db, [](auto) {});
#else
  copy_out(users).each(db, [](User) {});
#endif
}
