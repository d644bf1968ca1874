// SPDX-License-Identifier: BSL-1.0
// expect: virga: this statement gives no rows. add returning
// Without returning(), nothing comes back.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = 5).all_rows().first(database);
#else
  return update(users).set(users.age = 5).all_rows().returning(users.id).first(database);
#endif
}
