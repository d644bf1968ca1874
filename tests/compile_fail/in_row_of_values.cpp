// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.row_of.*, list.: the row is of columns
// What is looked for stands at the left.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, 1), {std::pair("a", 1)})).text();
#else
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, tags.place), {std::pair("a", 1)})).text();
#endif
}
