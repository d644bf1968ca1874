// SPDX-License-Identifier: BSL-1.0
// expect: virga: this function takes an inet or a cidr
// A text that looks like an address is a text.
#include <virga/expr/network_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(host(users.name)).from(users).text();
#else
  return select(host(cast<inet_address>(users.name))).from(users).text();
#endif
}
