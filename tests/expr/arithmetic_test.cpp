// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include <limits>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::readings;
using tests::users;

/// The SQL of one expression, as it stands in a select list.
template <class Expression>
std::string listed(const Expression& expression) {
  std::string text = virga::to_sql(virga::select(expression).from(users)).text;
  return text.substr(7, text.size() - 7 - 13);
}

TEST(arithmetic, each_operator_has_its_sql) {
  EXPECT_EQ(listed(users.age + 1), R"("users"."age" + $1)");
  EXPECT_EQ(listed(users.age - 1), R"("users"."age" - $1)");
  EXPECT_EQ(listed(users.age * 2), R"("users"."age" * $1)");
  EXPECT_EQ(listed(users.age / 2), R"("users"."age" / $1)");
  EXPECT_EQ(listed(users.age % 2), R"("users"."age" % $1)");
  EXPECT_EQ(listed(10 - users.age), R"($1 - "users"."age")");
}

TEST(arithmetic, groups_to_the_left) {
  const auto& a = users.age;
  EXPECT_EQ(listed(a - a - a), R"("users"."age" - "users"."age" - "users"."age")");
  EXPECT_EQ(listed(a - (a - a)), R"("users"."age" - ("users"."age" - "users"."age"))");
  EXPECT_EQ(listed(a - (a + a)), R"("users"."age" - ("users"."age" + "users"."age"))");
  EXPECT_EQ(listed(a / (a * a)), R"("users"."age" / ("users"."age" * "users"."age"))");
  EXPECT_EQ(listed(a / a * a), R"("users"."age" / "users"."age" * "users"."age")");
  EXPECT_EQ(listed(a % (a % a)), R"("users"."age" % ("users"."age" % "users"."age"))");
}

TEST(arithmetic, products_bind_tighter_than_sums) {
  const auto& a = users.age;
  EXPECT_EQ(listed(a + a * a), R"("users"."age" + "users"."age" * "users"."age")");
  EXPECT_EQ(listed((a + a) * a), R"(("users"."age" + "users"."age") * "users"."age")");
  EXPECT_EQ(listed(a * (a + a)), R"("users"."age" * ("users"."age" + "users"."age"))");
  EXPECT_EQ(listed(a * a - a / a), R"("users"."age" * "users"."age" - "users"."age" / "users"."age")");
}

TEST(arithmetic, long_chains_keep_the_order_of_their_values) {
  const auto query = virga::to_sql(virga::select(users.age - 1 - 2 - (3 - users.age) * 4).from(users));
  EXPECT_EQ(query.text, R"(select "users"."age" - $1 - $2 - ($3 - "users"."age") * $4 from "users")");
  EXPECT_EQ(query.params, (std::vector<std::optional<std::string>>{"1", "2", "3", "4"}));
}

TEST(arithmetic, has_the_type_that_postgresql_gives) {
  using namespace virga::types;
  const auto is = []<class Expected, class Expression>(Expected*, const Expression&) {
    return std::same_as<typename Expression::type, Expected>;
  };
  EXPECT_TRUE(is(static_cast<smallint*>(nullptr), readings.channel + readings.channel));
  EXPECT_TRUE(is(static_cast<integer*>(nullptr), readings.channel + readings.station));
  EXPECT_TRUE(is(static_cast<bigint*>(nullptr), readings.ticks * readings.station));
  EXPECT_TRUE(is(static_cast<numeric*>(nullptr), readings.price - readings.ticks));
  EXPECT_TRUE(is(static_cast<double_precision*>(nullptr), readings.noise + readings.ticks));
  EXPECT_TRUE(is(static_cast<double_precision*>(nullptr), readings.noise + readings.level));
  EXPECT_TRUE(is(static_cast<real*>(nullptr), readings.noise + readings.noise));
  EXPECT_TRUE(is(static_cast<double_precision*>(nullptr), readings.price / readings.level));
}

TEST(arithmetic, a_sign_holds_tighter_than_a_product) {
  const auto& a = users.age;
  EXPECT_EQ(listed(-a), R"(-"users"."age")");
  EXPECT_EQ(listed(-a * 2), R"(-"users"."age" * $1)");
  EXPECT_EQ(listed(-(a * 2)), R"(-("users"."age" * $1))");
  EXPECT_EQ(listed(a - -a), R"("users"."age" - -"users"."age")");
  EXPECT_EQ(listed(-(-a)), R"(-(-"users"."age"))");  // two signs side by side would begin a comment
  static_assert(decltype(-a)::nullable(virga::scope{}));
  static_assert(!decltype(-readings.station)::nullable(virga::scope{}));
  static_assert(std::same_as<decltype(-readings.noise)::type, virga::types::real>);
}

TEST(arithmetic, a_fraction_beside_a_numeric_is_the_shortest_decimal_that_reads_back_as_it) {
  const auto values = [](const auto& expression) {
    return virga::to_sql(virga::select(virga::sql<bool>("{}"_sql, expression)).from(readings)).params;
  };
  using params = std::vector<std::optional<std::string>>;
  EXPECT_EQ(values(readings.price > 0.1), params{"0.1"});
  EXPECT_EQ(values(0.1f > readings.price), params{"0.1"});
  EXPECT_EQ(values(readings.price > 0.1 + 0.2), params{"0.30000000000000004"});
  EXPECT_EQ(values(readings.price > 5e-324).at(0)->size(), 326u);
  EXPECT_EQ(values(readings.price == -std::numeric_limits<double>::infinity()), params{"-Infinity"});
  EXPECT_EQ(values(readings.price == std::numeric_limits<float>::quiet_NaN()), params{"NaN"});
  EXPECT_EQ(values(virga::avg(readings.station) * 1.5 > 2), (params{"1.5", "2"}));
  EXPECT_EQ(values(virga::coalesce(readings.price, 0.5) > 1), (params{"0.5", "1"}));
  EXPECT_EQ(values(virga::between(readings.price, 0.5, 1.5)), (params{"0.5", "1.5"}));
  EXPECT_EQ(values(virga::in_(readings.price, {0.5, 1.5})), params{R"({"0.5","1.5"})"});
}

TEST(arithmetic, is_null_where_an_operand_is) {
  constexpr virga::scope scope{};
  static_assert(decltype(users.age + 1)::nullable(scope));
  static_assert(!decltype(readings.station + 1)::nullable(scope));
  static_assert(decltype(readings.station + readings.channel)::nullable(scope));
  SUCCEED();
}

}  // namespace
