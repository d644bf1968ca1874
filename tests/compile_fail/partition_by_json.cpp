// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// Partitions are of equal values.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number().over(partition_by(cast<types::json>(tags.extra)))).from(tags).text();
#else
  return select(row_number().over(partition_by(tags.extra))).from(tags).text();
#endif
}
