// SPDX-License-Identifier: BSL-1.0
// expect: virga: a stream reads from what it runs on, and this one would be gone at once
// A stream must not outlive its transaction or connection.
#include "tables.hpp"

auto program([[maybe_unused]] fake_database database) {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).stream(fake_database());
#else
  return select(users.id).from(users).stream(database);
#endif
}
