// SPDX-License-Identifier: BSL-1.0
//
// Right programs of subqueries, set operations, windows and common table expressions, close to the wrong ones of
// tests/compile_fail: a rule must not refuse more than SQL does.
#include <gtest/gtest.h>

#include <string_view>

#include "support/blog_tables.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;
using namespace tests::blog;

TEST(right_but_unusual_queries, scalar_subquery_in_the_select_list) {
  constexpr auto q = select(users.name, scalar(select(count()).from(posts).where(posts.author_id == users.id)).as("posts"_name)).from(users);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", (select count(*) from "blog"."posts" where "blog"."posts"."author_id" = )"
            R"("users"."id") as "posts" from "users")");
}

TEST(right_but_unusual_queries, correlated_subquery_in_where) {
  constexpr auto q = select(users.name).from(users).where(scalar(select(count()).from(posts).where(posts.author_id == users.id)) > 3);
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where (select count(*) from "blog"."posts" where )"
            R"("blog"."posts"."author_id" = "users"."id") > $1)");
}

TEST(right_but_unusual_queries, correlated_exists_in_a_join) {
  constexpr auto q = select(users.name, posts.title).from(users)
                           .inner_join(posts, posts.author_id == users.id && exists(select(tags.tag).from(tags).where(tags.post_id == posts.id)));
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "blog"."posts"."title" from "users" inner join "blog"."posts" on )"
            R"("blog"."posts"."author_id" = "users"."id" and exists (select "tags"."tag" from "tags" where )"
            R"("tags"."post_id" = "blog"."posts"."id"))");
}

TEST(right_but_unusual_queries, correlated_subquery_in_group_by_and_select) {
  constexpr auto of_author = scalar(select(count()).from(posts).where(posts.author_id == users.id));
  constexpr auto q = select(of_author, count()).from(users).group_by(of_author);
  EXPECT_EQ(q.text(),
            R"(select (select count(*) from "blog"."posts" where "blog"."posts"."author_id" = "users"."id"), count(*) )"
            R"(from "users" group by (select count(*) from "blog"."posts" where "blog"."posts"."author_id" = )"
            R"("users"."id"))");
}

TEST(right_but_unusual_queries, correlated_subquery_in_having_reads_a_grouped_column) {
  constexpr auto q = select(posts.author_id, count()).from(posts).group_by(posts.author_id)
                           .having(exists(select(users.id).from(users).where(users.id == posts.author_id)));
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."author_id", count(*) from "blog"."posts" group by "blog"."posts"."author_id" )"
            R"(having exists (select "users"."id" from "users" where "users"."id" = "blog"."posts"."author_id"))");
}

TEST(right_but_unusual_queries, subquery_in_having_compared_with_an_aggregate) {
  constexpr auto q = select(posts.author_id).from(posts).group_by(posts.author_id)
                           .having(count() > scalar(select(count()).from(users)));
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."author_id" from "blog"."posts" group by "blog"."posts"."author_id" having )"
            R"(count(*) > (select count(*) from "users"))");
}

TEST(right_but_unusual_queries, correlated_subquery_in_order_by) {
  constexpr auto q = select(users.name).from(users).order_by(desc(scalar(select(max(posts.likes)).from(posts).where(posts.author_id == users.id))), users.id);
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" order by (select max("blog"."posts"."likes") from "blog"."posts" )"
            R"(where "blog"."posts"."author_id" = "users"."id") desc, "users"."id")");
}

TEST(right_but_unusual_queries, correlated_subquery_in_set) {
  const auto q = [&] { return update(users).set(users.name = coalesce(scalar(select(posts.title).from(posts).where(posts.author_id == users.id).limit(1)), "")).all_rows(); };
  EXPECT_EQ(q().text(),
            R"(update "users" set "name" = coalesce((select "blog"."posts"."title" from "blog"."posts" where )"
            R"("blog"."posts"."author_id" = "users"."id" limit $1), $2))");
}

TEST(right_but_unusual_queries, correlated_subquery_in_delete_and_returning) {
  const auto q = [&] {
    return delete_from(users).where(not_exists(select(posts.id).from(posts).where(posts.author_id == users.id)))
        .returning(users.id, scalar(select(count()).from(posts).where(posts.author_id == users.id)));
  };
  EXPECT_EQ(q().text(),
            R"(delete from "users" where not exists (select "blog"."posts"."id" from "blog"."posts" where )"
            R"("blog"."posts"."author_id" = "users"."id") returning "users"."id", (select count(*) from "blog"."posts" )"
            R"(where "blog"."posts"."author_id" = "users"."id"))");
}

TEST(right_but_unusual_queries, subquery_in_values) {
  const auto q = [&] {
    return insert_into(posts).values(posts.title = "a", posts.author_id = coalesce(scalar(select(users.id).from(users).limit(1)), "00000000-0000-0000-0000-000000000001"));
  };
  EXPECT_EQ(q().text(),
            R"(insert into "blog"."posts" ("title", "author_id") values ($1, coalesce((select "users"."id" from "users" )"
            R"(limit $2), $3)))");
}

TEST(right_but_unusual_queries, subquery_inside_a_subquery_reads_the_outermost_table) {
  constexpr auto q = select(users.name).from(users).where(
      exists(select(posts.id).from(posts).where(exists(select(tags.tag).from(tags).where(tags.post_id == posts.id && tags.tag == users.name)))));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where exists (select "blog"."posts"."id" from "blog"."posts" where )"
            R"(exists (select "tags"."tag" from "tags" where "tags"."post_id" = "blog"."posts"."id" and "tags"."tag" = )"
            R"("users"."name")))");
}

