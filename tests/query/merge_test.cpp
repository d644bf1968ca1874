// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::readings;
using tests::users;
using virga::merge_into;
using virga::row;
using virga::select;
using bound = std::vector<std::optional<std::string>>;

TEST(merge, of_another_table) {
  const auto old = posts.as("old"_name);
  const auto query = merge_into(posts)
                         .using_(old)
                         .on(posts.id == old.id + 1)
                         .when_matched(posts.published && old.title != "x")
                         .then_delete()
                         .when_matched()
                         .then_update(posts.title = old.title, posts.published = true)
                         .when_not_matched(old.published || old.id > 5)
                         .do_nothing()
                         .when_not_matched()
                         .then_insert(posts.author_id = old.author_id, posts.title = "new");
  static_assert(decltype(query)::text() ==
                R"(merge into "posts" using "posts" as "old" on "posts"."id" = "old"."id" + $1)"
                R"( when matched and "posts"."published" and "old"."title" <> $2 then delete)"
                R"( when matched then update set "title" = "old"."title", "published" = $3)"
                R"( when not matched and ("old"."published" or "old"."id" > $4) then do nothing)"
                R"( when not matched then insert ("author_id", "title") values ("old"."author_id", $5))");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"1", "x", "t", "5", "new"}));
}

TEST(merge, of_rows_that_are_written) {
  const auto v = virga::values(row(std::int64_t{1}, "a")).as("v"_name, "id"_name, "title"_name);
  const auto start = merge_into(posts).using_(v).on(posts.id == v["id"_name]);
  // the parts that concern matched rows come first in the text, and so do their values
  const auto query =
      start.when_not_matched(v["title"_name] != "b").do_nothing().when_matched(posts.title != "c").then_delete();
  EXPECT_EQ(query.text(),
            R"(merge into "posts" using (values ($1::bigint, $2::text)) as "v"("id", "title") on "posts"."id" =)"
            R"( "v"."id" when matched and "posts"."title" <> $3 then delete when not matched and "v"."title" <> $4)"
            R"( then do nothing)");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"1", "a", "c", "b"}));
  const auto identities = start.when_not_matched().overriding_system_value().then_insert(
      posts.id = v["id"_name], posts.title = v["title"_name], posts.author_id = "00000000-0000-0000-0000-000000000000");
  EXPECT_TRUE(identities.text().ends_with(
      R"( then insert ("id", "title", "author_id") overriding system value values ("v"."id", "v"."title", $3))"));
}

TEST(merge, of_a_query_and_of_a_common_table_expression) {
  const auto some = select(users.id, users.name).from(users).where(users.age > 18).as("some"_name);
  const auto derived = merge_into(posts)
                           .using_(some)
                           .on(posts.author_id == some[users.id])
                           .when_matched()
                           .then_update(posts.title = some[users.name]);
  EXPECT_EQ(derived.text(),
            R"(merge into "posts" using (select "users"."id", "users"."name" from "users" where "users"."age" > $1))"
            R"( as "some" on "posts"."author_id" = "some"."id" when matched then update set "title" = "some"."name")");
  const auto news = virga::cte("news"_name).as(select(users.id).from(users));
  const auto query = virga::with(news)
                         .merge_into(posts)
                         .using_(news)
                         .on(posts.author_id == news[users.id])
                         .when_matched()
                         .then_delete();
  EXPECT_EQ(query.text(), R"(with "news" as (select "users"."id" from "users") merge into "posts" using "news" on)"
                          R"( "posts"."author_id" = "news"."id" when matched then delete)");
}

TEST(merge, of_joined_tables) {
  const auto drafts = select(posts.id, posts.author_id).from(posts).where(posts.id < 9).as("drafts"_name);
  const auto query = merge_into(posts)
                         .using_(drafts)
                         .inner_join(users, users.id == drafts[posts.author_id] && users.age > 18)
                         .left_join(readings, readings.station == users.age)
                         .on(posts.id == drafts[posts.id])
                         .when_matched(is_null(readings.note))
                         .then_update(posts.title = users.name);
  EXPECT_EQ(
      query.text(),
      R"(merge into "posts" using (select "posts"."id", "posts"."author_id" from "posts" where "posts"."id" < $1))"
      R"( as "drafts" inner join "users" on "users"."id" = "drafts"."author_id" and "users"."age" > $2)"
      R"( left join "lab"."readings" on "lab"."readings"."station" = "users"."age" on "posts"."id" = "drafts"."id")"
      R"( when matched and "lab"."readings"."note" is null then update set "title" = "users"."name")");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"9", "18"}));
}

TEST(merge, returns_what_it_did) {
  const auto old = posts.as("old"_name);
  const auto start = merge_into(posts).using_(old).left_join(users, users.id == old.author_id).on(posts.id == old.id);
  const auto query =
      start.when_matched().then_delete().returning(virga::merge_action().as("did"_name), posts.id, users.name);
  EXPECT_TRUE(query.text().ends_with(
      R"( when matched then delete returning merge_action() as "did", "posts"."id", "users"."name")"));
  using row = virga::row_type<std::remove_const_t<decltype(query)>>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::string>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::int64_t>);
  static_assert(std::same_as<std::tuple_element_t<2, row>, std::optional<std::string>>);
  // without a list, the row of the table and nothing of the source
  const auto whole = start.when_matched().then_delete().returning();
  EXPECT_TRUE(
      whole.text().ends_with(R"( returning "posts"."id", "posts"."author_id", "posts"."title", "posts"."published")"));
  static_assert(std::same_as<virga::row_type<std::remove_const_t<decltype(whole)>>, virga::infer_select<posts>>);
}

}  // namespace
