// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in
// A row to be inserted sums up nothing.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).values(tags.post_id = count(), tags.tag = "x", tags.place = 1).text();
#else
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "x", tags.place = 1).text();
#endif
}
