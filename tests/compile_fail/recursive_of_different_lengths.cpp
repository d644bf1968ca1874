// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give as many columns each
// Both parts give rows of one table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto tree = cte("tree"_name).recursive(select(users.id).from(users), [](auto t) { return select(t["id"_name], t["id"_name].as("b"_name)).from(t); });
  return with(tree).select(tree["id"_name]).from(tree).text();
#else
  const auto tree = cte("tree"_name).recursive(select(users.id).from(users), [](auto t) { return select(t["id"_name]).from(t); });
  return with(tree).select(tree["id"_name]).from(tree).text();
#endif
}
