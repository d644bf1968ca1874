// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using tests::posts;
using tests::readings;
using tests::users;
using params = std::vector<std::optional<std::string>>;

TEST(keyset, of_one_direction_compares_rows) {
  const auto order = keyset(asc(posts.title), posts.id);
  const auto page = to_sql(select(posts.id).from(posts).where(order.after("b", 7)).order_by(order).limit(20));
  EXPECT_EQ(page.text, R"(select "posts"."id" from "posts" where ("posts"."title", "posts"."id") > ($1, $2))"
                       R"( order by "posts"."title", "posts"."id" limit $3)");
  EXPECT_EQ(page.params, (params{"b", "7", "20"}));
  const auto newest = keyset(desc(posts.title), desc(posts.id));
  EXPECT_EQ(tests::condition(posts, newest.after("b", 7)), R"(("posts"."title", "posts"."id") < ($1, $2))");
  EXPECT_EQ(tests::condition(posts, keyset(desc(posts.id)).after(7)), R"("posts"."id" < $1)");
}

TEST(keyset, of_mixed_directions_begins_with_a_bound_that_an_index_answers) {
  const auto order = keyset(desc(readings.ticks), readings.station, desc(readings.day));
  EXPECT_EQ(
      tests::condition(readings, order.after(5, 7, "2024-01-01")),
      R"("lab"."readings"."ticks" <= $1 and ("lab"."readings"."ticks" < $2 or)"
      R"( "lab"."readings"."station" >= $3 and ("lab"."readings"."station" > $4 or "lab"."readings"."day" < $5)))");
  EXPECT_EQ(to_sql(select(count()).from(readings).where(order.after(5, 7, "2024-01-01"))).params,
            (params{"5", "5", "7", "7", "2024-01-01"}));
  EXPECT_EQ(to_sql(select(readings.ticks).from(readings).order_by(order)).text.substr(54),
            R"(order by "lab"."readings"."ticks" desc, "lab"."readings"."station", "lab"."readings"."day" desc)");
}

TEST(keyset, goes_back_in_the_other_direction) {
  const auto order = keyset(desc(posts.title), asc(posts.id));
  EXPECT_EQ(tests::condition(posts, order.before("b", 7)),
            R"("posts"."title" >= $1 and ("posts"."title" > $2 or "posts"."id" < $3))");
  EXPECT_EQ(to_sql(select(posts.id).from(posts).order_by(order.reversed())).text,
            R"(select "posts"."id" from "posts" order by "posts"."title", "posts"."id" desc)");
}

TEST(keyset, without_a_cursor_is_the_first_page) {
  const auto order = keyset(desc(posts.title), desc(posts.id));
  std::optional<decltype(order)::cursor> last;
  EXPECT_EQ(to_sql(select(posts.id).from(posts).where(order.after(last))).text, R"(select "posts"."id" from "posts")");
  last.emplace("b", 7);
  const auto second = to_sql(select(posts.id).from(posts).where(posts.published && order.after(last)));
  EXPECT_EQ(
      second.text,
      R"(select "posts"."id" from "posts" where "posts"."published" and ("posts"."title", "posts"."id") < ($1, $2))");
  EXPECT_EQ(second.params, (params{"b", "7"}));
}

TEST(keyset, stands_beside_other_conditions_and_takes_placeholders) {
  const auto order = keyset(desc(posts.title), asc(posts.id));
  EXPECT_EQ(tests::condition(posts, posts.published || order.after("b", 7)),
            R"("posts"."published" or "posts"."title" <= $1 and ("posts"."title" < $2 or "posts"."id" > $3))");
  EXPECT_EQ(tests::condition(posts, !order.after("b", 7)),
            R"(not ("posts"."title" <= $1 and ("posts"."title" < $2 or "posts"."id" > $3)))");
  const auto later = select(posts.id).from(posts).where(order.after(placeholder("title"_name), placeholder("id"_name)));
  EXPECT_EQ(
      later.text(),
      R"(select "posts"."id" from "posts" where "posts"."title" <= $1 and ("posts"."title" < $2 or "posts"."id" > $3))");
}

TEST(keyset, takes_expressions_and_what_has_no_keys_of_its_own) {
  const auto by_age = keyset(coalesce(users.age, 0), users.id);
  EXPECT_EQ(tests::condition(users, by_age.after(5, "00000000-0000-0000-0000-000000000000")),
            R"((coalesce("users"."age", $1), "users"."id") > ($2, $3))");
  const auto totals =
      cte("totals"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  const auto order = keyset(desc(totals["n"_name]), desc(totals[posts.author_id]));
  EXPECT_NE(
      to_sql(with(totals)
                 .select(totals["n"_name])
                 .from(totals)
                 .where(order.after(5, "00000000-0000-0000-0000-000000000000"))
                 .order_by(order))
          .text.find(
              R"(where ("totals"."n", "totals"."author_id") < ($1, $2) order by "totals"."n" desc, "totals"."author_id" desc)"),
      std::string::npos);
}

}  // namespace
