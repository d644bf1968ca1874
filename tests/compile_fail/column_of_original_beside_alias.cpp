// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A table under another name is another table.
#include "tables.hpp"

[[maybe_unused]] constexpr auto author = users.as("author"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users.as("author"_name)).text();
#else
  return select(author.id).from(author).text();
#endif
}
