// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::readings;
using tests::users;

template <class Expression>
std::string listed(const Expression& expression) {
  const std::string text = virga::to_sql(virga::select(expression).from(readings)).text;
  return text.substr(7, text.find(" from ") - 7);
}
/// The C++ type of a query's first column.
template <class Query>
using first_of = std::tuple_element_t<0, virga::row_type<Query>>;
template <class Expression>
using read_as = first_of<decltype(virga::select(std::declval<Expression>()).from(readings))>;

TEST(aggregate, each_has_its_sql) {
  EXPECT_EQ(listed(virga::count()), "count(*)");
  EXPECT_EQ(listed(count(readings.channel)), R"(count("lab"."readings"."channel"))");
  EXPECT_EQ(listed(count_distinct(readings.channel)), R"(count(distinct "lab"."readings"."channel"))");
  EXPECT_EQ(listed(sum(readings.ticks)), R"(sum("lab"."readings"."ticks"))");
  EXPECT_EQ(listed(sum_distinct(readings.ticks)), R"(sum(distinct "lab"."readings"."ticks"))");
  EXPECT_EQ(listed(avg(readings.ticks)), R"(avg("lab"."readings"."ticks"))");
  EXPECT_EQ(listed(avg_distinct(readings.ticks)), R"(avg(distinct "lab"."readings"."ticks"))");
  EXPECT_EQ(listed(min(readings.day)), R"(min("lab"."readings"."day"))");
  EXPECT_EQ(listed(max(readings.note)), R"(max("lab"."readings"."note"))");
}

TEST(aggregate, takes_expressions_and_is_an_operand) {
  EXPECT_EQ(listed(sum(readings.ticks * 2 + 1)), R"(sum("lab"."readings"."ticks" * $1 + $2))");
  EXPECT_EQ(listed(sum(readings.ticks) - min(readings.ticks)),
            R"(sum("lab"."readings"."ticks") - min("lab"."readings"."ticks"))");
}

TEST(aggregate, counts_are_never_null) {
  static_assert(std::same_as<read_as<decltype(virga::count())>, std::int64_t>);
  static_assert(std::same_as<read_as<decltype(count(readings.channel))>, std::int64_t>);
  static_assert(std::same_as<read_as<decltype(count_distinct(readings.channel))>, std::int64_t>);
  SUCCEED();
}

TEST(aggregate, the_others_are_null_over_no_rows_and_widen) {
  static_assert(std::same_as<read_as<decltype(sum(readings.channel))>, std::optional<std::int64_t>>);
  static_assert(std::same_as<read_as<decltype(sum(readings.station))>, std::optional<std::int64_t>>);
  static_assert(std::same_as<read_as<decltype(sum(readings.ticks))>, std::optional<virga::decimal>>);
  static_assert(std::same_as<read_as<decltype(sum(readings.price))>, std::optional<virga::decimal>>);
  static_assert(std::same_as<read_as<decltype(sum(readings.noise))>, std::optional<float>>);
  static_assert(std::same_as<read_as<decltype(sum(readings.level))>, std::optional<double>>);
  static_assert(std::same_as<read_as<decltype(avg(readings.station))>, std::optional<virga::decimal>>);
  static_assert(std::same_as<read_as<decltype(avg(readings.noise))>, std::optional<double>>);
  static_assert(std::same_as<read_as<decltype(min(readings.station))>, std::optional<std::int32_t>>);
  static_assert(std::same_as<read_as<decltype(max(readings.note))>, std::optional<std::string>>);
  SUCCEED();
}

TEST(aggregate, names_read_it_back) {
  using row = virga::row_type<decltype(virga::select(virga::count().as("n"_name)).from(readings))>;
  row one;
  one["n"_name] = 3;
  EXPECT_EQ(std::as_const(one)["n"_name], 3);
}

TEST(group_by, columns_expressions_and_having) {
  const auto query = virga::select(users.name, virga::count(), sum(users.age))
                         .from(users)
                         .where(users.age > 1)
                         .group_by(users.name)
                         .having(virga::count() > 2 && sum(users.age) < 100)
                         .order_by(desc(virga::count()));
  static_assert(query.text() ==
                R"(select "users"."name", count(*), sum("users"."age") from "users" where "users"."age" > $1)"
                R"( group by "users"."name" having count(*) > $2 and sum("users"."age") < $3 order by count(*) desc)");
  EXPECT_EQ(virga::to_sql(query).params, (std::vector<std::optional<std::string>>{"1", "2", "100"}));
}

TEST(group_by, several_keys) {
  static_assert(
      virga::select(users.name, users.age, virga::count()).from(users).group_by(users.name, users.age).text() ==
      R"(select "users"."name", "users"."age", count(*) from "users" group by "users"."name", "users"."age")");
  SUCCEED();
}

TEST(group_by, the_primary_key_stands_for_the_whole_row) {
  static_assert(virga::select(users.name, users.email, virga::count()).from(users).group_by(users.id).text() ==
                R"(select "users"."name", "users"."email", count(*) from "users" group by "users"."id")");
  SUCCEED();
}

TEST(group_by, an_expression_is_grouped_as_a_whole) {
  static_assert(
      virga::select(users.age + users.age, virga::count()).from(users).group_by(users.age + users.age).text() ==
      R"(select "users"."age" + "users"."age", count(*) from "users" group by "users"."age" + "users"."age")");
  SUCCEED();
}

TEST(having, may_use_an_aggregate_without_group_by) {
  const auto query = virga::select(virga::count()).from(users).having(virga::count() > 1);
  static_assert(query.text() == R"(select count(*) from "users" having count(*) > $1)");
  SUCCEED();
}

TEST(having, is_left_out_with_its_condition) {
  const auto query = [](bool flag) {
    return virga::to_sql(
        virga::select(users.name).from(users).group_by(users.name).having(when(flag, virga::count() > 1)));
  };
  EXPECT_EQ(query(true).text, R"(select "users"."name" from "users" group by "users"."name" having count(*) > $1)");
  EXPECT_EQ(query(false).text, R"(select "users"."name" from "users" group by "users"."name")");
}

}  // namespace
