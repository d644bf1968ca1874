// SPDX-License-Identifier: BSL-1.0
// expect: virga: what is searched for is a text
// A number has no words.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(plainto_tsquery(users.age)).from(users).text();
#else
  return select(plainto_tsquery(users.name)).from(users).text();
#endif
}
