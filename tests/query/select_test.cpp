// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::readings;
using tests::users;
using virga::select;
using values = std::vector<std::optional<std::string>>;

TEST(select, the_designs_example) {
  const auto query = select(users.id, users.email)
                         .from(users)
                         .where(users.age > 18 && like(users.email, "%@example.org"))
                         .order_by(desc(users.created_at))
                         .limit(10);
  static_assert(
      query.text() ==
      R"(select "users"."id", "users"."email" from "users" where "users"."age" > $1 and "users"."email" like $2)"
      R"( order by "users"."created_at" desc limit $3)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"18", "%@example.org", "10"}));
}

TEST(select, nothing_named_selects_every_column) {
  static_assert(
      select().from(users).text() ==
      R"(select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at" from "users")");
  static_assert(std::same_as<virga::row_type<decltype(select().from(users))>, virga::infer_select<users>>);
  SUCCEED();
}

TEST(select, a_table_stands_for_its_columns) {
  static_assert(select(posts, users.name).from(posts).inner_join(users, users.id == posts.author_id).text() ==
                R"(select "posts"."id", "posts"."author_id", "posts"."title", "posts"."published", "users"."name")"
                R"( from "posts" inner join "users" on "users"."id" = "posts"."author_id")");
  static_assert(std::same_as<virga::row_type<decltype(select(posts).from(posts))>, virga::infer_select<posts>>);
  SUCCEED();
}

TEST(select, columns_of_a_table_with_a_schema_are_qualified_by_it) {
  static_assert(select(readings.day).from(readings).where(readings.station == 1).text() ==
                R"(select "lab"."readings"."day" from "lab"."readings" where "lab"."readings"."station" = $1)");
  SUCCEED();
}

TEST(select, an_alias_takes_the_place_of_the_table) {
  constexpr auto other = users.as("other"_name);
  static_assert(select(other.name).from(other).where(other.age > 1).text() ==
                R"(select "other"."name" from "users" as "other" where "other"."age" > $1)");
  constexpr auto reading = readings.as("r"_name);
  static_assert(select(reading.day).from(reading).text() == R"(select "r"."day" from "lab"."readings" as "r")");
  SUCCEED();
}

TEST(select, distinct_is_said) {
  static_assert(virga::select_distinct(users.name).from(users).text() ==
                R"(select distinct "users"."name" from "users")");
  static_assert(virga::select_distinct(users.name, users.age).from(users).order_by(users.name).text() ==
                R"(select distinct "users"."name", "users"."age" from "users" order by "users"."name")");
  SUCCEED();
}

TEST(select, distinct_of_a_whole_table) {
  static_assert(
      virga::select_distinct().from(posts).text() ==
      R"(select distinct "posts"."id", "posts"."author_id", "posts"."title", "posts"."published" from "posts")");
  static_assert(
      std::same_as<virga::row_type<decltype(virga::select_distinct().from(posts))>, virga::infer_select<posts>>);
  SUCCEED();
}

TEST(select, several_windows_are_one_list) {
  static_assert(select(virga::count().over("a"_name), virga::count().over("b"_name))
                    .from(posts)
                    .window("a"_name, partition_by(posts.title))
                    .window("b"_name, order_by(posts.id))
                    .text() == R"(select count(*) over "a", count(*) over "b" from "posts" )"
                               R"(window "a" as (partition by "posts"."title"), "b" as (order by "posts"."id"))");
  SUCCEED();
}

TEST(order_by, each_kind_of_key) {
  static_assert(select(users.id).from(users).order_by(users.name, asc(users.age), desc(users.email)).text() ==
                R"(select "users"."id" from "users" order by "users"."name", "users"."age", "users"."email" desc)");
  const auto computed = select(users.id).from(users).order_by(desc(users.age % 10), users.age + users.age);
  static_assert(computed.text() ==
                R"(select "users"."id" from "users" order by "users"."age" % $1 desc, "users"."age" + "users"."age")");
  SUCCEED();
}

TEST(order_by, keys_chosen_at_run_time) {
  const auto query = [](bool first, bool second) {
    return virga::to_sql(
               select(users.id).from(users).order_by(when(first, desc(users.name)), when(second, asc(users.age))))
        .text;
  };
  EXPECT_EQ(query(true, true), R"(select "users"."id" from "users" order by "users"."name" desc, "users"."age")");
  EXPECT_EQ(query(true, false), R"(select "users"."id" from "users" order by "users"."name" desc)");
  EXPECT_EQ(query(false, true), R"(select "users"."id" from "users" order by "users"."age")");
  EXPECT_EQ(query(false, false), R"(select "users"."id" from "users")");
}

TEST(order_by, chosen_keys_beside_constant_ones) {
  const auto query = [](bool flag) {
    return virga::to_sql(select(users.id).from(users).order_by(when(flag, desc(users.age % 7)), users.id).limit(3));
  };
  EXPECT_EQ(query(true).text,
            R"(select "users"."id" from "users" order by "users"."age" % $2 desc, "users"."id" limit $1)");
  EXPECT_EQ(query(true).params, (values{"3", "7"}));
  EXPECT_EQ(query(false).text, R"(select "users"."id" from "users" order by "users"."id" limit $1)");
  EXPECT_EQ(query(false).params, (values{"3"}));
}

TEST(limit, and_offset_are_bound) {
  const auto query = select(users.id).from(users).order_by(users.id).limit(10).offset(20U);
  static_assert(query.text() == R"(select "users"."id" from "users" order by "users"."id" limit $1 offset $2)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"10", "20"}));
}

TEST(limit, of_nothing_is_legal_and_of_less_is_refused) {
  EXPECT_EQ(virga::to_sql(select(users.id).from(users).limit(0)).params, (values{"0"}));
  EXPECT_THROW((void)select(users.id).from(users).limit(-1), virga::value_error);
  EXPECT_THROW((void)select(users.id).from(users).offset(-1), virga::value_error);
  EXPECT_THROW((void)select(users.id).from(users).limit(std::numeric_limits<std::uint64_t>::max()), virga::value_error);
}

TEST(select, parameters_are_numbered_in_the_order_of_the_text_whatever_was_said_first) {
  constexpr std::string_view text =
      R"(select "users"."name", count(*) from "users" inner join "posts" on "posts"."author_id" = "users"."id")"
      R"( and "posts"."title" = $1 where "users"."age" > $2 group by "users"."name" having count(*) > $3)"
      R"( order by count(*) % $4 limit $5 offset $6)";
  const auto in_order = select(users.name, virga::count())
                            .from(users)
                            .inner_join(posts, posts.author_id == users.id && posts.title == "t")
                            .where(users.age > 2)
                            .group_by(users.name)
                            .having(virga::count() > 3)
                            .order_by(virga::count() % 4)
                            .limit(5)
                            .offset(6);
  const auto backwards = select(users.name, virga::count())
                             .offset(6)
                             .limit(5)
                             .order_by(virga::count() % 4)
                             .having(virga::count() > 3)
                             .group_by(users.name)
                             .where(users.age > 2)
                             .inner_join(posts, posts.author_id == users.id && posts.title == "t")
                             .from(users);
  static_assert(in_order.text() == text);
  static_assert(backwards.text() == text);
  const values bound{"t", "2", "3", "4", "5", "6"};
  EXPECT_EQ(virga::to_sql(in_order).params, bound);
  EXPECT_EQ(virga::to_sql(backwards).params, bound);
}

TEST(select, joins_said_before_from_keep_their_order) {
  constexpr auto first = users.as("a"_name);
  constexpr auto second = users.as("b"_name);
  static_assert(select(posts.id)
                    .inner_join(first, first.id == posts.author_id)
                    .left_join(second, second.id == first.id)
                    .from(posts)
                    .text() ==
                R"(select "posts"."id" from "posts" inner join "users" as "a" on "a"."id" = "posts"."author_id")"
                R"( left join "users" as "b" on "b"."id" = "a"."id")");
  SUCCEED();
}

TEST(select, is_a_value_that_can_be_extended_twice) {
  const auto base = select(users.id).from(users);
  const auto young = base.where(users.age < 18).limit(1);
  const auto old = base.where(users.age > 80).order_by(users.id);
  EXPECT_EQ(virga::to_sql(base).text, R"(select "users"."id" from "users")");
  EXPECT_EQ(virga::to_sql(young).text, R"(select "users"."id" from "users" where "users"."age" < $1 limit $2)");
  EXPECT_EQ(virga::to_sql(old).text,
            R"(select "users"."id" from "users" where "users"."age" > $1 order by "users"."id")");
  EXPECT_EQ(virga::to_sql(old).params, (values{"80"}));
}

TEST(select, numbers_beyond_nine_are_written_out) {
  const auto a = users.age == 1 || users.age == 2 || users.age == 3;
  const auto query = select(users.id).from(users).where(a || a || a || users.age == 10 || users.age == 11);
  EXPECT_TRUE(
      virga::to_sql(query).text.ends_with(R"("users"."age" = $9 or "users"."age" = $10 or "users"."age" = $11)"));
  EXPECT_EQ(virga::to_sql(query).params.back(), "11");
}

template <class Mode>
struct quoted_table {
  static constexpr auto table = virga::pg::table("odd \"name\"", {.schema = "a\"b"});
  virga::col<Mode, virga::pg::integer("select").primary_key()> select{};
  virga::col<Mode, virga::pg::text("say \"hi\"; --").not_null()> greeting{};
  virga::col<Mode, virga::pg::text("\xc3\xa9t\xc3\xa9").not_null()> summer{};
};
constexpr virga::table<quoted_table> quoted;

TEST(select, names_are_quoted_and_their_quotes_doubled) {
  static_assert(
      select(quoted.select, quoted.greeting).from(quoted).where(quoted.summer == quoted.greeting).text() ==
      R"(select "a""b"."odd ""name"""."select", "a""b"."odd ""name"""."say ""hi""; --")"
      R"( from "a""b"."odd ""name""" where "a""b"."odd ""name"""."été" = "a""b"."odd ""name"""."say ""hi""; --")");
  static_assert(select(virga::count().as("a\"b"_name)).from(quoted).text() ==
                R"(select count(*) as "a""b" from "a""b"."odd ""name""")");
  SUCCEED();
}

TEST(select, works_without_from_for_constants) {
  const auto query = select(virga::sql<int>("1 + {}"_sql, 1).as("two"_name));
  static_assert(query.text() == R"(select 1 + $1::integer as "two")");
  SUCCEED();
}

}  // namespace
