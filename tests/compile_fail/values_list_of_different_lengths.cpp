// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(row\(…\), …\).as\(name, columns…\): each row has one value for each column
// The rows of a list are equally long.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto v = virga::values(row(1, "a"), row(2)).as("v"_name, "id"_name, "name"_name);
  return select(v["id"_name]).from(v).text();
#else
  const auto v = virga::values(row(1, "a"), row(2, "b")).as("v"_name, "id"_name, "name"_name);
  return select(v["id"_name]).from(v).text();
#endif
}
