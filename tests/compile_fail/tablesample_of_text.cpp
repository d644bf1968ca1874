// SPDX-License-Identifier: BSL-1.0
// expect: virga: tablesample\(method, percent\) takes sampling::bernoulli or sampling::system
// A share is a number.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users.tablesample(sampling::system, "10")).text();
#else
  return select(users.name).from(users.tablesample(sampling::system, 10)).text();
#endif
}
