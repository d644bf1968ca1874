// SPDX-License-Identifier: BSL-1.0
//
// A table with a composite column, for the mistakes about setting its attributes.
#pragma once
#include "tables.hpp"
#include <virga/schema/composite.hpp>

struct address {
  std::string street;
  std::optional<std::string> city;
};
template <>
inline constexpr auto virga::composite<address> =
    pg::composite_type("address", pg::text("street"), pg::text("city"));

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::composite<address>("home")> home{};
};
inline constexpr virga::table<people_table> people;
