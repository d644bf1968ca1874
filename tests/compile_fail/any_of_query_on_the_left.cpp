// SPDX-License-Identifier: BSL-1.0
// expect: virga: any_of.. and all_of.. stand at the right of a comparison
// SQL has the query at the right alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(any_of(select(tags.place).from(tags)) == users.age).text();
#else
  return select(users.id).from(users).where(users.age == any_of(select(tags.place).from(tags))).text();
#endif
}
