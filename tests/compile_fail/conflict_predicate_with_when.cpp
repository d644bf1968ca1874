// SPDX-License-Identifier: BSL-1.0
// expect: virga: when\(flag, predicate\) stands inside another expression or list
// The index is one or another.
#include "tables.hpp"
inline fake_database db;

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).where(when(true, users.age > 1)).do_nothing().run(db);
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).where(users.age > 1).do_nothing().run(db);
#endif
}
