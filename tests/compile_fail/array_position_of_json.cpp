// SPDX-License-Identifier: BSL-1.0
// expect: virga: the elements of this array are compared
// To find an element, it is compared.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(array_position(cast<types::array_of<types::json>>(users.name), "{}")).from(users).text();
#else
  return select(array_position(cast<types::array_of<types::jsonb>>(users.name), "{}")).from(users).text();
#endif
}