TEST(right_but_unusual_queries, subquery_of_the_same_table_under_an_alias) {
  constexpr auto other = posts.as("other"_name);
  constexpr auto q = select(posts.title).from(posts).where(posts.likes == scalar(select(max(other.likes)).from(other).where(other.author_id == posts.author_id)));
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."title" from "blog"."posts" where "blog"."posts"."likes" = (select )"
            R"(max("other"."likes") from "blog"."posts" as "other" where "other"."author_id" = )"
            R"("blog"."posts"."author_id"))");
}

TEST(right_but_unusual_queries, subquery_of_the_same_table_hides_the_one_around_it) {
  constexpr auto q = select(users.name).from(users).where(users.age > scalar(select(avg(users.age)).from(users)));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where "users"."age" > (select avg("users"."age") from "users"))");
}

TEST(right_but_unusual_queries, aggregate_in_a_subquery_of_an_aggregate_query) {
  constexpr auto q = select(max(posts.likes), scalar(select(max(users.age)).from(users))).from(posts);
  EXPECT_EQ(q.text(),
            R"(select max("blog"."posts"."likes"), (select max("users"."age") from "users") from "blog"."posts")");
}

TEST(right_but_unusual_queries, aggregate_over_a_subquery) {
  constexpr auto q = select(sum(scalar(select(count()).from(posts).where(posts.author_id == users.id)))).from(users);
  EXPECT_EQ(q.text(),
            R"(select sum((select count(*) from "blog"."posts" where "blog"."posts"."author_id" = "users"."id")) from )"
            R"("users")");
}

TEST(right_but_unusual_queries, aggregate_subquery_in_where_of_an_aggregate_query) {
  constexpr auto q = select(count()).from(posts).where(posts.likes > scalar(select(avg(posts.likes)).from(posts)));
  EXPECT_EQ(q.text(),
            R"(select count(*) from "blog"."posts" where "blog"."posts"."likes" > (select avg("blog"."posts"."likes") )"
            R"(from "blog"."posts"))");
}

TEST(right_but_unusual_queries, subquery_beside_groups_by_primary_key) {
  constexpr auto q = select(users.name, count(), scalar(select(count()).from(tags).where(tags.tag == users.email))).from(users)
                           .inner_join(posts, posts.author_id == users.id).group_by(users.id);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", count(*), (select count(*) from "tags" where "tags"."tag" = "users"."email") from )"
            R"("users" inner join "blog"."posts" on "blog"."posts"."author_id" = "users"."id" group by "users"."id")");
}

TEST(right_but_unusual_queries, any_of_a_correlated_query) {
  constexpr auto q = select(users.name).from(users).where(users.age > all_of(select(posts.likes).from(posts).where(posts.author_id == users.id)));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where "users"."age" > all (select "blog"."posts"."likes" from )"
            R"("blog"."posts" where "blog"."posts"."author_id" = "users"."id"))");
}

TEST(right_but_unusual_queries, value_at_the_left_of_any_of_a_query) {
  constexpr auto q = select(users.name).from(users).where(5 < any_of(select(posts.likes).from(posts).where(posts.author_id == users.id)));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where $1 < any (select "blog"."posts"."likes" from "blog"."posts" )"
            R"(where "blog"."posts"."author_id" = "users"."id"))");
}

TEST(right_but_unusual_queries, in_a_union) {
  constexpr auto q = select(users.name).from(users).where(in_(users.name, union_(select(posts.title).from(posts), select(tags.tag).from(tags).where(tags.tag == users.email))));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where "users"."name" in ((select "blog"."posts"."title" from )"
            R"("blog"."posts") union (select "tags"."tag" from "tags" where "tags"."tag" = "users"."email")))");
}

TEST(right_but_unusual_queries, not_in_a_query_with_values_before_and_after) {
  constexpr auto q = select(users.name).from(users).where(users.age > 1 && not_in(users.id, select(posts.author_id).from(posts).where(posts.likes > 2)) && users.age < 3);
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where "users"."age" > $1 and "users"."id" not in (select )"
            R"("blog"."posts"."author_id" from "blog"."posts" where "blog"."posts"."likes" > $2) and "users"."age" < $3)");
}

TEST(right_but_unusual_queries, nested_set_operations) {
  constexpr auto q = except(union_all(select(users.name).from(users), select(posts.title).from(posts)), intersect(select(tags.tag).from(tags), select(users.email).from(users)));
  EXPECT_EQ(q.text(),
            R"(((select "users"."name" from "users") union all (select "blog"."posts"."title" from "blog"."posts")) )"
            R"(except ((select "tags"."tag" from "tags") intersect (select "users"."email" from "users")))");
}

TEST(right_but_unusual_queries, set_operation_of_three_members) {
  constexpr auto q = union_(select(users.name).from(users), select(posts.title).from(posts), select(tags.tag).from(tags)).order_by(desc(users.name)).limit(5);
  EXPECT_EQ(q.text(),
            R"(((select "users"."name" from "users") union (select "blog"."posts"."title" from "blog"."posts")) union )"
            R"((select "tags"."tag" from "tags") order by "name" desc limit $1)");
}

TEST(right_but_unusual_queries, members_with_their_own_order_and_limit) {
  constexpr auto q = union_all(select(users.name).from(users).order_by(users.age).limit(1), select(posts.title).from(posts).order_by(length(posts.title)).offset(2)).order_by("name"_name);
  EXPECT_EQ(q.text(),
            R"((select "users"."name" from "users" order by "users"."age" limit $1) union all (select )"
            R"("blog"."posts"."title" from "blog"."posts" order by length("blog"."posts"."title") offset $2) order by )"
            R"("name")");
}

