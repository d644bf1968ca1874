// SPDX-License-Identifier: BSL-1.0
// expect: virga: at_time_zone.time, zone.: the zone is a text or an interval
// An offset in hours is an interval.
#include <virga/types/timestamp.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(at_time_zone(users.created_at, 2)).from(users).text();
#else
  return select(at_time_zone(users.created_at, "+02")).from(users).text();
#endif
}
