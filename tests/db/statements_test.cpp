// SPDX-License-Identifier: BSL-1.0
//
// Each kind of statement: its text, and what a real server makes of it.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::count;
using virga::insert_into;
using virga::select;

template <class Mode>
struct goods_table {
  static constexpr auto table = pg::table("goods");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null().unique()> name{};
  virga::col<Mode, pg::integer("price").not_null()> price{};
  virga::col<Mode, pg::text("shelf")> shelf{};
};
constexpr virga::table<goods_table> goods;
using new_good = virga::infer_insert<goods>;

class statements : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, goods);
    insert_into(goods)
        .values(std::vector<new_good>{{.id = 1, .name = "tea", .price = 3, .shelf = "a"},
                                      {.id = 2, .name = "rye", .price = 5, .shelf = "a"},
                                      {.id = 3, .name = "oil", .price = 5, .shelf = "b"},
                                      {.id = 4, .name = "jam", .price = 8}})
        .run(db);
  }
  /// The ids that a condition picks, in order.
  template <class Predicate>
  std::string picked(const Predicate& predicate) {
    std::string ids;
    for (const auto& row : select(goods.id).from(goods).where(predicate).order_by(goods.id).all(db))
      ids += std::to_string(row.id);
    return ids;
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(statements, comparisons) {
  EXPECT_EQ(picked(goods.price == 5), "23");
  EXPECT_EQ(picked(goods.price != 5), "14");
  EXPECT_EQ(picked(goods.price < 5), "1");
  EXPECT_EQ(picked(goods.price <= 5), "123");
  EXPECT_EQ(picked(goods.price > 5), "4");
  EXPECT_EQ(picked(5 <= goods.price), "234");
  EXPECT_EQ(picked((goods.price > 4) == (goods.id > 2)), "134");
  EXPECT_EQ(picked(is_distinct_from(goods.shelf, "a")), "34");
  EXPECT_EQ(picked(goods.shelf != "a"), "3");
  EXPECT_EQ(picked(is_null(goods.shelf)), "4");
  EXPECT_EQ(picked(is_not_null(goods.shelf)), "123");
  EXPECT_EQ(picked(between(goods.price, 4, 6)), "23");
  EXPECT_EQ(picked(not_between(goods.price, 4, 6)), "14");
  EXPECT_EQ(picked(like(goods.name, "_e%")), "1");
  EXPECT_EQ(picked(not_like(goods.name, "%a%")), "23");
  EXPECT_EQ(picked(ilike(goods.name, "T%")), "1");
  EXPECT_EQ(picked(not_ilike(goods.name, "T%")), "234");
  EXPECT_EQ(picked(in_(goods.id, {1, 3, 99})), "13");
  EXPECT_EQ(picked(not_in(goods.id, {1, 3, 99})), "24");
}

TEST_F(statements, logic_means_what_c_plus_plus_reads) {
  const auto a = goods.price == 5;
  const auto b = goods.id == 1;
  const auto c = goods.id > 2;
  EXPECT_EQ(picked((a || b) && c), "3");
  EXPECT_EQ(picked(a || (b && c)), "23");
  EXPECT_EQ(picked(!(a || b)), "4");
  EXPECT_EQ(picked(!a || b), "14");
  EXPECT_EQ(picked(!(a && c)), "124");
  EXPECT_EQ(picked((!a) == c), "24");
}

TEST_F(statements, arithmetic_means_what_c_plus_plus_reads) {
  const auto row = select(goods.price - (goods.id - 1), goods.price - goods.id - 1, goods.price * (goods.id + 1),
                          goods.price * goods.id + 1, 100 / (goods.price / goods.id), goods.price % goods.id)
                       .from(goods)
                       .where(goods.id == 2)
                       .one(db);
  const auto& [a, b, c, d, e, f] = row;
  EXPECT_EQ(a, 4);
  EXPECT_EQ(b, 2);
  EXPECT_EQ(c, 15);
  EXPECT_EQ(d, 11);
  EXPECT_EQ(e, 50);
  EXPECT_EQ(f, 1);
}

TEST_F(statements, distinct) {
  const auto query = virga::select_distinct(goods.price).from(goods).order_by(goods.price);
  static_assert(query.text() == R"(select distinct "goods"."price" from "goods" order by "goods"."price")");
  EXPECT_EQ(query.all(db).size(), 3U);
}

TEST_F(statements, groups) {
  const auto query = select(goods.shelf, count().as("n"_name), sum(goods.price), avg(goods.price), min(goods.name))
                         .from(goods)
                         .group_by(goods.shelf)
                         .having(count() > 1);
  static_assert(
      query.text() ==
      R"(select "goods"."shelf", count(*) as "n", sum("goods"."price"), avg("goods"."price"), min("goods"."name"))"
      R"( from "goods" group by "goods"."shelf" having count(*) > $1)");
  const auto rows = query.all(db);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].shelf, "a");
  EXPECT_EQ(rows[0]["n"_name], 2);
  EXPECT_EQ(rows[0].get<2>(), 8);
  EXPECT_TRUE(rows[0].get<3>().text().starts_with("4.0"));
  EXPECT_EQ(rows[0].get<4>(), "rye");
}

