// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(\) takes rows
// The values of a list stand in rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto v = virga::values(1, 2).as("v"_name, "id"_name);
  return select(v["id"_name]).from(v).text();
#else
  const auto v = virga::values(row(1), row(2)).as("v"_name, "id"_name);
  return select(v["id"_name]).from(v).text();
#endif
}
