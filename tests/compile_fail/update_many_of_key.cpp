// SPDX-License-Identifier: BSL-1.0
// expect: virga: set.. names a column of the primary key
// A row cannot be found by a key that it changes.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(tags, std::vector<infer_select<tags>>(1)).set(tags.tag).text();
#else
  return update_many(tags, std::vector<infer_select<tags>>(1)).set(tags.place).text();
#endif
}
