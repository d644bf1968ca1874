// SPDX-License-Identifier: BSL-1.0
// expect: virga: this takes a json or jsonb expression
// A text that looks like JSON is a text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(json_get(tags.tag, "a")).from(tags).text();
#else
  return select(json_get(tags.extra, "a")).from(tags).text();
#endif
}
