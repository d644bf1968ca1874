// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values of this list do not convert
// Nothing of a value in a list is cut off silently.
#include "tables.hpp"

auto program(const std::vector<double>& values, std::string& text) {
#ifdef COMPILE_FAIL
  return types::encode_array<types::integer>(values, text);
#else
  return types::encode_array<types::double_precision>(values, text);
#endif
}
