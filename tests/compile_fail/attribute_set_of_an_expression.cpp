// SPDX-License-Identifier: BSL-1.0
// expect: virga: an attribute is set of a column of the table
// Only a column has a place for it.
#include "composite_tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(people).set(attribute(coalesce(people.home, address{}), "city"_name) = "Wien").all_rows();
#else
  return update(people).set(attribute(people.home, "city"_name) = "Wien").all_rows();
#endif
}
