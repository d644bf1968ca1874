// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// A signature has its number of parameters.
#include "tables.hpp"

[[maybe_unused]] constexpr sql_function<"similarity", float(std::string, std::string)> similarity{};

auto program() {
#ifdef COMPILE_FAIL
  return select(similarity(users.name)).from(users).text();
#else
  return select(similarity(users.name, "Ann")).from(users).text();
#endif
}
