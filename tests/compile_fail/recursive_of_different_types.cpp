// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give columns of the same SQL types
// Both parts give rows of one table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto tree = cte("tree"_name).recursive(select(posts.id).from(posts), [](auto t) { return select(posts.title).from(t).cross_join(posts); });
  return with(tree).select(tree["id"_name]).from(tree).text();
#else
  const auto tree = cte("tree"_name).recursive(select(posts.id).from(posts), [](auto t) { return select(posts.id + 1).from(t).cross_join(posts); });
  return with(tree).select(tree["id"_name]).from(tree).text();
#endif
}
