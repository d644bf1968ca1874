// SPDX-License-Identifier: BSL-1.0
// expect: virga: when\(flag, predicate\) stands inside another expression or list
// A condition<tables…> is as strict as a where().
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  const condition<users> all = (when(flag, users.age > 3) == true);
#else
  const condition<users> all = when(flag, users.age > 3) && users.name == "a";
#endif
  return to_sql(select(users.id).from(users).where(all));
}
