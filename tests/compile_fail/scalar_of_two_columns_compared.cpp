// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query used as a value, a list or an array gives exactly one column
// What is compared with the refused query says nothing more.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(posts.title == scalar(select(users.name, users.age).from(users))).text();
#else
  return select(posts.id).from(posts).where(posts.title == scalar(select(users.name).from(users))).text();
#endif
}
