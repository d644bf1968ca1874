// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(row\(…\), …\): the values of one column are of different SQL types
// A column has one type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto v = virga::values(row(1), row("b")).as("v"_name, "id"_name);
  return select(v["id"_name]).from(v).text();
#else
  const auto v = virga::values(row(1), row(2)).as("v"_name, "id"_name);
  return select(v["id"_name]).from(v).text();
#endif
}
