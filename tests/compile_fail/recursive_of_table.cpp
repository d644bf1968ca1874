// SPDX-License-Identifier: BSL-1.0
// expect: virga: cte.name..recursive.first, next.: the first query is a select
// The first rows come from a query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("tree"_name).recursive(users, [](auto tree) { return select(tree["id"_name]).from(tree); });
#else
  return cte("tree"_name).recursive(select(users.id).from(users), [](auto tree) { return select(tree["id"_name]).from(tree); });
#endif
}
