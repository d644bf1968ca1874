// SPDX-License-Identifier: BSL-1.0
//
// What a lateral source reads of a table that an outer join may leave out is null in its own columns.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using tests::posts;
using tests::users;

template <std::size_t Index, class Query>
using value_at = std::tuple_element_t<Index, row_type<std::remove_const_t<Query>>>;

constexpr auto others = users.as("others"_name);
// of a query that may give rows whether the post is there or not: its own column, one of the post, one made of both
const auto inner = select(others.name, posts.title, concat(posts.title, others.name).as("both"_name),
                          (posts.id + 1).as("next"_name), coalesce(posts.title, "").as("filled"_name))
                       .from(others)
                       .as("inner"_name);

TEST(lateral, columns_of_an_absent_row_are_null) {
  const auto query = select(inner[others.name], inner[posts.title], inner["next"_name], inner["filled"_name])
                         .from(users)
                         .left_join(posts, posts.author_id == users.id)
                         .cross_join(lateral(inner));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::string>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::optional<std::string>>);
  static_assert(std::same_as<value_at<2, decltype(query)>, std::optional<std::int64_t>>);
  static_assert(std::same_as<value_at<3, decltype(query)>, std::string>);
}

TEST(lateral, columns_of_a_row_that_is_there_are_not) {
  const auto query = select(inner[posts.title], inner["next"_name])
                         .from(posts)
                         .left_join(users, posts.author_id == users.id)
                         .cross_join(lateral(inner));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::string>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::int64_t>);
}

TEST(lateral, of_rows_that_are_written) {
  const auto rows = values(row(posts.title, 1), row(users.name, 2)).as("rows"_name, "text"_name, "n"_name);
  const auto query = select(rows["text"_name], rows["n"_name])
                         .from(users)
                         .left_join(posts, posts.author_id == users.id)
                         .inner_join(lateral(rows), rows["n"_name] > 0);
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::string>>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::int32_t>);
}

TEST(lateral, of_a_set_operation) {
  const auto both =
      union_(select(posts.title.as("text"_name)).from(others), select(others.name.as("text"_name)).from(others))
          .as("both"_name);
  const auto query =
      select(both["text"_name]).from(users).left_join(posts, posts.author_id == users.id).cross_join(lateral(both));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::string>>);
  const auto there = select(both["text"_name]).from(posts).cross_join(lateral(both));
  static_assert(std::same_as<value_at<0, decltype(there)>, std::string>);
}

TEST(lateral, of_a_lateral_and_of_what_reads_one) {
  const auto outer = select(inner[posts.title].as("again"_name))
                         .from(users.as("third"_name))
                         .cross_join(lateral(inner))
                         .as("outer"_name);
  const auto query =
      select(outer["again"_name]).from(users).left_join(posts, posts.author_id == users.id).cross_join(lateral(outer));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::string>>);
  // a second lateral source that reads the first
  const auto second = select(inner[posts.title].as("copy"_name)).from(users.as("third"_name)).as("second"_name);
  const auto chained = select(second["copy"_name])
                           .from(users)
                           .left_join(posts, posts.author_id == users.id)
                           .cross_join(lateral(inner))
                           .cross_join(lateral(second));
  static_assert(std::same_as<value_at<0, decltype(chained)>, std::optional<std::string>>);
}

}  // namespace
