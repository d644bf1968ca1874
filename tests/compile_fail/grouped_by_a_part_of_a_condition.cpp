// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// To the server a and b and c is one of three, of which a and b is no part.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(is_null(users.age) && is_null(users.name) && is_null(users.email), count())
      .from(users)
      .group_by(is_null(users.age) && is_null(users.name), is_null(users.email))
      .text();
#else
  return select((is_null(users.age) && is_null(users.name)) || is_null(users.email), count())
      .from(users)
      .group_by(is_null(users.age) && is_null(users.name), is_null(users.email))
      .text();
#endif
}
