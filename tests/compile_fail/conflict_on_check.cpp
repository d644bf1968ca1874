// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_constraint.. names a check, a foreign key or an index
// A check is broken by the row alone; PostgreSQL: 42809. What the table does not declare may be there, as an exclusion.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1).on_constraint("tags_place_ok"_name).do_nothing().text();
#else
  return insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1).on_constraint("tags_no_overlap"_name).do_nothing().text();
#endif
}
