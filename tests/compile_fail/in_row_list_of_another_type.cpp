// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.row_of.*, list.: the list.s values cannot be compared
// Values are bound like the column at their place.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, tags.place), {std::pair(1, 1)})).text();
#else
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, tags.place), {std::pair("a", 1)})).text();
#endif
}
