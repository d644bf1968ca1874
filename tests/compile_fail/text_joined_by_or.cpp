// SPDX-License-Identifier: BSL-1.0
// expect: virga: && and || join two boolean expressions.*texts are joined by concat
// || is or; SQL joins texts by it, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.name || "!";
#else
  return concat(users.name, "!");
#endif
}
