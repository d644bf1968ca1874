// SPDX-License-Identifier: BSL-1.0
//
// Columns whose C++ type is the program's own.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/own_types.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using tests::cents;
using tests::email;
using tests::level;
using tests::mood;
using tests::order_id;
using virga::insert_into;
using virga::select;
using namespace virga::literals;

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
constexpr virga::table<orders_table> orders;
using order = virga::infer_select<orders>;
using new_order = virga::infer_insert<orders>;

TEST(own_types, are_written_compared_and_read) {
  static_assert(std::is_same_v<decltype(order::id), order_id>);
  static_assert(std::is_same_v<decltype(order::part_of), std::optional<order_id>>);
  virga::database db(tests::fresh_database());
  virga::create_tables(db, orders);
  insert_into(orders).values(new_order{.price = cents(150)}).run(db);
  insert_into(orders)
      .values(std::vector<new_order>{{.id = order_id{10},
                                      .priority = level::low,
                                      .feeling = mood::it_is,
                                      .price = cents(-5),
                                      .buyers = std::vector{email("a@b"), email("c,\"@")},
                                      .part_of = order_id{1},
                                      .note = "abc"},
                                     {.id = order_id{11}, .price = cents(0)}})
      .run(db);
  const auto rows = select().from(orders).order_by(orders.id).all(db);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].id, order_id{1});
  EXPECT_EQ(rows[0].priority, level::high);
  EXPECT_EQ(rows[0].price, cents(150));
  EXPECT_EQ(rows[1].id, order_id{10});
  EXPECT_EQ(rows[1].priority, level::low);
  EXPECT_EQ(rows[1].feeling, mood::it_is);
  EXPECT_EQ(rows[1].price, cents(-5));
  EXPECT_EQ(rows[1].buyers, (std::vector{email("a@b"), email("c,\"@")}));
  EXPECT_EQ(rows[1].part_of, order_id{1});
  EXPECT_EQ(rows[1].note, "abc");
  EXPECT_EQ(select(virga::sql<std::string>("note from orders where id = 10"_sql)).one(db).get<0>(), "cba");

  EXPECT_EQ(select(orders.price).from(orders).where(orders.id == order_id{10}).one(db).get<0>(), cents(-5));
  EXPECT_EQ(select(orders.id).from(orders).where(orders.part_of == orders.id).all(db).size(), 0U);
  EXPECT_EQ(select(orders.id).from(orders).where(orders.feeling == mood::it_is).all(db).size(), 1U);
  EXPECT_EQ(select(orders.id).from(orders).where(in_(orders.id, {order_id{1}, order_id{11}})).all(db).size(), 2U);
  virga::update(orders).set(orders.price = cents(7)).where(orders.id == order_id{11}).run(db);
  EXPECT_EQ(select(orders.price).from(orders).where(orders.id == order_id{11}).one(db).get<0>(), cents(7));
}

TEST(own_types, name_the_column_of_a_value_they_refuse) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, orders);
  execute(db, virga::statement{"insert into orders values (1, 300, null, 1)", nullptr, 0, false});
  try {
    (void)select(orders.priority).from(orders).one(db);
    FAIL();
  } catch (const virga::decode_error& wrong) {
    EXPECT_EQ(wrong.column(), "orders.level");
    EXPECT_EQ(wrong.received(), "300");
  }
}

}  // namespace
