// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values of this list do not convert
// A number is no text.
#include "tables.hpp"

auto program(fake_database& db) {
#ifdef COMPILE_FAIL
  return delete_many(posts, std::vector<std::string>(1)).run(db);
#else
  return delete_many(posts, std::vector<std::int64_t>(1)).run(db);
#endif
}