TEST(right_but_unusual_queries, member_with_groups_and_one_with_a_window) {
  constexpr auto q = union_all(select(users.age, count()).from(users).group_by(users.age), select(posts.likes, row_number().over(order_by(posts.id))).from(posts));
  EXPECT_EQ(q.text(),
            R"((select "users"."age", count(*) from "users" group by "users"."age") union all (select )"
            R"("blog"."posts"."likes", row_number() over (order by "blog"."posts"."id") from "blog"."posts"))");
}

TEST(right_but_unusual_queries, set_operation_in_from) {
  constexpr auto all = union_(select(users.name).from(users), select(posts.title).from(posts)).as("all"_name);
  constexpr auto q = select(all["name"_name], count()).from(all).group_by(all["name"_name]);
  EXPECT_EQ(q.text(),
            R"(select "all"."name", count(*) from ((select "users"."name" from "users") union (select )"
            R"("blog"."posts"."title" from "blog"."posts")) as "all" group by "all"."name")");
}

TEST(right_but_unusual_queries, set_operation_of_a_literal_and_a_column) {
  constexpr auto q = union_all(select(sql<int>("1"_sql).as("n"_name)), select(users.age).from(users)).order_by("n"_name);
  EXPECT_EQ(q.text(),
            R"((select 1 as "n") union all (select "users"."age" from "users") order by "n")");
}

TEST(right_but_unusual_queries, set_operation_that_begins_with_a_common_table_expression) {
  constexpr auto old = cte("old"_name).as(select(users.name).from(users).where(users.age > 65));
  constexpr auto q = union_(with(old).select(old["name"_name]).from(old), select(posts.title).from(posts));
  EXPECT_EQ(q.text(),
            R"((with "old" as (select "users"."name" from "users" where "users"."age" > $1) select "old"."name" from )"
            R"("old") union (select "blog"."posts"."title" from "blog"."posts"))");
}

TEST(right_but_unusual_queries, recursive_expression_joined_twice) {
  constexpr auto tree = cte("tree"_name).recursive(select(posts.id, posts.likes).from(posts).where(posts.likes == 0), [](auto t) {
    return select(posts.id, posts.likes).from(posts).inner_join(t, t["id"_name] == posts.likes);
  });
  constexpr auto q = with(tree).select(users.name, tree["id"_name]).from(users).inner_join(posts, posts.author_id == users.id)
                           .inner_join(tree, tree["id"_name] == posts.id)
                           .where(in_(posts.likes, select(tree["likes"_name]).from(tree)));
  EXPECT_EQ(q.text(),
            R"(with recursive "tree" as ((select "blog"."posts"."id", "blog"."posts"."likes" from "blog"."posts" where )"
            R"("blog"."posts"."likes" = $1) union all (select "blog"."posts"."id", "blog"."posts"."likes" from )"
            R"("blog"."posts" inner join "tree" on "tree"."id" = "blog"."posts"."likes")) select "users"."name", )"
            R"("tree"."id" from "users" inner join "blog"."posts" on "blog"."posts"."author_id" = "users"."id" inner )"
            R"(join "tree" on "tree"."id" = "blog"."posts"."id" where "blog"."posts"."likes" in (select "tree"."likes" )"
            R"(from "tree"))");
}

TEST(right_but_unusual_queries, recursive_expression_without_a_table) {
  constexpr auto numbers = cte("numbers"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(t["n"_name] + 1).from(t).where(t["n"_name] < 10);
  });
  constexpr auto q = with(numbers).select(sum(numbers["n"_name])).from(numbers);
  EXPECT_EQ(q.text(),
            R"(with recursive "numbers" as ((select 1 as "n") union all (select "numbers"."n" + $1 from "numbers" where )"
            R"("numbers"."n" < $2)) select sum("numbers"."n") from "numbers")");
}

TEST(right_but_unusual_queries, recursive_expression_beside_a_plain_one) {
  constexpr auto start = cte("start"_name).as(select(posts.id).from(posts));
  constexpr auto tree = cte("tree"_name).recursive_distinct(select(start["id"_name]).from(start), [](auto t) { return select(t["id"_name] + 1).from(t).where(t["id"_name] < 9); });
  constexpr auto q = with(start, tree).select(tree["id"_name]).from(tree).left_join(start, start["id"_name] == tree["id"_name]);
  EXPECT_EQ(q.text(),
            R"(with recursive "start" as (select "blog"."posts"."id" from "blog"."posts"), "tree" as ((select )"
            R"("start"."id" from "start") union (select "tree"."id" + $1 from "tree" where "tree"."id" < $2)) select )"
            R"("tree"."id" from "tree" left join "start" on "start"."id" = "tree"."id")");
}

TEST(right_but_unusual_queries, common_table_expression_read_in_a_subquery_alone) {
  constexpr auto old = cte("old"_name).as(select(users.id).from(users).where(users.age > 65));
  constexpr auto q = with(old).select(posts.title).from(posts).where(in_(posts.author_id, select(old["id"_name]).from(old)));
  EXPECT_EQ(q.text(),
            R"(with "old" as (select "users"."id" from "users" where "users"."age" > $1) select "blog"."posts"."title" )"
            R"(from "blog"."posts" where "blog"."posts"."author_id" in (select "old"."id" from "old"))");
}

