// SPDX-License-Identifier: BSL-1.0
// expect: virga: references<table, .column..*names a column of the same SQL type, but of another type in C\+\+
// What cannot be compared cannot be joined.
#include "tables.hpp"

struct OrderId {
  std::int64_t value;
};

template <class Mode>
struct orders_table {
  static constexpr auto table = pg::table("orders");
  col<Mode, pg::bigint("id").as<OrderId>().primary_key()> id{};
};

template <class Mode>
struct lines_table {
  static constexpr auto table = pg::table("lines");
#ifdef COMPILE_FAIL
  col<Mode, pg::bigint("order_id").references<orders_table, "id">()> order_id{};
#else
  col<Mode, pg::bigint("order_id").as<OrderId>().references<orders_table, "id">()> order_id{};
#endif
};
inline constexpr virga::table<lines_table> lines;

auto program() { return create_statements(lines); }
