// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns\(\) names a column that the database alone writes
// What the database computes nobody overrides.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).overriding_system_value().columns(tags.label, tags.post_id, tags.tag, tags.place);
#else
  return insert_into(tags).overriding_system_value().columns(tags.post_id, tags.tag, tags.place);
#endif
}
