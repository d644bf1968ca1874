// SPDX-License-Identifier: BSL-1.0
// expect: virga: rows that are equal in all keys of this keyset would be left out
// expect-name: "tags"
// A key of two columns is unique as a whole.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).order_by(keyset(tags.post_id)).text();
#else
  return select(tags.tag).from(tags).order_by(keyset(tags.post_id, tags.tag)).text();
#endif
}
