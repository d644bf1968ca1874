// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(row\(…\), …\): a column of nulls alone has no type
// Null has no type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto v = virga::values(row(null), row(null)).as("v"_name, "id"_name);
  return select(v["id"_name]).from(v).text();
#else
  const auto v = virga::values(row(null), row(std::optional<int>())).as("v"_name, "id"_name);
  return select(v["id"_name]).from(v).text();
#endif
}
