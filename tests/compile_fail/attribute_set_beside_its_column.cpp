// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned twice
// expect-name: "home"
// A column and an attribute in it.
#include "composite_tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(people).set(attribute(people.home, "city"_name) = "Wien", people.home = null).all_rows();
#else
  return update(people).set(attribute(people.home, "city"_name) = "Wien", attribute(people.home, "street"_name) = "Ring").all_rows();
#endif
}
