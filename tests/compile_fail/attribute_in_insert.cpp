// SPDX-License-Identifier: BSL-1.0
// expect: virga: an insert gives a composite column whole
// A new row has no attribute that stays as it is.
#include "composite_tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(people).values(people.id = 1, attribute(people.home, "city"_name) = "Wien");
#else
  return insert_into(people).values(people.id = 1, people.home = address{"Ring", "Wien"});
#endif
}