TEST_F(statements, aggregates_over_nothing_are_null) {
  const auto [n, total, largest] =
      select(count(), sum(goods.price), max(goods.name)).from(goods).where(goods.id == 99).one(db);
  EXPECT_EQ(n, 0);
  EXPECT_EQ(total, std::nullopt);
  EXPECT_EQ(largest, std::nullopt);
}

TEST_F(statements, order_limit_and_offset) {
  const auto query = select(goods.id).from(goods).order_by(desc(goods.price), goods.id).limit(2).offset(1);
  static_assert(query.text() ==
                R"(select "goods"."id" from "goods" order by "goods"."price" desc, "goods"."id" limit $1 offset $2)");
  const auto rows = query.all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].id, 2);
  EXPECT_EQ(rows[1].id, 3);
  EXPECT_EQ(select(goods.id).from(goods).limit(0).all(db).size(), 0U);
}

TEST_F(statements, an_order_chosen_at_run_time) {
  const auto first = [&](bool dearest) {
    return select(goods.id).from(goods).order_by(when(dearest, desc(goods.price)), goods.id).limit(1).one(db).id;
  };
  EXPECT_EQ(first(true), 4);
  EXPECT_EQ(first(false), 1);
}

TEST_F(statements, common_table_expressions_that_read_one_another) {
  const auto cheap =
      virga::cte("cheap"_name).as(select(goods.id, goods.price, goods.shelf).from(goods).where(goods.price < 8));
  const auto shelves = virga::cte("shelves"_name)
                           .as(select(cheap[goods.shelf], sum(cheap[goods.price]).as("sum"_name))
                                   .from(cheap)
                                   .where(cheap[goods.id] > 1)
                                   .group_by(cheap[goods.shelf]));
  const auto rows = with(cheap, shelves)
                        .select(goods.name, shelves["sum"_name])
                        .from(goods)
                        .inner_join(shelves, shelves[goods.shelf] == goods.shelf)
                        .where(goods.id != 2)
                        .order_by(goods.id)
                        .all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].name, "tea");
  EXPECT_EQ(rows[0]["sum"_name], 5);
  EXPECT_EQ(rows[1].name, "oil");
  EXPECT_EQ(rows[1]["sum"_name], 5);
}

TEST_F(statements, insert_and_its_answers_to_conflicts) {
  EXPECT_EQ(
      insert_into(goods).values(goods.id = 1, goods.name = "x", goods.price = 1).on_conflict().do_nothing().run(db),
      0U);
  const auto stays = insert_into(goods)
                         .values(goods.id = 5, goods.name = "tea", goods.price = 1)
                         .on_conflict(goods.name)
                         .do_nothing()
                         .returning(goods.id)
                         .first(db);
  EXPECT_FALSE(stays);
  const auto changed = insert_into(goods)
                           .values(goods.id = 6, goods.name = "tea", goods.price = 100)
                           .on_conflict(goods.name)
                           .do_update(goods.price = goods.price + excluded(goods).price, goods.shelf = "c")
                           .returning()
                           .one(db);
  EXPECT_EQ(changed.id, 1);
  EXPECT_EQ(changed.price, 103);
  EXPECT_EQ(changed.shelf, "c");
}

TEST_F(statements, update_and_delete_with_returning) {
  const auto raised = virga::update(goods)
                          .set(goods.price = goods.price * 2, goods.shelf = virga::null)
                          .where(goods.shelf == "a")
                          .returning(goods.id, goods.price)
                          .all(db);
  ASSERT_EQ(raised.size(), 2U);
  EXPECT_EQ(raised[0].price + raised[1].price, 16);
  const auto gone = virga::delete_from(goods).where(is_null(goods.shelf)).returning(goods.name).all(db);
  EXPECT_EQ(gone.size(), 3U);
  EXPECT_EQ(virga::update(goods).set(goods.price = 0).all_rows().run(db), 1U);
  EXPECT_EQ(virga::delete_from(goods).all_rows().run(db), 1U);
}

