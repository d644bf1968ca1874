// SPDX-License-Identifier: BSL-1.0
// expect: virga: COPY runs on a virga::database, connection or transaction
// libpqxx does not let COPY through.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  pqxx::work work{db.acquire().connection().pqxx()};
  copy_out(users).each(work, [](auto) {});
#else
  copy_out(users).each(db, [](auto) {});
#endif
}
