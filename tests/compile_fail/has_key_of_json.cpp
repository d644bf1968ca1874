// SPDX-License-Identifier: BSL-1.0
// expect: virga: has_key, has_any_key and has_all_keys take a jsonb expression
// PostgreSQL has these operators for jsonb alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return has_key(json_agg(users.name), "a");
#else
  return has_key(jsonb_agg(users.name), "a");
#endif
}
