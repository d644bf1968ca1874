// SPDX-License-Identifier: BSL-1.0
// expect: virga: the function given to recursive.. reads its table once, in from.. or a join
// expect-name: "t"
// Only the rows found last are there, and once.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(t["n"_name]).from(t).inner_join(select(t["n"_name]).from(t).as("more"_name), t["n"_name] == 1);
  });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(t["n"_name]).from(t).inner_join(select(users.age).from(users).as("more"_name), t["n"_name] == 1);
  });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
