// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using tests::condition;
using tests::readings;
using tests::users;
using namespace virga::literals;

TEST(comparison, each_operator_has_its_sql) {
  EXPECT_EQ(condition(users, users.age == 1), R"("users"."age" = $1)");
  EXPECT_EQ(condition(users, users.age != 1), R"("users"."age" <> $1)");
  EXPECT_EQ(condition(users, users.age < 1), R"("users"."age" < $1)");
  EXPECT_EQ(condition(users, users.age <= 1), R"("users"."age" <= $1)");
  EXPECT_EQ(condition(users, users.age > 1), R"("users"."age" > $1)");
  EXPECT_EQ(condition(users, users.age >= 1), R"("users"."age" >= $1)");
}

TEST(comparison, a_value_may_stand_on_the_left) {
  EXPECT_EQ(condition(users, 5 == users.age), R"($1 = "users"."age")");
  EXPECT_EQ(condition(users, 5 < users.age), R"($1 < "users"."age")");
  EXPECT_EQ(condition(users, "Ann" != users.name), R"($1 <> "users"."name")");
}

TEST(comparison, drizzles_names_build_the_same_nodes) {
  static_assert(std::same_as<decltype(eq(users.age, 1)), decltype(users.age == 1)>);
  static_assert(std::same_as<decltype(ne(users.age, 1)), decltype(users.age != 1)>);
  static_assert(std::same_as<decltype(lt(users.age, 1)), decltype(users.age < 1)>);
  static_assert(std::same_as<decltype(lte(users.age, 1)), decltype(users.age <= 1)>);
  static_assert(std::same_as<decltype(gt(users.age, 1)), decltype(users.age > 1)>);
  static_assert(std::same_as<decltype(gte(users.age, 1)), decltype(users.age >= 1)>);
  EXPECT_EQ(condition(users, gte(users.age, 18)), R"("users"."age" >= $1)");
}

TEST(comparison, of_two_columns_binds_nothing) {
  const auto query = virga::to_sql(virga::select(users.id).from(users).where(users.name == users.email));
  EXPECT_EQ(query.text, R"(select "users"."id" from "users" where "users"."name" = "users"."email")");
  EXPECT_TRUE(query.params.empty());
}

TEST(comparison, of_comparisons_is_bracketed_on_both_sides) {
  EXPECT_EQ(condition(users, (users.age > 1) == (users.age < 9)), R"(("users"."age" > $1) = ("users"."age" < $2))");
  EXPECT_EQ(condition(users, (users.age > 1) == true), R"(("users"."age" > $1) = $2)");
}

TEST(comparison, of_a_logical_expression_brackets_it) {
  EXPECT_EQ(condition(users, (users.age > 1 && users.age < 9) == false),
            R"(("users"."age" > $1 and "users"."age" < $2) = $3)");
  EXPECT_EQ(condition(users, (!(users.age > 1)) == false), R"((not "users"."age" > $1) = $2)");
}

TEST(comparison, of_sums_needs_no_brackets) {
  EXPECT_EQ(condition(users, users.age + 1 > users.age * 2), R"("users"."age" + $1 > "users"."age" * $2)");
}

TEST(comparison, distinct_from_takes_an_optional) {
  const std::optional<int> age = 41;
  std::optional<std::string> name;
  EXPECT_EQ(condition(users, is_distinct_from(users.age, age)), R"("users"."age" is distinct from $1)");
  EXPECT_EQ(condition(users, is_not_distinct_from(users.name, name)), R"("users"."name" is not distinct from $1)");
  const auto query = select(users.age).from(users).where(is_distinct_from(users.age, age) &&
                                                         is_not_distinct_from(users.name, std::move(name)));
  EXPECT_EQ(debug_sql(query), R"(select "users"."age" from "users" where "users"."age" is distinct from '41' and )"
                              R"("users"."name" is not distinct from null)");
}

TEST(comparison, distinct_from_treats_null_as_a_value) {
  EXPECT_EQ(condition(users, is_distinct_from(users.age, 1)), R"("users"."age" is distinct from $1)");
  EXPECT_EQ(condition(users, is_not_distinct_from(users.age, 1)), R"("users"."age" is not distinct from $1)");
  EXPECT_EQ(condition(users, is_distinct_from(users.age > 1, users.age > 2)),
            R"("users"."age" > $1 is distinct from "users"."age" > $2)");
  EXPECT_EQ(condition(users, is_distinct_from(is_null(users.age), true)),
            R"(("users"."age" is null) is distinct from $1)");
}

TEST(null_test, is_postfix) {
  EXPECT_EQ(condition(users, is_null(users.age)), R"("users"."age" is null)");
  EXPECT_EQ(condition(users, is_not_null(users.age)), R"("users"."age" is not null)");
  EXPECT_EQ(condition(users, is_null(users.age + 1)), R"("users"."age" + $1 is null)");
  EXPECT_EQ(condition(users, is_null(users.age > 1 || users.age < 0)),
            R"(("users"."age" > $1 or "users"."age" < $2) is null)");
  EXPECT_EQ(condition(users, !is_null(users.age)), R"(not "users"."age" is null)");
  EXPECT_EQ(condition(users, is_null(is_null(users.age))), R"(("users"."age" is null) is null)");
}

