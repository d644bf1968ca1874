// SPDX-License-Identifier: BSL-1.0
//
// Clauses that most selects do without.
#include <gtest/gtest.h>

#include <cmath>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::readings;
using tests::users;
using virga::select;
namespace sampling = virga::sampling;
using bound = std::vector<std::optional<std::string>>;

TEST(rare_clauses, using_compares_columns_of_one_name) {
  constexpr auto later = readings.as("later"_name);
  const auto query =
      select(readings.note, later.note).from(readings).full_join(later, virga::using_(readings.station, readings.day));
  static_assert(
      query.text() ==
      R"(select "lab"."readings"."note", "later"."note" from "lab"."readings" full join "lab"."readings" as "later")"
      R"( on "lab"."readings"."station" = "later"."station" and "lab"."readings"."day" = "later"."day")");
  const auto some = virga::cte("some"_name).as(select(users.id).from(users));
  const auto joined = virga::with(some).select(users.name).from(users).inner_join(some, virga::using_(users.id));
  static_assert(joined.text().ends_with(R"(from "users" inner join "some" on "users"."id" = "some"."id")"));
  const auto removal = virga::delete_from(posts)
                           .using_(later)
                           .inner_join(readings, virga::using_(later.station))
                           .where(posts.id == later.ticks);
  static_assert(
      removal.text() ==
      R"(delete from "posts" using "lab"."readings" as "later" inner join "lab"."readings" on "later"."station" =)"
      R"( "lab"."readings"."station" where "posts"."id" = "later"."ticks")");
}

TEST(rare_clauses, samples) {
  const auto query = select().from(users.tablesample(sampling::bernoulli, 2.5).repeatable(42)).where(users.age > 1);
  static_assert(
      query.text().ends_with(R"(from "users" tablesample bernoulli ($1) repeatable ($2) where "users"."age" > $3)"));
  EXPECT_EQ(virga::to_sql(query).params, (bound{"2.5", "42", "1"}));
  static_assert(std::same_as<virga::row_type<decltype(query)>, virga::infer_select<users>>);

  const auto other = users.as("other"_name);
  const auto joined =
      select(other.name).from(posts).left_join(other.tablesample(sampling::system, 10), other.id == posts.author_id);
  static_assert(joined.text() ==
                R"(select "other"."name" from "posts" left join "users" as "other" tablesample system ($1))"
                R"( on "other"."id" = "posts"."author_id")");
  static_assert(std::same_as<std::tuple_element_t<0, virga::row_type<decltype(joined)>>, std::optional<std::string>>);
  EXPECT_THROW((void)users.tablesample(sampling::system, 101), virga::value_error);
  EXPECT_THROW((void)users.tablesample(sampling::system, -0.5), virga::value_error);
  EXPECT_THROW((void)users.tablesample(sampling::system, std::nan("")), virga::value_error);
}

TEST(rare_clauses, fetch_first) {
  const auto query = select(users.name).from(users).order_by(desc(users.age)).fetch_first(3).with_ties().offset(1);
  static_assert(
      query.text() ==
      R"(select "users"."name" from "users" order by "users"."age" desc fetch first $1 rows with ties offset $2)");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"3", "1"}));
  const auto plain = select(users.name).from(users).fetch_first(virga::placeholder("n"_name));
  EXPECT_EQ(virga::to_sql(virga::prepare(plain).with("n"_name = 2)).text,
            R"(select "users"."name" from "users" fetch first $1 rows only)");
  EXPECT_THROW((void)select(users.name).from(users).fetch_first(-1), virga::value_error);
}

}  // namespace
