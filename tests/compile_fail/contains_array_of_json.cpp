// SPDX-License-Identifier: BSL-1.0
// expect: virga: the elements of these arrays are compared
// To find elements, they are compared.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return contains(cast<types::array_of<types::json>>(users.name), cast<types::array_of<types::json>>(users.email));
#else
  return contains(cast<types::array_of<types::jsonb>>(users.name), cast<types::array_of<types::jsonb>>(users.email));
#endif
}
