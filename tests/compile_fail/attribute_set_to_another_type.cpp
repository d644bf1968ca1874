// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit the column.s SQL type
// expect-name: people.home.city is text
// An attribute has its type.
#include "composite_tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(people).set(attribute(people.home, "city"_name) = 5).all_rows();
#else
  return update(people).set(attribute(people.home, "city"_name) = "5").all_rows();
#endif
}