TEST(right_but_unusual_queries, update_from_a_common_table_expression) {
  constexpr auto totals = cte("totals"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  const auto q = [&] { return with(totals).update(users).set(users.age = cast<int>(totals["n"_name])).from(totals).where(totals["author_id"_name] == users.id); };
  EXPECT_EQ(q().text(),
            R"(with "totals" as (select "blog"."posts"."author_id", count(*) as "n" from "blog"."posts" group by )"
            R"("blog"."posts"."author_id") update "users" set "age" = cast("totals"."n" as integer) from "totals" where )"
            R"("totals"."author_id" = "users"."id")");
}

TEST(right_but_unusual_queries, delete_by_a_common_table_expression_that_deletes) {
  constexpr auto gone = cte("gone"_name).as(delete_from(users).where(users.age > 100).returning(users.id));
  const auto q = [&] { return with(gone).delete_from(posts).where(in_(posts.author_id, select(gone["id"_name]).from(gone))); };
  EXPECT_EQ(q().text(),
            R"(with "gone" as (delete from "users" where "users"."age" > $1 returning "users"."id") delete from )"
            R"("blog"."posts" where "blog"."posts"."author_id" in (select "gone"."id" from "gone"))");
}

TEST(right_but_unusual_queries, insert_of_what_another_statement_deleted) {
  constexpr auto gone = cte("gone"_name).as(delete_from(posts).where(posts.likes < 0).returning(posts.id, posts.title));
  const auto q = [&] { return with(gone).insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(gone["id"_name], gone["title"_name], sql<std::int16_t>("1"_sql)).from(gone)); };
  EXPECT_EQ(q().text(),
            R"(with "gone" as (delete from "blog"."posts" where "blog"."posts"."likes" < $1 returning )"
            R"("blog"."posts"."id", "blog"."posts"."title") insert into "tags" ("post_id", "tag", "place") select )"
            R"("gone"."id", "gone"."title", 1 from "gone")");
}

TEST(right_but_unusual_queries, insert_from_a_union) {
  const auto q = [&] {
    return insert_into(tags).columns(tags.post_id, tags.tag, tags.place)
        .select(union_(select(posts.id, posts.title, sql<std::int16_t>("1"_sql)).from(posts), select(tags.post_id, tags.tag, tags.place).from(tags)))
        .on_conflict(tags.post_id, tags.tag).do_update(tags.place = excluded(tags).place).where(excluded(tags).place > tags.place);
  };
  EXPECT_EQ(q().text(),
            R"(insert into "tags" ("post_id", "tag", "place") (select "blog"."posts"."id", "blog"."posts"."title", 1 )"
            R"(from "blog"."posts") union (select "tags"."post_id", "tags"."tag", "tags"."place" from "tags") on )"
            R"(conflict ("post_id", "tag") do update set "place" = "excluded"."place" where "excluded"."place" > )"
            R"("tags"."place")");
}

TEST(right_but_unusual_queries, insert_from_groups) {
  const auto q = [&] { return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(posts.id, coalesce(max(posts.title), "").as("t"_name), sql<std::int16_t>("1"_sql)).from(posts).group_by(posts.id)); };
  EXPECT_EQ(q().text(),
            R"(insert into "tags" ("post_id", "tag", "place") select "blog"."posts"."id", )"
            R"(coalesce(max("blog"."posts"."title"), $1) as "t", 1 from "blog"."posts" group by "blog"."posts"."id")");
}

TEST(right_but_unusual_queries, insert_from_the_table_itself) {
  const auto q = [&] { return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(tags.post_id, upper(tags.tag), tags.place).from(tags)).on_conflict().do_nothing(); };
  EXPECT_EQ(q().text(),
            R"(insert into "tags" ("post_id", "tag", "place") select "tags"."post_id", upper("tags"."tag"), )"
            R"("tags"."place" from "tags" on conflict do nothing)");
}

TEST(right_but_unusual_queries, window_over_groups) {
  constexpr auto q = select(posts.author_id, count(), sum(count()).over()).from(posts).group_by(posts.author_id);
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."author_id", count(*), sum(count(*)) over () from "blog"."posts" group by )"
            R"("blog"."posts"."author_id")");
}

TEST(right_but_unusual_queries, rank_of_groups_by_their_aggregate) {
  constexpr auto q = select(posts.author_id, rank().over(order_by(desc(sum(posts.likes))))).from(posts).group_by(posts.author_id);
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."author_id", rank() over (order by sum("blog"."posts"."likes") desc) from )"
            R"("blog"."posts" group by "blog"."posts"."author_id")");
}

TEST(right_but_unusual_queries, window_partitioned_by_a_grouped_function) {
  constexpr auto q = select(count(), max(count()).over(partition_by(extract<"year">(users.created_at)))).from(users).group_by(extract<"year">(users.created_at), extract<"month">(users.created_at));
  EXPECT_EQ(q.text(),
            R"(select count(*), max(count(*)) over (partition by extract(year from "users"."created_at")) from "users" )"
            R"(group by extract(year from "users"."created_at"), extract(month from "users"."created_at"))");
}

TEST(right_but_unusual_queries, window_in_order_by_alone) {
  constexpr auto q = select(users.name).from(users).order_by(row_number().over(partition_by(users.age).order_by(users.name)));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" order by row_number() over (partition by "users"."age" order by )"
            R"("users"."name"))");
}

TEST(right_but_unusual_queries, window_inside_an_expression) {
  const auto q = select(posts.likes - lag(posts.likes).over(order_by(posts.id)), coalesce(first_value(posts.title).over("w"_name), "")).from(posts).window("w"_name, partition_by(posts.author_id).order_by(posts.id));
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."likes" - lag("blog"."posts"."likes", $1::integer) over (order by )"
            R"("blog"."posts"."id"), coalesce(first_value("blog"."posts"."title") over "w", $2) from "blog"."posts" )"
            R"(window "w" as (partition by "blog"."posts"."author_id" order by "blog"."posts"."id"))");
}

