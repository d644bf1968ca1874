// SPDX-License-Identifier: BSL-1.0
// expect: virga: to_tsvector.. takes a text, json or jsonb
// A number has no words.
#include <virga/expr/text_search.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(to_tsvector(users.age)).from(users).text();
#else
  return select(to_tsvector(cast<std::string>(users.age))).from(users).text();
#endif
}
