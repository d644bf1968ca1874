// SPDX-License-Identifier: BSL-1.0
// expect: virga: jsonb_build_object.. takes keys and values in turn
// Every key has its value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(jsonb_build_object("id", users.id, "name")).from(users).text();
#else
  return select(jsonb_build_object("id", users.id, "name", users.name)).from(users).text();
#endif
}
