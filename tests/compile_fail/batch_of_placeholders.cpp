// SPDX-License-Identifier: BSL-1.0
// expect: virga: this query has placeholders; run it as prepare
// A query by itself has no values for them, in a list neither.
#include "tables.hpp"

[[maybe_unused]] constexpr auto older = [] { return select(users.id).from(users).where(users.age > placeholder("age"_name)); };

void program(fake_database database) {
#ifdef COMPILE_FAIL
  (void)batch(database, std::vector{older()});
#else
  (void)batch(database, std::vector{select(users.id).from(users)});
  (void)prepare(older()).all(database, "age"_name = 5);
#endif
}