TEST(right_but_unusual_queries, two_windows_and_one_shared) {
  constexpr auto q = select(rank().over("a"_name), dense_rank().over("a"_name), count().over("b"_name)).from(posts)
                           .window("a"_name, order_by(posts.likes)).window("b"_name, partition_by(posts.author_id));
  EXPECT_EQ(q.text(),
            R"(select rank() over "a", dense_rank() over "a", count(*) over "b" from "blog"."posts" window "a" as )"
            R"((order by "blog"."posts"."likes"), "b" as (partition by "blog"."posts"."author_id"))");
}

TEST(right_but_unusual_queries, filtered_window_beside_plain_columns) {
  constexpr auto q = select(posts.title, count().filter(posts.published).over(partition_by(posts.author_id))).from(posts);
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."title", count(*) filter (where "blog"."posts"."published") over (partition by )"
            R"("blog"."posts"."author_id") from "blog"."posts")");
}

TEST(right_but_unusual_queries, window_and_distinct) {
  constexpr auto q = select_distinct(posts.author_id, count().over(partition_by(posts.author_id))).from(posts);
  EXPECT_EQ(q.text(),
            R"(select distinct "blog"."posts"."author_id", count(*) over (partition by "blog"."posts"."author_id") from )"
            R"("blog"."posts")");
}

TEST(right_but_unusual_queries, condition_on_a_window_through_a_subquery) {
  constexpr auto ranked = select(posts.author_id, posts.title, row_number().over(partition_by(posts.author_id).order_by(desc(posts.likes))).as("place"_name)).from(posts).as("ranked"_name);
  constexpr auto q = select(ranked[posts.title]).from(ranked).where(ranked["place"_name] <= 3);
  EXPECT_EQ(q.text(),
            R"(select "ranked"."title" from (select "blog"."posts"."author_id", "blog"."posts"."title", row_number() )"
            R"(over (partition by "blog"."posts"."author_id" order by "blog"."posts"."likes" desc) as "place" from )"
            R"("blog"."posts") as "ranked" where "ranked"."place" <= $1)");
}

TEST(right_but_unusual_queries, order_by_an_alias_of_an_aggregate) {
  constexpr auto q = select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id).order_by(desc("n"_name), posts.author_id);
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."author_id", count(*) as "n" from "blog"."posts" group by )"
            R"("blog"."posts"."author_id" order by "n" desc, "blog"."posts"."author_id")");
}

TEST(right_but_unusual_queries, order_by_an_alias_and_by_its_expression) {
  constexpr auto q = select((users.age + 1).as("next"_name), users.name).from(users).order_by("next"_name, lower(users.name), asc("name"_name));
  EXPECT_EQ(q.text(),
            R"(select "users"."age" + $1 as "next", "users"."name" from "users" order by "next", lower("users"."name"), )"
            R"("name")");
}

TEST(right_but_unusual_queries, order_by_a_name_of_a_whole_table) {
  constexpr auto q = select(users).from(users).order_by("age"_name);
  EXPECT_EQ(q.text(),
            R"(select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at" from "users" )"
            R"(order by "age")");
}

TEST(right_but_unusual_queries, order_by_a_name_of_everything) {
  constexpr auto q = select().from(users).order_by(desc("age"_name));
  EXPECT_EQ(q.text(),
            R"(select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at" from "users" )"
            R"(order by "age" desc)");
}

TEST(right_but_unusual_queries, grouped_function_said_again) {
  const auto q = select(lower(users.name), count()).from(users).group_by(lower(users.name)).having(lower(users.name) != "ann").order_by(lower(users.name));
  EXPECT_EQ(q.text(),
            R"(select lower("users"."name"), count(*) from "users" group by lower("users"."name") having )"
            R"(lower("users"."name") <> $1 order by lower("users"."name"))");
}

TEST(right_but_unusual_queries, grouped_function_inside_another) {
  constexpr auto q = select(upper(lower(users.name)), length(lower(users.name)) + 1).from(users).group_by(lower(users.name));
  EXPECT_EQ(q.text(),
            R"(select upper(lower("users"."name")), length(lower("users"."name")) + $1 from "users" group by )"
            R"(lower("users"."name"))");
}

TEST(right_but_unusual_queries, grouped_case_said_again) {
  constexpr auto age = case_when(is_null(users.age), sql<std::string>("'unknown'"_sql)).else_(sql<std::string>("'known'"_sql));
  constexpr auto q = select(age, count()).from(users).group_by(age);
  EXPECT_EQ(q.text(),
            R"(select case when "users"."age" is null then 'unknown' else 'known' end, count(*) from "users" group by )"
            R"(case when "users"."age" is null then 'unknown' else 'known' end)");
}

TEST(right_but_unusual_queries, filter_on_a_column_that_is_not_grouped) {
  const auto q = select(posts.author_id, count().filter(posts.likes > 3), string_agg(posts.title, ", ").order_by(posts.id)).from(posts).group_by(posts.author_id);
  EXPECT_EQ(q.text(),
            R"(select "blog"."posts"."author_id", count(*) filter (where "blog"."posts"."likes" > $1), )"
            R"(string_agg("blog"."posts"."title", $2::text order by "blog"."posts"."id") from "blog"."posts" group by )"
            R"("blog"."posts"."author_id")");
}

TEST(right_but_unusual_queries, coalesce_of_an_aggregate) {
  constexpr auto q = select(coalesce(sum(posts.likes), 0), greatest(max(posts.likes), min(posts.likes), 5)).from(posts);
  EXPECT_EQ(q.text(),
            R"(select coalesce(sum("blog"."posts"."likes"), $1), greatest(max("blog"."posts"."likes"), )"
            R"(min("blog"."posts"."likes"), $2) from "blog"."posts")");
}

