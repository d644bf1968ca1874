// SPDX-License-Identifier: BSL-1.0
// expect-gcc: has no member named .text
// expect-clang: no member named .text
// A conflict is answered.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_nothing().text();
#endif
}
