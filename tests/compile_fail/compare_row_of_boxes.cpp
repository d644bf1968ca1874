// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL does not compare rows with items of this SQL type
// Boxes have `<`, by their areas, but no order of rows.
#include <virga/types/geometry.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return row_of(users.age, cast<types::box>(users.name)) < row_of(users.age, cast<types::box>(users.email));
#else
  return cast<types::box>(users.name) < cast<types::box>(users.email);
#endif
}