TEST(right_but_unusual_queries, case_of_aggregates) {
  constexpr auto q = select(case_when(count() > 5, max(posts.likes)).else_(0)).from(posts);
  EXPECT_EQ(q.text(),
            R"(select case when count(*) > $1 then max("blog"."posts"."likes") else $2::integer end from "blog"."posts")");
}

TEST(right_but_unusual_queries, lateral_chain) {
  constexpr auto last = select(posts.id, posts.title).from(posts).where(posts.author_id == users.id).order_by(desc(posts.id)).limit(1).as("last"_name);
  constexpr auto marks = select(tags.tag).from(tags).where(tags.post_id == last["id"_name] && tags.tag != users.name).as("marks"_name);
  constexpr auto q = select(users.name, last["title"_name], marks["tag"_name]).from(users)
                           .left_join(lateral(last), sql<bool>("true"_sql)).left_join(lateral(marks), sql<bool>("true"_sql));
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "last"."title", "marks"."tag" from "users" left join lateral (select )"
            R"("blog"."posts"."id", "blog"."posts"."title" from "blog"."posts" where "blog"."posts"."author_id" = )"
            R"("users"."id" order by "blog"."posts"."id" desc limit $1) as "last" on true left join lateral (select )"
            R"("tags"."tag" from "tags" where "tags"."post_id" = "last"."id" and "tags"."tag" <> "users"."name") as )"
            R"("marks" on true)");
}

TEST(right_but_unusual_queries, lateral_cross_join_of_an_aggregate) {
  constexpr auto totals = select(count().as("n"_name)).from(posts).where(posts.author_id == users.id).as("totals"_name);
  constexpr auto q = select(users.name, totals["n"_name]).from(users).cross_join(lateral(totals)).where(totals["n"_name] > 2);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "totals"."n" from "users" cross join lateral (select count(*) as "n" from )"
            R"("blog"."posts" where "blog"."posts"."author_id" = "users"."id") as "totals" where "totals"."n" > $1)");
}

TEST(right_but_unusual_queries, subquery_in_from_with_a_subquery_in_from) {
  constexpr auto inner = select(users.id, users.age).from(users).where(users.age > 1).as("inner"_name);
  constexpr auto outer = select(inner["id"_name], (inner["age"_name] * 2).as("twice"_name)).from(inner).where(inner["age"_name] < 90).as("outer"_name);
  constexpr auto q = select(outer["twice"_name]).from(outer).where(outer["twice"_name] > 5);
  EXPECT_EQ(q.text(),
            R"(select "outer"."twice" from (select "inner"."id", "inner"."age" * $1 as "twice" from (select )"
            R"("users"."id", "users"."age" from "users" where "users"."age" > $2) as "inner" where "inner"."age" < $3) )"
            R"(as "outer" where "outer"."twice" > $4)");
}

TEST(right_but_unusual_queries, subquery_in_from_under_the_name_of_its_table) {
  constexpr auto young = select(users.id, users.name).from(users).where(users.age < 18).as("users"_name);
  constexpr auto q = select(young["name"_name]).from(young);
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from (select "users"."id", "users"."name" from "users" where "users"."age" < $1) )"
            R"(as "users")");
}

TEST(right_but_unusual_queries, one_subquery_under_two_names) {
  constexpr auto a = select(users.id, users.age).from(users).as("a"_name);
  constexpr auto b = select(users.id, users.age).from(users).as("b"_name);
  constexpr auto q = select(a["id"_name], b["id"_name]).from(a).inner_join(b, a["age"_name] == b["age"_name] && a["id"_name] != b["id"_name]);
  EXPECT_EQ(q.text(),
            R"(select "a"."id", "b"."id" from (select "users"."id", "users"."age" from "users") as "a" inner join )"
            R"((select "users"."id", "users"."age" from "users") as "b" on "a"."age" = "b"."age" and "a"."id" <> )"
            R"("b"."id")");
}

TEST(right_but_unusual_queries, lock_of_one_table_of_a_join) {
  constexpr auto q = select(users.name, posts.title).from(users).left_join(posts, posts.author_id == users.id).lock(for_update().of(users).skip_locked()).lock(for_share().of(posts));
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "blog"."posts"."title" from "users" left join "blog"."posts" on )"
            R"("blog"."posts"."author_id" = "users"."id" for update of "users" skip locked for share of "posts")");
}

TEST(right_but_unusual_queries, lock_beside_an_aggregate_in_a_subquery) {
  constexpr auto q = select(users.name).from(users).where(scalar(select(count()).from(posts).where(posts.author_id == users.id)) > 1).lock(for_no_key_update().nowait());
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where (select count(*) from "blog"."posts" where )"
            R"("blog"."posts"."author_id" = "users"."id") > $1 for no key update nowait)");
}

TEST(right_but_unusual_queries, lock_inside_a_subquery_in_from) {
  constexpr auto next = select(posts.id).from(posts).limit(1).lock(for_update().skip_locked()).as("next"_name);
  const auto q = [&] { return update(posts).set(posts.published = true).from(next).where(next["id"_name] == posts.id).returning(posts.id); };
  EXPECT_EQ(q().text(),
            R"(update "blog"."posts" set "published" = $1 from (select "blog"."posts"."id" from "blog"."posts" limit $2 )"
            R"(for update skip locked) as "next" where "next"."id" = "blog"."posts"."id" returning "blog"."posts"."id")");
}

TEST(right_but_unusual_queries, distinct_on_an_expression) {
  constexpr auto q = select_distinct_on(on(lower(users.name)), users).from(users).order_by(lower(users.name), desc(users.id));
  EXPECT_EQ(q.text(),
            R"(select distinct on (lower("users"."name")) "users"."id", "users"."email", "users"."name", "users"."age", )"
            R"("users"."created_at" from "users" order by lower("users"."name"), "users"."id" desc)");
}

