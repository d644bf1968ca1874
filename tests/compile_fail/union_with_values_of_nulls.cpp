// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(row\(…\), …\): a column of nulls alone has no type
// A null by itself has no type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.age).from(users), virga::values(row(null)));
#else
  return union_(select(users.age).from(users), virga::values(row(std::optional<int>())));
#endif
}
