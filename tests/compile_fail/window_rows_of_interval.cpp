// SPDX-License-Identifier: BSL-1.0
// expect: virga: rows_between.. and groups_between.. count rows and groups
// Rows are counted; only the values of a key are so far apart.
#include "tables.hpp"
#include <virga/types/interval.hpp>

auto program() {
  const auto week = preceding(virga::interval{.days = 7});
#ifdef COMPILE_FAIL
  return select(count().over(order_by(users.created_at).rows_between(week, current_row))).from(users);
#else
  return select(count().over(order_by(users.created_at).range_between(week, current_row))).from(users);
#endif
}