TEST(right_but_unusual_queries, update_with_joins_beside_it) {
  const auto q = [&] {
    return update(users).set(users.name = tags.tag).from(posts).inner_join(tags, tags.post_id == posts.id).where(posts.author_id == users.id && tags.place == 1);
  };
  EXPECT_EQ(q().text(),
            R"(update "users" set "name" = "tags"."tag" from "blog"."posts" inner join "tags" on "tags"."post_id" = )"
            R"("blog"."posts"."id" where "blog"."posts"."author_id" = "users"."id" and "tags"."place" = $1)");
}

TEST(right_but_unusual_queries, update_from_an_alias_of_itself) {
  constexpr auto other = users.as("other"_name);
  const auto q = [&] { return update(users).set(users.age = other.age).from(other).where(other.email == users.name); };
  EXPECT_EQ(q().text(),
            R"(update "users" set "age" = "other"."age" from "users" as "other" where "other"."email" = "users"."name")");
}

TEST(right_but_unusual_queries, delete_using_a_subquery) {
  constexpr auto few = select(posts.author_id).from(posts).group_by(posts.author_id).having(count() < 2).as("few"_name);
  const auto q = [&] { return delete_from(users).using_(few).where(few["author_id"_name] == users.id); };
  EXPECT_EQ(q().text(),
            R"(delete from "users" using (select "blog"."posts"."author_id" from "blog"."posts" group by )"
            R"("blog"."posts"."author_id" having count(*) < $1) as "few" where "few"."author_id" = "users"."id")");
}

TEST(right_but_unusual_queries, subquery_in_from_of_a_subquery_reads_the_outer_table) {
  constexpr auto own = select(posts.likes).from(posts).where(posts.author_id == users.id).as("own"_name);
  constexpr auto q = select(users.name, scalar(select(max(own["likes"_name])).from(own))).from(users);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", (select max("own"."likes") from (select "blog"."posts"."likes" from )"
            R"("blog"."posts" where "blog"."posts"."author_id" = "users"."id") as "own") from "users")");
}

TEST(right_but_unusual_queries, common_table_expression_of_a_subquery_reads_the_outer_table) {
  constexpr auto own = cte("own"_name).as(select(posts.likes).from(posts).where(posts.author_id == users.id));
  constexpr auto q = select(users.name).from(users).where(exists(with(own).select(own["likes"_name]).from(own)));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where exists (with "own" as (select "blog"."posts"."likes" from )"
            R"("blog"."posts" where "blog"."posts"."author_id" = "users"."id") select "own"."likes" from "own"))");
}

TEST(right_but_unusual_queries, subquery_in_do_update_reads_both_rows) {
  const auto q = [&] {
    return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email)
        .do_update(users.name = coalesce(scalar(select(max(posts.title)).from(posts).where(posts.author_id == users.id && posts.title != excluded(users).name)), ""));
  };
  EXPECT_EQ(q().text(),
            R"(insert into "users" ("email", "name") values ($1, $2) on conflict ("email") do update set "name" = )"
            R"(coalesce((select max("blog"."posts"."title") from "blog"."posts" where "blog"."posts"."author_id" = )"
            R"("users"."id" and "blog"."posts"."title" <> "excluded"."name"), $3))");
}

TEST(right_but_unusual_queries, grouped_conditions_said_again) {
  constexpr auto q = select(is_null(users.age), users.age > users.age + users.age && users.name == users.email, !(users.name == users.email), between(users.name, users.email, users.name), count()).from(users)
                           .group_by(is_null(users.age), users.age > users.age + users.age && users.name == users.email, !(users.name == users.email), between(users.name, users.email, users.name));
  EXPECT_EQ(q.text(),
            R"(select "users"."age" is null, "users"."age" > "users"."age" + "users"."age" and "users"."name" = )"
            R"("users"."email", not "users"."name" = "users"."email", "users"."name" between "users"."email" and )"
            R"("users"."name", count(*) from "users" group by "users"."age" is null, "users"."age" > "users"."age" + )"
            R"("users"."age" and "users"."name" = "users"."email", not "users"."name" = "users"."email", "users"."name" )"
            R"(between "users"."email" and "users"."name")");
}

TEST(right_but_unusual_queries, union_of_whole_tables_ordered_by_a_column) {
  constexpr auto q = union_all(select(users).from(users).where(users.age > 1), select(users).from(users)).order_by(desc(users.age), "name"_name);
  EXPECT_EQ(q.text(),
            R"((select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at" from "users" )"
            R"(where "users"."age" > $1) union all (select "users"."id", "users"."email", "users"."name", )"
            R"("users"."age", "users"."created_at" from "users") order by "age" desc, "name")");
}

TEST(right_but_unusual_queries, grouped_existence_test) {
  constexpr auto writes = exists(select(posts.id).from(posts).where(posts.author_id == users.id));
  constexpr auto q = select(writes, count()).from(users).group_by(writes);
  EXPECT_EQ(q.text(),
            R"(select exists (select "blog"."posts"."id" from "blog"."posts" where "blog"."posts"."author_id" = )"
            R"("users"."id"), count(*) from "users" group by exists (select "blog"."posts"."id" from "blog"."posts" )"
            R"(where "blog"."posts"."author_id" = "users"."id"))");
}

