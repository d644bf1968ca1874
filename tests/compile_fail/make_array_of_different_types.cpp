// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values to choose from are of different SQL types
// An array has one element type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(make_array(tags.tag, tags.place)).from(tags).text();
#else
  return select(make_array(tags.tag, tags.label)).from(tags).text();
#endif
}
