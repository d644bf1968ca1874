// SPDX-License-Identifier: BSL-1.0
// expect: virga: select and returning take columns, tables and expressions
// A row is compared; its columns are selected.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_of(tags.tag, tags.place)).from(tags).text();
#else
  return select(tags.tag, tags.place).from(tags).text();
#endif
}
