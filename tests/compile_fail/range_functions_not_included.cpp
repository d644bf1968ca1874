// SPDX-License-Identifier: BSL-1.0
// expect: virga: contains and contained_by take arrays or jsonb, overlaps takes arrays, and they take the types whose
// functions are included What functions cost is paid by those who include them.
#include <virga/types/range.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(contained_by(users.age, range<int>{1, 2})).from(users);
#else
  return select(users.age >= 1 && users.age < 2).from(users);
#endif
}
