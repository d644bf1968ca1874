// SPDX-License-Identifier: BSL-1.0
// expect: virga: the function given to recursive.. has an aggregate over its table
// expect-name: "t"
// The rows found last are not all rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)),
                                       [](auto t) { return select(max(t["n"_name]).as("n"_name)).from(t); });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)),
                                       [](auto t) { return select(t["n"_name]).from(t).group_by(t["n"_name]); });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
