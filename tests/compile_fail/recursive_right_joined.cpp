// SPDX-License-Identifier: BSL-1.0
// expect: virga: the function given to recursive.. has its table on the optional side of an outer join
// expect-name: "t"
// The same from the other side.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(t["n"_name]).from(t).right_join(users, t["n"_name] == users.age);
  });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(t["n"_name]).from(t).left_join(users, t["n"_name] == users.age);
  });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
