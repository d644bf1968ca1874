// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using tests::condition;
using tests::users;

const auto name = users.name == "x";
constexpr auto young = users.age < 18;
constexpr auto adult = users.age >= 18;

TEST(logic, and_binds_tighter_than_or) {
  const auto a = is_null(users.age);
  const auto b = is_null(users.name);
  const auto c = is_null(users.email);
  EXPECT_EQ(condition(users, a && b && c),
            R"("users"."age" is null and "users"."name" is null and "users"."email" is null)");
  EXPECT_EQ(condition(users, a || b || c),
            R"("users"."age" is null or "users"."name" is null or "users"."email" is null)");
  EXPECT_EQ(condition(users, a || (b && c)),
            R"("users"."age" is null or "users"."name" is null and "users"."email" is null)");
  EXPECT_EQ(condition(users, (a || b) && c),
            R"(("users"."age" is null or "users"."name" is null) and "users"."email" is null)");
  EXPECT_EQ(condition(users, a && (b || c)),
            R"("users"."age" is null and ("users"."name" is null or "users"."email" is null))");
}

TEST(logic, not_brackets_what_is_looser) {
  const auto a = is_null(users.age);
  const auto b = is_null(users.name);
  EXPECT_EQ(condition(users, !a), R"(not "users"."age" is null)");
  EXPECT_EQ(condition(users, !(a && b)), R"(not ("users"."age" is null and "users"."name" is null))");
  EXPECT_EQ(condition(users, !(a || b)), R"(not ("users"."age" is null or "users"."name" is null))");
  EXPECT_EQ(condition(users, !a && b), R"(not "users"."age" is null and "users"."name" is null)");
  EXPECT_EQ(condition(users, !!a), R"(not (not "users"."age" is null))");
  EXPECT_EQ(condition(users, !(users.age > 1)), R"(not "users"."age" > $1)");
}

TEST(logic, lists_by_name_build_the_same_nodes) {
  static_assert(std::same_as<decltype(and_(name, young, adult)), decltype(name && young && adult)>);
  static_assert(std::same_as<decltype(or_(name, young, adult)), decltype(name || young || adult)>);
  static_assert(std::same_as<decltype(not_(name)), decltype(!name)>);
  static_assert(std::same_as<decltype(and_(young)), std::remove_cv_t<decltype(young)>>);
  EXPECT_EQ(condition(users, or_(young, adult)), R"("users"."age" < $1 or "users"."age" >= $2)");
}

TEST(logic, values_are_bound_in_the_order_of_the_text) {
  const auto query = virga::to_sql(virga::select(users.id).from(users).where((users.name == "a" || users.age > 2) &&
                                                                             !(users.age < 3 && users.name != "d")));
  EXPECT_EQ(query.text, R"(select "users"."id" from "users" where ("users"."name" = $1 or "users"."age" > $2))"
                        R"( and not ("users"."age" < $3 and "users"."name" <> $4))");
  EXPECT_EQ(query.params, (std::vector<std::optional<std::string>>{"a", "2", "3", "d"}));
}

TEST(logic, text_is_a_constant) {
  const auto query = virga::select(users.id).from(users).where((young || adult) && !(young && name));
  static_assert(query.text() == R"(select "users"."id" from "users" where ("users"."age" < $1 or "users"."age" >= $2))"
                                R"( and not ("users"."age" < $3 and "users"."name" = $4))");
  SUCCEED();
}

TEST(logic, is_null_where_an_operand_is) {
  constexpr virga::scope nothing_optional{};
  static_assert(decltype(young)::nullable(nothing_optional));
  static_assert(!decltype(name)::nullable(nothing_optional));
  static_assert(decltype(name && young)::nullable(nothing_optional));
  static_assert(!decltype(is_null(users.age))::nullable(nothing_optional));
  static_assert(!decltype(is_distinct_from(users.age, 1))::nullable(nothing_optional));
  SUCCEED();
}

}  // namespace
