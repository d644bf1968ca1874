// SPDX-License-Identifier: BSL-1.0
// expect-gcc: no matching function
// expect-clang: no matching function
// The text of sql() is a literal; no value becomes part of it.
#include "tables.hpp"

auto program([[maybe_unused]] const std::string& text) {
#ifdef COMPILE_FAIL
  return sql<std::string>(text);
#else
  return sql<std::string>("now()"_sql);
#endif
}
