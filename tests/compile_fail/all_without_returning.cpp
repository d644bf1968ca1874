// SPDX-License-Identifier: BSL-1.0
// expect: virga: this statement gives no rows. add returning
// Without returning(), nothing comes back.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return delete_from(users).all_rows().all(database);
#else
  return delete_from(users).all_rows().returning(users.id).all(database);
#endif
}
