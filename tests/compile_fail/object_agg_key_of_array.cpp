// SPDX-License-Identifier: BSL-1.0
// expect: virga: the key of json_object_agg and jsonb_object_agg is a single value
// PostgreSQL: 22023.
#include <virga/expr/statistics.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return json_object_agg(cast<types::array_of<types::text>>(users.name), users.age);
#else
  return json_object_agg(users.name, cast<types::array_of<types::text>>(users.name));
#endif
}
