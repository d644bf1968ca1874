// SPDX-License-Identifier: BSL-1.0
// expect: virga: a tsvector is matched with a tsquery
// The words of users are no tsquery.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(matches(to_tsvector(users.name), "fat rats")).from(users).text();
#else
  return select(matches(to_tsvector(users.name), websearch_to_tsquery("fat rats"))).from(users).text();
#endif
}
