// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using tests::condition;
using tests::posts;
using tests::readings;
using tests::users;
using params = std::vector<std::optional<std::string>>;

template <class Predicate>
params values(const Predicate& predicate) {
  return to_sql(select(count()).from(readings).where(predicate)).params;
}
const auto place = row_of(readings.station, readings.note);

TEST(rows, are_compared_with_rows) {
  const auto is = [](const auto& predicate) { return condition(readings, predicate); };
  EXPECT_EQ(is(place == row_of(7, "a")), R"(("lab"."readings"."station", "lab"."readings"."note") = ($1, $2))");
  EXPECT_EQ(is(row_of(readings.ticks, 7) >= row_of(readings.station, readings.channel)),
            R"(("lab"."readings"."ticks", $1) >= ("lab"."readings"."station", "lab"."readings"."channel"))");
  EXPECT_EQ(
      is(place < place && place <= place),
      R"(("lab"."readings"."station", "lab"."readings"."note") < ("lab"."readings"."station", "lab"."readings"."note"))"
      R"( and ("lab"."readings"."station", "lab"."readings"."note") <= ("lab"."readings"."station", "lab"."readings"."note"))");
  EXPECT_EQ(is(!(place != row_of(7, "a"))), R"(not ("lab"."readings"."station", "lab"."readings"."note") <> ($1, $2))");
  EXPECT_EQ(is(place > row_of(7, "a")).substr(54), "> ($1, $2)");
  EXPECT_EQ(is(is_distinct_from(place, row_of(7, "a"))).substr(54), "is distinct from ($1, $2)");
  EXPECT_EQ(is(is_not_distinct_from(place, row_of(7, "a"))).substr(54), "is not distinct from ($1, $2)");
  EXPECT_EQ(is(overlaps(row_of(readings.day, readings.day), row_of("2024-01-01", now()))),
            R"(("lab"."readings"."day", "lab"."readings"."day") overlaps ($1, now()))");
}

TEST(rows, bind_each_value_like_the_column_at_its_place) {
  EXPECT_EQ(values(place == row_of(7, "a")), (params{"7", "a"}));
  EXPECT_EQ(values(row_of(7, "a") < place), (params{"7", "a"}));
  EXPECT_EQ(values(row_of(readings.price, readings.day) < row_of(0.5, "2024-02-29")), (params{"0.5", "2024-02-29"}));
  EXPECT_THROW((void)(row_of(readings.channel, readings.note) == row_of(70000, "a")), value_error);
  const auto later = to_sql(select(count()).from(readings).where(place > row_of(placeholder("n"_name), "a")));
  EXPECT_EQ(later.params.size(), 2u);
}

TEST(rows, are_looked_for_in_lists_of_one_text) {
  const std::string text =
      R"(("lab"."readings"."station", "lab"."readings"."note") in (select * from unnest($1::integer[], $2::text[])))";
  const std::vector<std::tuple<int, std::string>> some{{1, "a"}, {2, "b,c"}};
  EXPECT_EQ(condition(readings, in_(place, some)), text);
  EXPECT_EQ(values(in_(place, some)), (params{"{1,2}", R"({"a","b,c"})"}));
  EXPECT_EQ(condition(readings, in_(place, {row_of(1, "a")})), text);
  EXPECT_EQ(values(in_(place, {std::pair(1, "a"), std::pair(3, "")})), (params{"{1,3}", R"({"a",""})"}));
  EXPECT_EQ(values(not_in(place, std::vector<std::tuple<int, std::string>>())), (params{"{}", "{}"}));
  EXPECT_EQ(condition(readings, not_in(place, some)).substr(54, 6), "not in");
}

TEST(rows, are_looked_for_in_queries) {
  EXPECT_EQ(condition(posts, in_(row_of(posts.author_id, posts.title), select(users.id, users.name).from(users))),
            R"(("posts"."author_id", "posts"."title") in (select "users"."id", "users"."name" from "users"))");
  EXPECT_EQ(condition(posts, not_in(row_of(posts.author_id, posts.title), select(users.id, users.name).from(users))),
            R"(("posts"."author_id", "posts"."title") not in (select "users"."id", "users"."name" from "users"))");
}

TEST(rows, are_null_where_an_item_is) {
  const auto null = []<class Predicate>(const Predicate&) { return Predicate::nullable(scope{}); };
  EXPECT_TRUE(null(place == row_of(7, "a")));
  EXPECT_FALSE(null(row_of(readings.station, readings.day) == row_of(7, "2024-01-01")));
  EXPECT_TRUE(null(row_of(7, "2024-01-01") == row_of(readings.channel, readings.day)));
  EXPECT_FALSE(null(is_distinct_from(place, row_of(7, "a"))));
  EXPECT_TRUE(null(in_(place, {row_of(1, "a")})));
  EXPECT_TRUE(null(in_(row_of(posts.author_id, posts.id), select(users.id, users.age).from(users))));
  EXPECT_FALSE(null(in_(row_of(posts.author_id, posts.title), select(users.id, users.name).from(users))));
}

}  // namespace
