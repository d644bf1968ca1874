// SPDX-License-Identifier: BSL-1.0
// expect: virga: this delete has no where
// A delete of every row is said, not forgotten.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).text();
#else
  return delete_from(users).all_rows().text();
#endif
}
