// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.row_of.*, list. takes a list of tuples
// Each of the list is a whole row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, tags.place), {std::tuple("a", 1, 2)})).text();
#else
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, tags.place), {std::tuple("a", 1)})).text();
#endif
}
