// SPDX-License-Identifier: BSL-1.0
// expect: virga: no key of this table is made of exactly these columns
// A column of a key of two is none by itself.
#include "tables.hpp"

bool program(const unique_violation& error) {
#ifdef COMPILE_FAIL
  return error.is(tags.tag);
#else
  return error.is(tags.tag, tags.post_id);
#endif
}
