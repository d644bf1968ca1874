// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// expect-name: orders.id is bigint of its own
// Two kinds of numbers that are stored alike are never equal by design.
#include "tables.hpp"

struct OrderId {
  std::int64_t value;
};
struct CustomerId {
  std::int64_t value;
};

template <class Mode>
struct orders_table {
  static constexpr auto table = pg::table("orders");
  col<Mode, pg::bigint("id").as<OrderId>().primary_key()> id{};
  col<Mode, pg::bigint("previous").as<OrderId>()> previous{};
  col<Mode, pg::bigint("customer").as<CustomerId>().not_null()> customer{};
};
inline constexpr virga::table<orders_table> orders;

auto program() {
#ifdef COMPILE_FAIL
  return select(orders.id).from(orders).where(orders.id == orders.customer).text();
#else
  return select(orders.id).from(orders).where(orders.id == orders.previous).text();
#endif
}
