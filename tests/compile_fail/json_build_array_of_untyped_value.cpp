// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type has no SQL type, and so becomes no JSON
// An unsigned number has none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(json_build_array(tags.tag, 1u)).from(tags).text();
#else
  return select(json_build_array(tags.tag, 1)).from(tags).text();
#endif
}
