// SPDX-License-Identifier: BSL-1.0
// expect: virga: the name of a text search configuration is of lower-case letters
// It is part of the text of the query.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(to_tsvector<"english'">(users.name)).from(users).text();
#else
  return select(to_tsvector<"english">(users.name)).from(users).text();
#endif
}
