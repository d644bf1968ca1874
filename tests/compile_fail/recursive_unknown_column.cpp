// SPDX-License-Identifier: BSL-1.0
// expect: virga: this common table expression or subquery selects no column of this name
// The table has the columns of its first rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("tree"_name).recursive(select(users.id).from(users), [](auto tree) { return select(tree["name"_name]).from(tree); });
#else
  return cte("tree"_name).recursive(select(users.id).from(users), [](auto tree) { return select(tree["id"_name]).from(tree); });
#endif
}
