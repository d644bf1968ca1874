// SPDX-License-Identifier: BSL-1.0
// expect: virga: a batch of nothing
// A batch runs at least one query.
#include "tables.hpp"

void program(fake_database database) {
#ifdef COMPILE_FAIL
  (void)batch(database);
#else
  (void)batch(database, select(users.id).from(users));
#endif
}
