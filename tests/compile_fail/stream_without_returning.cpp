// SPDX-License-Identifier: BSL-1.0
// expect: virga: this statement gives no rows
// Only rows can be streamed.
#include "tables.hpp"

void program(fake_database database) {
#ifdef COMPILE_FAIL
  (void)delete_from(users).all_rows().stream(database);
#else
  (void)delete_from(users).all_rows().returning(users.id).stream(database);
#endif
}
