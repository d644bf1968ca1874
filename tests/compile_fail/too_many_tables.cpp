// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query reads from at most 32 tables
// Rules are checked over a bounded number of tables.
#include "tables.hpp"

auto program() {
  return select(users.id)
      .from(users)
      .cross_join(users.as("u1"_name))
      .cross_join(users.as("u2"_name))
      .cross_join(users.as("u3"_name))
      .cross_join(users.as("u4"_name))
      .cross_join(users.as("u5"_name))
      .cross_join(users.as("u6"_name))
      .cross_join(users.as("u7"_name))
      .cross_join(users.as("u8"_name))
      .cross_join(users.as("u9"_name))
      .cross_join(users.as("u10"_name))
      .cross_join(users.as("u11"_name))
      .cross_join(users.as("u12"_name))
      .cross_join(users.as("u13"_name))
      .cross_join(users.as("u14"_name))
      .cross_join(users.as("u15"_name))
      .cross_join(users.as("u16"_name))
      .cross_join(users.as("u17"_name))
      .cross_join(users.as("u18"_name))
      .cross_join(users.as("u19"_name))
      .cross_join(users.as("u20"_name))
      .cross_join(users.as("u21"_name))
      .cross_join(users.as("u22"_name))
      .cross_join(users.as("u23"_name))
      .cross_join(users.as("u24"_name))
      .cross_join(users.as("u25"_name))
      .cross_join(users.as("u26"_name))
      .cross_join(users.as("u27"_name))
      .cross_join(users.as("u28"_name))
      .cross_join(users.as("u29"_name))
      .cross_join(users.as("u30"_name))
      .cross_join(users.as("u31"_name))
#ifdef COMPILE_FAIL
      .cross_join(users.as("u32"_name))
#endif
      .text();
}
