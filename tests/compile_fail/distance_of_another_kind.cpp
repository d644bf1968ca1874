// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such operator for the SQL type of the right side
// Embeddings of one kind have a distance.
#include <virga/expr/vector_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(l2_distance(cast<types::vector>(users.name), cast<types::halfvec>(users.name))).from(users).text();
#else
  return select(l2_distance(cast<types::vector>(users.name), cast<types::vector>(users.email))).from(users).text();
#endif
}
