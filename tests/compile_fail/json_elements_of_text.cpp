// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// The elements of a document are those of json or jsonb.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto item = jsonb_array_elements(users.name).as("item"_name);
  return select(item.value()).from(users).cross_join(item).text();
#else
  const auto item = jsonb_array_elements(tags.extra).as("item"_name);
  return select(item.value()).from(tags).cross_join(item).text();
#endif
}
