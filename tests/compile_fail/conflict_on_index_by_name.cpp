// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_constraint.. names a check, a foreign key or an index
// A unique index is no constraint; PostgreSQL: 42704.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1).on_constraint("tags_label_idx"_name).do_nothing().text();
#else
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1).on_constraint("tags_pkey"_name).do_nothing().text();
#endif
}
