// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned twice
// expect-name: "name"
// A column has one value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = "x", users.name = "y").all_rows().text();
#else
  return update(users).set(users.name = "x").all_rows().text();
#endif
}
