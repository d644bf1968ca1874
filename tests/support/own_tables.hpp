// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "support/own_types.hpp"
#include "virga/virga.hpp"

/// A table whose columns have C++ types of the program's own.
namespace tests {

namespace pg = virga::pg;

template <class Mode>
struct orders_table {
  static constexpr auto table = pg::table("orders");
  virga::col<Mode, pg::bigint("id").as<order_id>().primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::integer("level").not_null().default_value(1).as<level>()> priority{};
  virga::col<Mode, pg::varchar("feeling", 40).as<mood>()> feeling{};
  virga::col<Mode, pg::numeric("price", 10, 2).as<cents>().not_null()> price{};
  virga::col<Mode, pg::text("buyer").as<email>().array()> buyers{};
  virga::col<Mode, pg::bigint("part_of").as<order_id>().references<orders_table, "id">()> part_of{};
  virga::col<Mode, pg::custom<tests::reversed>("note")> note{};
};
inline constexpr virga::table<orders_table> orders;

}  // namespace tests
