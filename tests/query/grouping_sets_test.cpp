// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::readings;
using tests::users;
using virga::count;
using virga::cube;
using virga::grouping;
using virga::grouping_sets;
using virga::rollup;
using virga::select;
using virga::set;
template <std::size_t Index, class Query>
using value_at = std::tuple_element_t<Index, virga::row_type<Query>>;

TEST(grouping_sets, rollup_makes_its_columns_nullable) {
  const auto query =
      select(readings.station, readings.day, count(), grouping(readings.station, readings.day).as("level"_name))
          .from(readings)
          .group_by(rollup(readings.station, readings.day))
          .having(grouping(readings.day) == 0)
          .order_by(grouping(readings.station), readings.station);
  static_assert(
      query.text() ==
      R"(select "lab"."readings"."station", "lab"."readings"."day", count(*), grouping("lab"."readings"."station",)"
      R"( "lab"."readings"."day") as "level" from "lab"."readings" group by rollup ("lab"."readings"."station",)"
      R"( "lab"."readings"."day") having grouping("lab"."readings"."day") = $1 order by)"
      R"( grouping("lab"."readings"."station"), "lab"."readings"."station")");
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::int32_t>>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::optional<std::chrono::sys_days>>);
  static_assert(std::same_as<value_at<2, decltype(query)>, std::int64_t>);
  static_assert(std::same_as<value_at<3, decltype(query)>, std::int32_t>);
  SUCCEED();
}

TEST(grouping_sets, what_is_grouped_in_every_row_is_never_null) {
  const auto query =
      select(readings.station, readings.day, readings.ticks)
          .from(readings)
          .group_by(readings.station, cube(readings.station, readings.day), grouping_sets(readings.ticks));
  static_assert(
      query.text() ==
      R"(select "lab"."readings"."station", "lab"."readings"."day", "lab"."readings"."ticks" from "lab"."readings")"
      R"( group by "lab"."readings"."station", cube ("lab"."readings"."station", "lab"."readings"."day"),)"
      R"( grouping sets ("lab"."readings"."ticks"))");
  static_assert(std::same_as<value_at<0, decltype(query)>, std::int32_t>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::optional<std::chrono::sys_days>>);
  static_assert(std::same_as<value_at<2, decltype(query)>, std::int64_t>);

  const auto sets =
      select(users.id, users.email)
          .from(users)
          .group_by(grouping_sets(set(users.id, users.email), set(users.id), rollup(set(users.id, users.age))));
  static_assert(sets.text().ends_with(R"(group by grouping sets (("users"."id", "users"."email"), ("users"."id"),)"
                                      R"( rollup (("users"."id", "users"."age"))))"));
  static_assert(std::same_as<value_at<0, decltype(sets)>, std::optional<boost::uuids::uuid>>);
}

TEST(grouping_sets, a_primary_key_in_all_sets_decides_its_row) {
  const auto query = select(users.id, users.name, users.email, count())
                         .from(users)
                         .group_by(grouping_sets(set(users.id, users.email), set(users.id)));
  static_assert(query.text().ends_with(R"(group by grouping sets (("users"."id", "users"."email"), ("users"."id")))"));
  static_assert(std::same_as<value_at<0, decltype(query)>, boost::uuids::uuid>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::string>);
  static_assert(std::same_as<value_at<2, decltype(query)>, std::optional<std::string>>, "left out by the second set");
}

TEST(grouping_sets, expressions_that_are_left_out_are_null) {
  const auto name = virga::coalesce(virga::upper(users.name), users.email);
  const auto query = select(name.as("name"_name), virga::lower(name).as("low"_name),
                            virga::coalesce(users.age, 0).as("age"_name), count())
                         .from(users)
                         .group_by(rollup(name), users.age);
  static_assert(
      query.text().ends_with(R"(group by rollup (coalesce(upper("users"."name"), "users"."email")), "users"."age")"));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::string>>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::optional<std::string>>);
  static_assert(std::same_as<value_at<2, decltype(query)>, std::int32_t>);
}

TEST(grouping_sets, come_through_common_table_expressions) {
  const auto totals = virga::cte("totals"_name)
                          .as(select(users.name, grouping(users.name).as("is_total"_name), count().as("n"_name))
                                  .from(users)
                                  .group_by(grouping_sets(set(users.name), set())));
  const auto query = virga::with(totals).select(totals[users.name], totals["is_total"_name]).from(totals);
  static_assert(query.text() ==
                R"(with "totals" as (select "users"."name", grouping("users"."name") as "is_total", count(*))"
                R"( as "n" from "users" group by grouping sets (("users"."name"), ())) select "totals"."name",)"
                R"( "totals"."is_total" from "totals")");
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::string>>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::int32_t>);
}

}  // namespace
