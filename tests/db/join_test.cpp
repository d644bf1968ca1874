// SPDX-License-Identifier: BSL-1.0
//
// Which rows of an outer join are there, told by a key and not by the first column.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
};
constexpr virga::table<people_table> people;

// the first column may be null in a row that is there, and an empty text is no null either
template <class Mode>
struct pets_table {
  static constexpr auto table = pg::table("pets");
  virga::col<Mode, pg::text("nickname")> nickname{};
  virga::col<Mode, pg::text("kind").not_null()> kind{};
  virga::col<Mode, pg::integer("owner")> owner{};
};
constexpr virga::table<pets_table> pets;

// no column that is never null
template <class Mode>
struct hints_table {
  static constexpr auto table = pg::table("hints");
  virga::col<Mode, pg::text("text")> text{};
  virga::col<Mode, pg::integer("person")> person{};
};
constexpr virga::table<hints_table> hints;

class joins : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new virga::database(tests::fresh_database());
    virga::create_tables(*db_, people, pets, hints);
    insert_into(people).values(people.id = 1, people.name = "Ann").run(*db_);
    insert_into(people).values(people.id = 2, people.name = "Bob").run(*db_);
    insert_into(pets).values(pets.kind = "", pets.owner = 1).run(*db_);
    insert_into(pets).values(pets.nickname = "Rex", pets.kind = "dog").run(*db_);
    insert_into(hints).values(hints.person = 1).run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static virga::database* db_ = nullptr;
  virga::database& db = *db_;
};

TEST_F(joins, left_keeps_a_row_whose_first_column_is_null) {
  const auto rows = select().from(people).left_join(pets, pets.owner == people.id).order_by(people.id).all(db);
  ASSERT_EQ(rows.size(), 2U);
  const auto& [ann, her_pet] = rows[0];
  const auto& [bob, his_pet] = rows[1];
  EXPECT_EQ(ann.name, "Ann");
  ASSERT_TRUE(her_pet) << "the pet is there, though its first column is null";
  EXPECT_EQ(her_pet->nickname, std::nullopt);
  EXPECT_EQ(her_pet->kind, "");
  EXPECT_EQ(bob.name, "Bob");
  EXPECT_FALSE(his_pet);
}

TEST_F(joins, right_makes_the_left_side_optional) {
  const auto rows = select().from(people).right_join(pets, pets.owner == people.id).order_by(pets.kind).all(db);
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_TRUE(rows[0].get<0>());
  EXPECT_EQ(rows[0].get<0>()->name, "Ann");
  EXPECT_FALSE(rows[1].get<0>());
  EXPECT_EQ(rows[1].get<1>().nickname, "Rex");
}

TEST_F(joins, full_makes_both_optional) {
  const auto rows =
      select().from(people).full_join(pets, pets.owner == people.id).order_by(people.id, pets.kind).all(db);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].get<0>() && rows[0].get<1>());
  EXPECT_TRUE(rows[1].get<0>() && !rows[1].get<1>());
  EXPECT_TRUE(!rows[2].get<0>() && rows[2].get<1>());
}

TEST_F(joins, single_columns_are_empty_optionals) {
  const auto rows = select(people.name, pets.kind, pets.nickname)
                        .from(people)
                        .left_join(pets, pets.owner == people.id)
                        .order_by(people.id)
                        .all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].kind, "");
  EXPECT_EQ(rows[1].kind, std::nullopt);
  EXPECT_EQ(rows[1].name, "Bob");
}

TEST_F(joins, a_table_without_a_certain_column_is_there_when_any_column_is) {
  const auto rows = select().from(people).left_join(hints, hints.person == people.id).order_by(people.id).all(db);
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_TRUE(rows[0].get<1>());
  EXPECT_EQ(rows[0].get<1>()->text, std::nullopt);
  EXPECT_FALSE(rows[1].get<1>());
}

TEST_F(joins, inner_and_cross_have_no_optionals) {
  EXPECT_EQ(select().from(people).inner_join(pets, pets.owner == people.id).one(db).get<1>().kind, "");
  EXPECT_EQ(select(people.id).from(people).cross_join(pets).all(db).size(), 4U);
}

TEST_F(joins, of_a_table_with_itself) {
  constexpr auto other = people.as("other"_name);
  const auto rows = select(people.name, other.name).from(people).inner_join(other, other.id > people.id).all(db);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][people.name], "Ann");
  EXPECT_EQ(rows[0][other.name], "Bob");
  const auto whole = select().from(people).left_join(other, other.id > people.id).order_by(people.id).all(db);
  ASSERT_EQ(whole.size(), 2U);
  EXPECT_EQ(whole[0].get<1>()->name, "Bob");
  EXPECT_FALSE(whole[1].get<1>());
}

TEST_F(joins, to_a_common_table_expression) {
  const auto counted = virga::cte("counted"_name)
                           .as(select(pets.owner, virga::count().as("n"_name))
                                   .from(pets)
                                   .where(is_not_null(pets.owner))
                                   .group_by(pets.owner));
  const auto rows = with(counted)
                        .select(people.name, counted["n"_name])
                        .from(people)
                        .left_join(counted, counted[pets.owner] == people.id)
                        .order_by(people.id)
                        .all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["n"_name], 1);
  EXPECT_EQ(rows[1]["n"_name], std::nullopt);
}

TEST_F(joins, aggregates_over_an_outer_join) {
  const auto rows = select(people.name, count(pets.kind).as("pets"_name), max(pets.nickname).as("last"_name))
                        .from(people)
                        .left_join(pets, pets.owner == people.id)
                        .group_by(people.id)
                        .order_by(people.id)
                        .all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["pets"_name], 1);
  EXPECT_EQ(rows[1]["pets"_name], 0);
  EXPECT_EQ(rows[1]["last"_name], std::nullopt);
}

TEST_F(joins, what_a_lateral_query_reads_of_an_absent_row_is_null) {
  const auto kind = select(pets.kind, people.name).from(people.as("any"_name)).limit(1).as("kind"_name);
  const auto query = select(kind[pets.kind], kind[people.name])
                         .from(people)
                         .left_join(pets, pets.owner == people.id)
                         .cross_join(lateral(kind))
                         .order_by(people.id);
  const auto rows = query.all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0][kind[pets.kind]], std::optional<std::string>(""));
  EXPECT_EQ(rows[1][kind[pets.kind]], std::nullopt);
  EXPECT_EQ(rows[1][kind[people.name]], std::string("Bob"));
}

}  // namespace
