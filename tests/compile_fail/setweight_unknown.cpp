// SPDX-License-Identifier: BSL-1.0
// expect: virga: setweight<"A">.vector.: the weight is A, B, C or D
// There are four weights.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(setweight<"E">(to_tsvector(users.name))).from(users).text();
#else
  return select(setweight<"D">(to_tsvector(users.name))).from(users).text();
#endif
}
