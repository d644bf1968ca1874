// SPDX-License-Identifier: BSL-1.0
// expect: virga: the function given to recursive.. has its table on the optional side of an outer join
// expect-name: "t"
// Either side of a full join may be absent, a query that reads the table, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(users.age).from(users).full_join(select(t["n"_name]).from(t).as("s"_name), users.age == 1);
  });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(users.age).from(users).inner_join(select(t["n"_name]).from(t).as("s"_name), users.age == 1);
  });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
