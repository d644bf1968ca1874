// SPDX-License-Identifier: BSL-1.0
// expect: virga: this function takes an array
// A text has characters: substring(text, 1, 1).
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(element_at(tags.tag, 1)).from(tags).text();
#else
  return select(element_at(make_array(tags.tag), 1)).from(tags).text();
#endif
}
