// SPDX-License-Identifier: BSL-1.0
// expect: virga: a key of a JSON document is a text, an index into a JSON array a whole number
// Half an index is none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(json_get(tags.extra, 1.5)).from(tags).text();
#else
  return select(json_get(tags.extra, 1)).from(tags).text();
#endif
}
