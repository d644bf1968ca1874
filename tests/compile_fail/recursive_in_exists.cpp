// SPDX-License-Identifier: BSL-1.0
// expect: virga: the function given to recursive.. reads its table once, in from.. or a join
// expect-name: "t"
// A query used as a value does not see them.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(users.age).from(users).where(is_not_null(users.age) && exists(select(t["n"_name]).from(t)));
  });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(t["n"_name]).from(t).where(exists(select(users.age).from(users).where(users.age > t["n"_name])));
  });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
