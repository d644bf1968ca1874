// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// Of all numbers, which one is it?
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(users.age > round(placeholder("x"_name)));
#else
  return prepare(select(users.name).from(users).where(users.name == lower(placeholder("x"_name))));
#endif
}
