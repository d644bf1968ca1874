// SPDX-License-Identifier: BSL-1.0
// expect: virga: insert_into.. takes a table itself
// A common table expression is read only.
#include "tables.hpp"

[[maybe_unused]] constexpr auto recent = cte("recent"_name).as(select().from(posts));

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(recent);
#else
  return insert_into(posts);
#endif
}
