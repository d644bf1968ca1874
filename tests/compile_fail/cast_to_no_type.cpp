// SPDX-License-Identifier: BSL-1.0
// expect: virga: cast<T>.expression.: T has no SQL type
// An unsigned number has no type in PostgreSQL.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<unsigned>(users.age)).from(users).text();
#else
  return select(cast<std::int64_t>(users.age)).from(users).text();
#endif
}
