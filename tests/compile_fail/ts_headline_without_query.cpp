// SPDX-License-Identifier: BSL-1.0
// expect: virga: ts_headline.text, query, options. takes a text, a tsquery
// What is marked are the matches of a query.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(ts_headline(users.name, "fat")).from(users).text();
#else
  return select(ts_headline(users.name, plainto_tsquery("fat"))).from(users).text();
#endif
}
