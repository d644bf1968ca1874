// SPDX-License-Identifier: BSL-1.0
// expect: virga: cte.name..recursive.first, next.: the function returns a select
// The next rows come from a query, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("tree"_name).recursive(select(users.id).from(users), [](auto tree) { return tree; });
#else
  return cte("tree"_name).recursive(select(users.id).from(users), [](auto tree) { return select(tree["id"_name]).from(tree); });
#endif
}