TEST_F(statements, assigns_the_row_of_a_query) {
  const auto cheapest = goods.as("cheapest"_name);
  const auto of_shelf = select(cheapest.price, cheapest.shelf)
                            .from(cheapest)
                            .where(cheapest.price < goods.price)
                            .order_by(cheapest.price)
                            .limit(1);
  const auto changed = virga::update(goods)
                           .set(virga::row_of(goods.price, goods.shelf) = of_shelf, goods.name = virga::concat(goods.name, "!"))
                           .where(goods.id == 4)
                           .returning()
                           .one(db);
  EXPECT_EQ(changed.name, "jam!");
  EXPECT_EQ(changed.price, 3);
  EXPECT_EQ(changed.shelf, "a");

  // on a conflict, too
  const auto again =
      insert_into(goods)
          .values({.id = 9, .name = "rye", .price = 1})
          .on_conflict(goods.name)
          .do_update(virga::row_of(goods.price, goods.shelf) =
                         select(excluded(goods).price + 1, cheapest.shelf).from(cheapest).where(cheapest.id == 3))
          .returning()
          .one(db);
  EXPECT_EQ(again.id, 2);
  EXPECT_EQ(again.price, 2);
  EXPECT_EQ(again.shelf, "b");

  // no row is nulls, and several are an error
  const auto none =
      virga::update(goods).set(virga::row_of(goods.shelf, goods.name) =
                                   select(cheapest.shelf, cheapest.name).from(cheapest).where(cheapest.id == 99));
  EXPECT_THROW((void)none.where(goods.id == 1).run(db), virga::not_null_violation);
  const auto several = virga::update(goods).set(virga::row_of(goods.shelf, goods.name) =
                                                    select(cheapest.shelf, cheapest.name).from(cheapest));
  try {
    several.where(goods.id == 1).run(db);
    FAIL() << "two rows were assigned to one";
  } catch (const virga::database_error& e) {
    EXPECT_EQ(e.sqlstate(), "21000");
  }
}

TEST_F(statements, every_combination_of_three_optional_conditions) {
  for (int flags = 0; flags < 8; ++flags) {
    const bool a = (flags & 1) != 0, b = (flags & 2) != 0, c = (flags & 4) != 0;
    std::string expected;
    for (const auto& row : select().from(goods).order_by(goods.id).all(db))
      if ((!a || row.price == 5) && ((!b && !c) || (b && row.id == 3) || (c && !(row.id == 2))))
        expected += std::to_string(row.id);
    EXPECT_EQ(picked(when(a, goods.price == 5) && (when(b, goods.id == 3) || when(c, !(goods.id == 2)))), expected);
  }
}

TEST_F(statements, terminals) {
  const auto some = select(goods.name).from(goods).where(goods.price == 5).order_by(goods.id);
  EXPECT_EQ(some.all(db).size(), 2U);
  EXPECT_EQ(some.first(db)->name, "rye");
  EXPECT_EQ(some.run(db), 2U);
  std::string names;
  some.each(db, [&](const auto& row) { names += row.name; });
  EXPECT_EQ(names, "ryeoil");
  EXPECT_THROW((void)some.one(db), virga::row_count_error);
  const auto none = select(goods.name).from(goods).where(goods.id == 99);
  EXPECT_THROW((void)none.one(db), virga::row_count_error);
  EXPECT_FALSE(none.first(db));
  EXPECT_TRUE(none.all(db).empty());
  EXPECT_EQ(select(goods.name).from(goods).where(goods.id == 1).one(db).name, "tea");
}

TEST_F(statements, terminals_take_temporary_executors) {
  EXPECT_EQ(select().from(goods).all(db.acquire().connection()).size(), 4U);
}

struct card {
  std::string title;
  int cost;
  std::optional<std::string> place;
  bool operator==(const card&) const = default;
};

TEST_F(statements, rows_become_a_programs_own_struct) {
  const auto row = select(goods.name, goods.price, goods.shelf).from(goods).where(goods.id == 4).one(db);
  EXPECT_EQ(row.into<card>(), (card{"jam", 8, std::nullopt}));
}

}  // namespace
