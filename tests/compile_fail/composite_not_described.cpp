// SPDX-License-Identifier: BSL-1.0
// expect: virga: pg::composite<Struct>\(\): specialise virga::composite for the struct, before the table
#include "tables.hpp"
#include <virga/schema/composite.hpp>

struct address {
  std::string street;
};
#ifndef COMPILE_FAIL
template <>
inline constexpr auto virga::composite<address> = pg::composite_type("address", pg::text("street"));
#endif

constexpr auto home = pg::composite<address>("home");

auto program() { return home.name.view().size(); }
