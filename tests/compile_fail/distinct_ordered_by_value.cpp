// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. takes one or more columns
// The refused key says nothing more.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct(users.name).from(users).order_by(5).text();
#else
  return select_distinct(users.name).from(users).order_by(users.name).text();
#endif
}
