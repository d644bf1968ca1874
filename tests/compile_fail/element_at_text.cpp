// SPDX-License-Identifier: BSL-1.0
// expect: virga: an index into an array is an integer
// Keys are JSON.s.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(element_at(make_array(tags.tag), "1")).from(tags).text();
#else
  return select(element_at(make_array(tags.tag), 1)).from(tags).text();
#endif
}