TEST(pattern, each_has_its_sql) {
  EXPECT_EQ(condition(users, like(users.name, "A%")), R"("users"."name" like $1)");
  EXPECT_EQ(condition(users, not_like(users.name, "A%")), R"("users"."name" not like $1)");
  EXPECT_EQ(condition(users, ilike(users.name, "A%")), R"("users"."name" ilike $1)");
  EXPECT_EQ(condition(users, not_ilike(users.name, "A%")), R"("users"."name" not ilike $1)");
  EXPECT_EQ(condition(users, like(users.name, users.email)), R"("users"."name" like "users"."email")");
  EXPECT_EQ(condition(users, like(users.name, "A%") == true), R"("users"."name" like $1 = $2)");
  EXPECT_EQ(condition(users, !like(users.name, "A%") && users.age > 1),
            R"(not "users"."name" like $1 and "users"."age" > $2)");
}

TEST(between, includes_operators_without_brackets_and_looser_ones_with) {
  EXPECT_EQ(condition(users, between(users.age, 1, 9)), R"("users"."age" between $1 and $2)");
  EXPECT_EQ(condition(users, not_between(users.age, 1, 9)), R"("users"."age" not between $1 and $2)");
  EXPECT_EQ(condition(users, between(users.age, users.age - 1, users.age + 1)),
            R"("users"."age" between "users"."age" - $1 and "users"."age" + $2)");
  EXPECT_EQ(condition(users, between(users.age > 1, users.age > 2, users.age > 3)),
            R"(("users"."age" > $1) between ("users"."age" > $2) and ("users"."age" > $3))");
  EXPECT_EQ(condition(users, between(users.age, 1, 9) && users.name == "x"),
            R"("users"."age" between $1 and $2 and "users"."name" = $3)");
}

TEST(between, binds_in_the_order_of_its_text) {
  const auto query = virga::to_sql(virga::select(users.id).from(users).where(between(users.age + 3, 1, 9)));
  EXPECT_EQ(query.params, (std::vector<std::optional<std::string>>{"3", "1", "9"}));
}

TEST(membership, binds_one_array_whatever_the_length) {
  const std::vector<int> three{1, 2, 3}, none;
  const auto with_three = virga::to_sql(virga::select(users.id).from(users).where(in_(users.age, three)));
  const auto with_none = virga::to_sql(virga::select(users.id).from(users).where(in_(users.age, none)));
  EXPECT_EQ(with_three.text, R"(select "users"."id" from "users" where "users"."age" = any($1))");
  EXPECT_EQ(with_none.text, with_three.text);
  EXPECT_EQ(with_three.params, (std::vector<std::optional<std::string>>{"{1,2,3}"}));
  EXPECT_EQ(with_none.params, (std::vector<std::optional<std::string>>{"{}"}));
}

TEST(membership, takes_braced_lists_and_other_containers) {
  EXPECT_EQ(condition(users, not_in(users.age, {1, 2})), R"("users"."age" <> all($1))");
  const std::array<const char*, 2> names{"Ann", "Bob"};
  const auto query = virga::to_sql(virga::select(users.id).from(users).where(in_(users.name, names)));
  EXPECT_EQ(query.params, (std::vector<std::optional<std::string>>{R"({"Ann","Bob"})"}));
}

TEST(membership, quotes_what_would_end_an_element) {
  const std::vector<std::string> names{"", "NULL", "a,b", "{}", "\"", "\\", "it's", " "};
  const auto query = virga::to_sql(virga::select(users.id).from(users).where(in_(users.name, names)));
  EXPECT_EQ(query.params[0], R"({"","NULL","a,b","{}","\"","\\","it's"," "})");
}

TEST(membership, brackets_a_looser_operand) {
  EXPECT_EQ(condition(users, in_(users.age > 1, std::vector<bool>{true})), R"(("users"."age" > $1) = any($2))");
  EXPECT_EQ(condition(users, in_(users.age + 1, {2})), R"("users"."age" + $1 = any($2))");
}

TEST(comparison, constant_texts) {
  const auto adults = virga::select(users.id).from(users).where(users.age > 18 && like(users.email, "%@example.org"));
  static_assert(adults.text() ==
                R"(select "users"."id" from "users" where "users"."age" > $1 and "users"."email" like $2)");
  static_assert(virga::select(users.id).from(users).where(between(users.age, 1, 9)).text() ==
                R"(select "users"."id" from "users" where "users"."age" between $1 and $2)");
  const auto some = virga::select(users.id).from(users).where(in_(users.age, {1, 2}));
  static_assert(some.text() == R"(select "users"."id" from "users" where "users"."age" = any($1))");
  SUCCEED();
}

TEST(comparison, numbers_of_different_width_compare) {
  EXPECT_EQ(condition(readings, readings.ticks == readings.station),
            R"("lab"."readings"."ticks" = "lab"."readings"."station")");
  EXPECT_EQ(condition(readings, readings.level > readings.price),
            R"("lab"."readings"."level" > "lab"."readings"."price")");
}

}  // namespace
