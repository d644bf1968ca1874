// SPDX-License-Identifier: BSL-1.0
// expect: virga: the type of this result is in a header of its own; include virga/types/interval.hpp
// What a type costs to include is paid by those who ask for it.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(now() - users.created_at).from(users).text();
#else
  return select(current_date() - current_date()).from(users).text();
#endif
}
