// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// Hand-written SQL has a type, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(sql<int>("1"_sql)).text();
#else
  return select(users.id).from(users).where(sql<bool>("true"_sql)).text();
#endif
}
