// SPDX-License-Identifier: BSL-1.0
// expect: virga: cast<T>.value.
// Nothing is cut off in silence.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<int>(2.5)).from(users).text();
#else
  return select(cast<int>(2)).from(users).text();
#endif
}
