// SPDX-License-Identifier: BSL-1.0
// expect: virga: a row is an infer_select or infer_update of this table
// A key of two columns has two values.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_many(tags, std::vector<std::int64_t>(1)).text();
#else
  return delete_many(tags, std::vector<std::pair<std::int64_t, std::string>>(1)).text();
#endif
}
