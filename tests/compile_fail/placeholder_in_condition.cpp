// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition<tables…> has its values
// A condition of an erased type has its values.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  condition<users> wanted = users.name == placeholder("name"_name);
  return wanted.empty();
#else
  condition<users> wanted = users.name == "Ann";
  return wanted.empty();
#endif
}
