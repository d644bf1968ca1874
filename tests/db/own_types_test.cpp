// SPDX-License-Identifier: BSL-1.0
//
// Columns whose C++ type is the program's own.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/own_tables.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace {

using tests::cents;
using tests::email;
using tests::level;
using tests::mood;
using tests::order_id;
using tests::orders;
using virga::insert_into;
using virga::placeholder;
using virga::select;
using namespace virga::literals;

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

TEST(own_types, are_given_for_placeholders) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, orders);
  const auto add = prepare(insert_into(orders).values(
      orders.id = placeholder("id"_name), orders.price = placeholder("price"_name),
      orders.feeling = placeholder("mood"_name), orders.buyers = placeholder("buyers"_name)));
  for (const std::int64_t id : {1, 2, 3})
    EXPECT_EQ(add.run(db, "id"_name = order_id{id}, "price"_name = cents(100 * id),
                      "mood"_name = std::optional(mood::it_is), "buyers"_name = std::vector{email("a@b")}),
              1U);
  const auto found =
      prepare(select(orders.id)
                  .from(orders)
                  .where(in_(orders.id, placeholder("ids"_name)) && orders.price > placeholder("price"_name) &&
                         orders.feeling == placeholder("mood"_name))
                  .order_by(orders.id)
                  .limit(placeholder("rows"_name)));
  const std::vector ids{order_id{1}, order_id{2}, order_id{3}};
  const auto rows =
      found.all(db, "ids"_name = ids, "price"_name = cents(100), "mood"_name = mood::it_is, "rows"_name = 5);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].id, order_id{2});
  EXPECT_TRUE(found
                  .all(db, "ids"_name = std::vector<order_id>{}, "price"_name = cents(0), "mood"_name = mood::it_is,
                       "rows"_name = 5)
                  .empty());
  EXPECT_EQ(virga::testing::verify(db, found), std::vector<std::string>());
  EXPECT_EQ(virga::testing::verify(db, add), std::vector<std::string>());
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
