// SPDX-License-Identifier: BSL-1.0
// expect: virga: setweight takes a tsvector
// A text has no lexemes yet.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(setweight<"A">(users.name)).from(users).text();
#else
  return select(setweight<"A">(to_tsvector(users.name))).from(users).text();
#endif
}
