// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>..: a member of T does not take its column
// A member takes the whole of a value.
#include "tables.hpp"

struct card {
#ifdef COMPILE_FAIL
  int count;
#else
  std::int64_t count;
#endif
};
auto program() {
  fake_database database;
  return select(count()).from(users).one(database).into<card>();
}
