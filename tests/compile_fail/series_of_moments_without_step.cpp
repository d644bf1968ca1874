// SPDX-License-Identifier: BSL-1.0
// expect: virga: generate_series\(first, last, step\) takes
// A series of moments needs its step.
#include "tables.hpp"
#include <virga/types/interval.hpp>

auto program() {
#ifdef COMPILE_FAIL
  const auto day = generate_series(users.created_at, users.created_at).as("day"_name);
  return select(day.value()).from(users).cross_join(day).text();
#else
  const auto day = generate_series(users.created_at, users.created_at, interval{.days = 1}).as("day"_name);
  return select(day.value()).from(users).cross_join(day).text();
#endif
}
