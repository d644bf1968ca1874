// SPDX-License-Identifier: BSL-1.0
// expect: virga: corr, covar_.*and regr_.*take two numbers
// Texts have no line.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(corr(users.age, users.name)).from(users).text();
#else
  return select(corr(users.age, users.age)).from(users).text();
#endif
}
