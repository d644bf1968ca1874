// SPDX-License-Identifier: BSL-1.0
// expect: virga: this common table expression or subquery selects no column of this name
// Its columns are those that were named.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto named = sql_query<sql_column<"id", int>>("select 1"_sql).as("one"_name);
  return select(named["n"_name]).from(named).text();
#else
  const auto named = sql_query<sql_column<"id", int>>("select 1"_sql).as("one"_name);
  return select(named["id"_name]).from(named).text();
#endif
}
