// SPDX-License-Identifier: BSL-1.0
// expect: virga: the placeholder of this name takes exactly the C.. type
// expect-name: "id"
// Beside a column with as<T>() a T is given, not what it is stored as.
#include "tables.hpp"

struct order_id {
  std::int64_t value = 0;
};
template <class Mode>
struct orders_table {
  static constexpr auto table = pg::table("orders");
  col<Mode, pg::bigint("id").as<order_id>().primary_key()> id{};
};
inline constexpr virga::table<orders_table> orders;

auto program() {
  fake_database db;
  const auto by_id = prepare(select(orders.id).from(orders).where(orders.id == placeholder("id"_name)));
#ifdef COMPILE_FAIL
  return by_id.run(db, "id"_name = 5);
#else
  return by_id.run(db, "id"_name = order_id{5});
#endif
}
