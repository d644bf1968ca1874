// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict.. needs the columns of one primary key
// Half a key is none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "x", tags.place = 1).on_conflict(tags.post_id).do_nothing().text();
#else
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "x", tags.place = 1).on_conflict(tags.tag, tags.post_id).do_nothing().text();
#endif
}
