// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// Nor where keys are collected at run time.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return ordering<tags>(asc(cast<types::json>(tags.extra)));
#else
  return ordering<tags>(asc(tags.extra));
#endif
}
