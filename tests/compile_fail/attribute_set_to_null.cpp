// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null
// expect-name: people.home.street
// Its member of the struct is no std::optional.
#include "composite_tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(people).set(attribute(people.home, "street"_name) = null).all_rows();
#else
  return update(people).set(attribute(people.home, "city"_name) = null).all_rows();
#endif
}
