// SPDX-License-Identifier: BSL-1.0
// expect: virga: string_agg.text, separator. takes a text expression and a separator
// A number is cast first.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(string_agg(users.age, ", ")).from(users).text();
#else
  return select(string_agg(cast<std::string>(users.age), ", ")).from(users).text();
#endif
}
