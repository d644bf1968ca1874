// SPDX-License-Identifier: BSL-1.0
// expect: virga: cte.name..as.query. takes a select
// What reads the refused one says nothing more.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto all = cte("all"_name).as(users);
  return with(all).select(all["id"_name]).from(all).where(all["name"_name] == "Ann").text();
#else
  const auto all = cte("all"_name).as(select().from(users));
  return with(all).select(all["id"_name]).from(all).where(all["name"_name] == "Ann").text();
#endif
}