TEST(right_but_unusual_queries, placeholders_in_functions_and_calculations) {
  constexpr auto q = select(virga::left(users.name, placeholder("n"_name)), coalesce(users.age, placeholder("age"_name)), users.age + placeholder("more"_name))
                           .from(users).where(between(users.age, placeholder("low"_name), placeholder("high"_name)) && placeholder("name"_name) == users.name);
  EXPECT_EQ(q.text(),
            R"(select left("users"."name", $1), coalesce("users"."age", $2), "users"."age" + $3 from "users" where )"
            R"("users"."age" between $4 and $5 and $6 = "users"."name")");
}

TEST(right_but_unusual_queries, placeholder_inside_a_subquery) {
  constexpr auto q = select(users.name).from(users).where(in_(users.id, select(posts.author_id).from(posts).where(posts.likes > placeholder("likes"_name))));
  EXPECT_EQ(q.text(),
            R"(select "users"."name" from "users" where "users"."id" in (select "blog"."posts"."author_id" from )"
            R"("blog"."posts" where "blog"."posts"."likes" > $1))");
}

TEST(right_but_unusual_queries, distinct_rows_in_the_order_of_what_they_show) {
  constexpr auto q = select_distinct(lower(users.name), users.age.as("years"_name), users.email).from(users)
                           .order_by(desc(users.age), lower(users.name), "email"_name);
  EXPECT_EQ(q.text(),
            R"(select distinct lower("users"."name"), "users"."age" as "years", "users"."email" from "users" order by )"
            R"("users"."age" desc, lower("users"."name"), "email")");
}

TEST(right_but_unusual_queries, distinct_rows_of_a_table_in_the_order_of_its_columns) {
  constexpr auto q = select_distinct(users).from(users).order_by(users.age, "name"_name);
  EXPECT_EQ(q.text(),
            R"(select distinct "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at" from )"
            R"("users" order by "users"."age", "name")");
}

TEST(right_but_unusual_queries, distinct_rows_of_everything_in_the_order_of_a_column) {
  constexpr auto q = select_distinct().from(users).cross_join(tags).order_by(tags.place, users.age);
  EXPECT_EQ(q.text(),
            R"(select distinct "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at", )"
            R"("tags"."post_id", "tags"."tag", "tags"."place", "tags"."weight" from "users" cross join "tags" order by )"
            R"("tags"."place", "users"."age")");
}

TEST(right_but_unusual_queries, distinct_groups_in_the_order_of_their_aggregate) {
  constexpr auto q = select_distinct(count()).from(users).group_by(users.age).order_by(desc(count()));
  EXPECT_EQ(q.text(),
            R"(select distinct count(*) from "users" group by "users"."age" order by count(*) desc)");
}

TEST(right_but_unusual_queries, distinct_on_with_fewer_keys_in_its_order) {
  constexpr auto q = select_distinct_on(on(posts.author_id, posts.likes), posts.title).from(posts).order_by(desc(posts.likes));
  EXPECT_EQ(q.text(),
            R"(select distinct on ("blog"."posts"."author_id", "blog"."posts"."likes") "blog"."posts"."title" from )"
            R"("blog"."posts" order by "blog"."posts"."likes" desc)");
}

TEST(right_but_unusual_queries, placeholders_in_a_case_and_in_a_cast) {
  constexpr auto q = select(case_when(users.age > placeholder("limit"_name), users.age).else_(placeholder("otherwise"_name)), lower(cast<std::string>(placeholder("text"_name)))).from(users);
  EXPECT_EQ(q.text(),
            R"(select case when "users"."age" > $1 then "users"."age" else $2 end, lower(cast($3 as text)) from "users")");
}

TEST(right_but_unusual_queries, frame_of_one_row) {
  constexpr auto q = select(sum(posts.likes).over(order_by(posts.id).rows_between(preceding(1), preceding(1))), max(posts.likes).over(order_by(posts.id).groups_between(current_row, unbounded_following))).from(posts);
  EXPECT_EQ(q.text(),
            R"(select sum("blog"."posts"."likes") over (order by "blog"."posts"."id" rows between $1 preceding and $2 )"
            R"(preceding), max("blog"."posts"."likes") over (order by "blog"."posts"."id" groups between current row )"
            R"(and unbounded following) from "blog"."posts")");
}

TEST(right_but_unusual_queries, everything_of_a_subquery_beside_a_table) {
  constexpr auto recent = select(posts.id, posts.title).from(posts).as("recent"_name);
  constexpr auto q = select(recent, users.name).from(recent).cross_join(users);
  EXPECT_EQ(q.text(),
            R"(select "recent"."id", "recent"."title", "users"."name" from (select "blog"."posts"."id", )"
            R"("blog"."posts"."title" from "blog"."posts") as "recent" cross join "users")");
}

TEST(right_but_unusual_queries, update_that_returns_columns_of_the_other_table) {
  const auto q = [&] { return update(users).set(users.name = posts.title).from(posts).where(posts.author_id == users.id).returning(users.id, posts.id); };
  EXPECT_EQ(q().text(),
            R"(update "users" set "name" = "blog"."posts"."title" from "blog"."posts" where "blog"."posts"."author_id" )"
            R"(= "users"."id" returning "users"."id", "blog"."posts"."id")");
}

TEST(right_but_unusual_queries, insert_from_a_query_with_its_own_common_table_expression) {
  constexpr auto old = cte("old"_name).as(select(posts.id, posts.title).from(posts));
  const auto q = [&] { return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(with(old).select(old["id"_name], old["title"_name], sql<std::int16_t>("1"_sql)).from(old)); };
  EXPECT_EQ(q().text(),
            R"(insert into "tags" ("post_id", "tag", "place") with "old" as (select "blog"."posts"."id", )"
            R"("blog"."posts"."title" from "blog"."posts") select "old"."id", "old"."title", 1 from "old")");
}

}  // namespace
