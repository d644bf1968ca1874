// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql_query<columns…>\(text\) and sql_source<columns…>\(text\) say which columns
// A column has a name beside its type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto n = sql_source<int>("generate_series(1, 3)"_sql).as("n"_name);
  return select(n.value()).from(n).text();
#else
  const auto n = sql_source<sql_column<"n", int>>("generate_series(1, 3)"_sql).as("n"_name);
  return select(n.value()).from(n).text();
#endif
}
