// SPDX-License-Identifier: BSL-1.0
// expect: virga: at_time_zone.time, zone. takes a date, time or timestamp
// A text that looks like a time is a text.
#include <virga/types/timestamp.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(at_time_zone(users.name, "UTC")).from(users).text();
#else
  return select(at_time_zone(users.created_at, "UTC")).from(users).text();
#endif
}
