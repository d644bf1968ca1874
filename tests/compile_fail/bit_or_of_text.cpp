// SPDX-License-Identifier: BSL-1.0
// expect: virga: bit_and, bit_or and bit_xor take whole numbers
// Text has no bits.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(bit_or(users.name)).from(users).text();
#else
  return select(bit_or(users.age)).from(users).text();
#endif
}
