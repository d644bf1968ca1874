// SPDX-License-Identifier: BSL-1.0
// expect: virga: this function takes a vector, halfvec or sparsevec
// A text that looks like an embedding is a text.
#include <virga/expr/vector_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(l2_norm(users.name)).from(users).text();
#else
  return select(l2_norm(cast<types::vector>(users.name))).from(users).text();
#endif
}
