// SPDX-License-Identifier: BSL-1.0
// expect: virga: the function given to recursive.. reads its table once, in from.. or a join
// expect-name: "t"
// What is found later could take away what was found.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return except(select(users.age.as("n"_name)).from(users), select(t["n"_name]).from(t));
  });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return except(select(t["n"_name]).from(t), select(users.age.as("n"_name)).from(users));
  });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
