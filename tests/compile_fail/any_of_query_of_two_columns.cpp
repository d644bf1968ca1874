// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query used as a value, a list or an array gives exactly one column
// One column is compared.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(posts.title > any_of(select(users.name, users.age).from(users))).text();
#else
  return select(posts.id).from(posts).where(posts.title > any_of(select(users.name).from(users))).text();
#endif
}
