// SPDX-License-Identifier: BSL-1.0
//
// Right programs close to the wrong ones of tests/compile_fail: a rule must not refuse more than SQL does.
#include <gtest/gtest.h>

#include <array>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/blog_tables.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;
using namespace tests::blog;

/// Another table of the same name in another schema.
template <class Mode>
struct archived_users_table {
  static constexpr auto table = pg::table("users", {.schema = "archive"});
  col<Mode, pg::uuid("id").primary_key()> id{};
  col<Mode, pg::text("name").not_null()> name{};
};
inline constexpr virga::table<archived_users_table> archived_users;

// ---- groups -------------------------------------------------------------------------------------------------------
TEST(right_but_unusual, primary_key_groups_the_other_columns_of_its_table) {
  constexpr auto q = select(users.name, users.age, count()).from(users).group_by(users.id).order_by(users.created_at);
  EXPECT_EQ(q.text(), R"(select "users"."name", "users"."age", count(*) from "users" group by "users"."id" order by "users"."created_at")");
}

TEST(right_but_unusual, primary_key_groups_a_whole_row) {
  constexpr auto q = select(users, max(posts.likes).as("most"_name)).from(users).left_join(posts, posts.author_id == users.id).group_by(users.id);
  EXPECT_EQ(q.text(),
            R"(select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at", max("blog"."posts"."likes") as "most" )"
            R"(from "users" left join "blog"."posts" on "blog"."posts"."author_id" = "users"."id" group by "users"."id")");
}

TEST(right_but_unusual, both_primary_keys_group_both_tables) {
  constexpr auto q = select(users.name, posts.title, count()).from(users).inner_join(posts, posts.author_id == users.id).group_by(posts.id, users.id);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "blog"."posts"."title", count(*) from "users" )"
            R"(inner join "blog"."posts" on "blog"."posts"."author_id" = "users"."id" group by "blog"."posts"."id", "users"."id")");
}

TEST(right_but_unusual, primary_key_of_two_columns_groups_the_other_columns) {
  constexpr auto q = select(tags.post_id, tags.tag, tags.place, count()).from(tags).group_by(tags.tag, tags.post_id);
  EXPECT_EQ(q.text(),
            R"(select "tags"."post_id", "tags"."tag", "tags"."place", count(*) from "tags" group by "tags"."tag", "tags"."post_id")");
}

TEST(right_but_unusual, grouped_sql_inside_a_larger_expression) {
  constexpr auto q = select(sql<int>("length({})"_sql, users.name) + sql<int>("1"_sql), count())
                         .from(users).group_by(sql<int>("length({})"_sql, users.name));
  EXPECT_EQ(q.text(), R"(select (length("users"."name")) + (1), count(*) from "users" group by length("users"."name"))");
}

TEST(right_but_unusual, grouped_arithmetic_inside_a_larger_expression) {
  constexpr auto q = select((posts.likes + posts.id) * 2, count()).from(posts).group_by(posts.likes + posts.id);
  EXPECT_EQ(q.text(), R"(select ("blog"."posts"."likes" + "blog"."posts"."id") * $1, count(*) from "blog"."posts" group by "blog"."posts"."likes" + "blog"."posts"."id")");
}

TEST(right_but_unusual, grouped_column_inside_an_expression_with_values) {
  constexpr auto q = select(users.age / 10 * 10, count()).from(users).group_by(users.age);
  EXPECT_EQ(q.text(), R"(select "users"."age" / $1 * $2, count(*) from "users" group by "users"."age")");
}

TEST(right_but_unusual, grouped_comparison) {
  constexpr auto q = select(users.email == users.name, count()).from(users).group_by(users.email == users.name);
  EXPECT_EQ(q.text(), R"(select "users"."email" = "users"."name", count(*) from "users" group by "users"."email" = "users"."name")");
}

TEST(right_but_unusual, group_by_what_is_not_selected) {
  constexpr auto q = select(count()).from(posts).group_by(posts.author_id, posts.published);
  EXPECT_EQ(q.text(), R"(select count(*) from "blog"."posts" group by "blog"."posts"."author_id", "blog"."posts"."published")");
}

TEST(right_but_unusual, having_with_an_aggregate_and_no_groups) {
  constexpr auto q = select(count()).from(users).having(min(users.age) >= 18);
  EXPECT_EQ(q.text(), R"(select count(*) from "users" having min("users"."age") >= $1)");
}

TEST(right_but_unusual, having_on_a_grouped_column_without_any_aggregate) {
  constexpr auto q = select(users.age).from(users).group_by(users.age).having(users.age > 18);
  EXPECT_EQ(q.text(), R"(select "users"."age" from "users" group by "users"."age" having "users"."age" > $1)");
}

TEST(right_but_unusual, order_by_an_aggregate_that_is_not_selected) {
  constexpr auto q = select(posts.author_id).from(posts).group_by(posts.author_id).order_by(desc(count()), posts.author_id);
  EXPECT_EQ(q.text(), R"(select "blog"."posts"."author_id" from "blog"."posts" group by "blog"."posts"."author_id" order by count(*) desc, "blog"."posts"."author_id")");
}

TEST(right_but_unusual, aggregate_of_an_expression_inside_an_expression) {
  constexpr auto q = select(sum(posts.likes * 2) + count(), max(posts.likes) - min(posts.likes)).from(posts);
  EXPECT_EQ(q.text(), R"(select sum("blog"."posts"."likes" * $1) + count(*), max("blog"."posts"."likes") - min("blog"."posts"."likes") from "blog"."posts")");
}

TEST(right_but_unusual, count_alone_and_where_beside_it) {
  constexpr auto q = select(count()).from(users).where(users.age > 18 && is_not_null(users.name));
  EXPECT_EQ(q.text(), R"(select count(*) from "users" where "users"."age" > $1 and "users"."name" is not null)");
}

TEST(right_but_unusual, sql_without_columns_beside_an_aggregate) {
  constexpr auto q = select(sql<std::string>("current_user"_sql), count()).from(users);
  EXPECT_EQ(q.text(), R"(select current_user, count(*) from "users")");
}

// ---- clauses ------------------------------------------------------------------------------------------------------
TEST(right_but_unusual, clauses_in_any_order) {
  const auto q = select(users.age, count()).limit(5).order_by(users.age).having(count() > 2).group_by(users.age).where(users.name != "").offset(1).from(users);
  EXPECT_EQ(q.text(),
            R"(select "users"."age", count(*) from "users" where "users"."name" <> $1 group by "users"."age" )"
            R"(having count(*) > $2 order by "users"."age" limit $3 offset $4)");
  EXPECT_EQ(to_sql(q).params, (std::vector<std::optional<std::string>>{"", "2", "5", "1"}));
}

TEST(right_but_unusual, where_before_the_join_it_needs) {
  constexpr auto q = select(users.name).where(posts.published).from(users).inner_join(posts, posts.author_id == users.id);
  EXPECT_EQ(q.text(), R"(select "users"."name" from "users" inner join "blog"."posts" on "blog"."posts"."author_id" = "users"."id" where "blog"."posts"."published")");
}

TEST(right_but_unusual, update_and_delete_in_another_order) {
  EXPECT_EQ(update(users).where(users.age > 5).returning(users.id).set(users.age = 5).text(),
            R"(update "users" set "age" = $1 where "users"."age" > $2 returning "users"."id")");
  EXPECT_EQ(delete_from(users).returning().where(users.age > 5).text(),
            R"(delete from "users" where "users"."age" > $1 returning "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at")");
}

TEST(right_but_unusual, limit_and_offset_of_zero_and_of_any_whole_number) {
  constexpr auto q = select(users.id).from(users).limit(std::size_t{0}).offset(short{0});
  EXPECT_EQ(q.text(), R"(select "users"."id" from "users" limit $1 offset $2)");
}

TEST(right_but_unusual, two_queries_grow_from_one) {
  constexpr auto base = select(users.id).from(users);
  constexpr auto young = base.where(users.age < 18);
  constexpr auto old = base.where(users.age > 65).limit(1);
  EXPECT_EQ(base.text(), R"(select "users"."id" from "users")");
  EXPECT_EQ(young.text(), R"(select "users"."id" from "users" where "users"."age" < $1)");
  EXPECT_EQ(old.text(), R"(select "users"."id" from "users" where "users"."age" > $1 limit $2)");
}

// ---- sources ------------------------------------------------------------------------------------------------------
TEST(right_but_unusual, self_join_through_an_alias) {
  constexpr auto other = users.as("other"_name);
  constexpr auto q = select(users.name, other.name).from(users).inner_join(other, other.age == users.age && other.id != users.id);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "other"."name" from "users" )"
            R"(inner join "users" as "other" on "other"."age" = "users"."age" and "other"."id" <> "users"."id")");
}

TEST(right_but_unusual, two_aliases_and_never_the_table_itself) {
  constexpr auto a = users.as("a"_name);
  constexpr auto b = users.as("b"_name);
  constexpr auto q = select(a, b.name).from(a).full_join(b, a.id == b.id);
  EXPECT_EQ(q.text(),
            R"(select "a"."id", "a"."email", "a"."name", "a"."age", "a"."created_at", "b"."name" from "users" as "a" full join "users" as "b" on "a"."id" = "b"."id")");
  using row = row_type<decltype(q)>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::optional<infer_select<users>>>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::string>>);
}

TEST(right_but_unusual, alias_named_like_a_table_that_is_not_there) {
  constexpr auto posts_of_users = users.as("posts"_name);
  constexpr auto q = select(posts_of_users.name).from(posts_of_users);
  EXPECT_EQ(q.text(), R"(select "posts"."name" from "users" as "posts")");
}

TEST(right_but_unusual, tables_of_one_name_in_two_schemas) {
  constexpr auto q = select(users.name, archived_users.name).from(users).inner_join(archived_users, archived_users.id == users.id);
  EXPECT_EQ(q.text(), R"(select "users"."name", "archive"."users"."name" from "users" inner join "archive"."users" on "archive"."users"."id" = "users"."id")");
}

TEST(right_but_unusual, table_in_a_schema_under_an_alias) {
  constexpr auto p = posts.as("p"_name);
  constexpr auto q = select(p.title).from(p).where(p.likes > 3);
  EXPECT_EQ(q.text(), R"(select "p"."title" from "blog"."posts" as "p" where "p"."likes" > $1)");
}

TEST(right_but_unusual, same_column_twice) {
  constexpr auto q = select(users.name, users.name, users.name.as("again"_name)).from(users).order_by(users.name, desc(users.name));
  EXPECT_EQ(q.text(), R"(select "users"."name", "users"."name", "users"."name" as "again" from "users" order by "users"."name", "users"."name" desc)");
}

TEST(right_but_unusual, join_on_a_condition_about_one_side) {
  constexpr auto q = select(users.name).from(users).left_join(posts, posts.published).cross_join(tags);
  EXPECT_EQ(q.text(), R"(select "users"."name" from "users" left join "blog"."posts" on "blog"."posts"."published" cross join "tags")");
}

TEST(right_but_unusual, join_on_a_constant) {
  constexpr auto q = select(users.name).from(users).inner_join(posts, sql<bool>("true"_sql));
  EXPECT_EQ(q.text(), R"(select "users"."name" from "users" inner join "blog"."posts" on true)");
}

TEST(right_but_unusual, later_join_reads_an_earlier_one) {
  constexpr auto q = select(users.name, tags.tag).from(users).left_join(posts, posts.author_id == users.id).left_join(tags, tags.post_id == posts.id);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "tags"."tag" from "users" left join "blog"."posts" on "blog"."posts"."author_id" = "users"."id" )"
            R"(left join "tags" on "tags"."post_id" = "blog"."posts"."id")");
}

TEST(right_but_unusual, select_without_a_table) {
  constexpr auto q = select(sql<int>("1"_sql).as("one"_name), sql<int>("{}"_sql, 5) + 2);
  EXPECT_EQ(q.text(), R"(select 1 as "one", ($1::integer) + $2)");
}

TEST(right_but_unusual, distinct_and_everything) {
  EXPECT_EQ(select_distinct().from(tags).text(), R"(select distinct "tags"."post_id", "tags"."tag", "tags"."place", "tags"."weight" from "tags")");
  EXPECT_EQ(select_distinct(count_distinct(tags.tag)).from(tags).text(), R"(select distinct count(distinct "tags"."tag") from "tags")");
}

// ---- expressions --------------------------------------------------------------------------------------------------
TEST(right_but_unusual, value_on_the_left) {
  EXPECT_EQ(select(users.id).from(users).where(18 <= users.age && "Ann" != users.name && 2.5 < sql<double>("random()"_sql)).text(),
            R"(select "users"."id" from "users" where $1 <= "users"."age" and $2 <> "users"."name" and $3 < (random()))");
  EXPECT_EQ(to_sql(select(100 - users.age).from(users)).text, R"(select $1 - "users"."age" from "users")");
}

TEST(right_but_unusual, conditions_that_are_columns_or_constants) {
  EXPECT_EQ(select(posts.id).from(posts).where(posts.published).text(), R"(select "blog"."posts"."id" from "blog"."posts" where "blog"."posts"."published")");
  EXPECT_EQ(select(posts.id).from(posts).where(!posts.published || posts.published == (posts.likes > 3)).text(),
            R"(select "blog"."posts"."id" from "blog"."posts" where not "blog"."posts"."published" or "blog"."posts"."published" = ("blog"."posts"."likes" > $1))");
  EXPECT_EQ(select(posts.id).from(posts).where(sql<bool>("true"_sql) && sql<std::optional<bool>>("null"_sql)).text(),
            R"(select "blog"."posts"."id" from "blog"."posts" where (true) and (null))");
}

TEST(right_but_unusual, types_of_one_family) {
  EXPECT_EQ(select(users.id).from(users).where(users.email == users.name).text(),
            R"(select "users"."id" from "users" where "users"."email" = "users"."name")");
  EXPECT_EQ(select(posts.id).from(posts).where(posts.id == posts.likes && posts.id > 5 && posts.likes < 6L).text(),
            R"(select "blog"."posts"."id" from "blog"."posts" where "blog"."posts"."id" = "blog"."posts"."likes" and "blog"."posts"."id" > $1 and "blog"."posts"."likes" < $2)");
  EXPECT_EQ(select(tags.tag).from(tags).where(tags.weight > tags.place && tags.weight < cast<virga::decimal>(tags.place)).text(),
            R"(select "tags"."tag" from "tags" where "tags"."weight" > "tags"."place" and "tags"."weight" < cast("tags"."place" as numeric))");
}

TEST(right_but_unusual, text_in_all_its_forms) {
  const std::string held = "a";
  const char* pointer = "b";
  EXPECT_EQ(to_sql(select(users.id).from(users).where(users.name == held || users.name == pointer || users.name == std::string_view("c"))).params,
            (std::vector<std::optional<std::string>>{"a", "b", "c"}));
  EXPECT_EQ(to_sql(select(users.id).from(users).where(users.id == "00000000-0000-0000-0000-000000000001")).params.size(), 1u);
}

TEST(right_but_unusual, lists_of_all_kinds) {
  const std::list<long> list{1, 2};
  const std::array<short, 2> array{3, 4};
  EXPECT_EQ(to_sql(select(users.id).from(users).where(in_(users.age, list) && not_in(users.age, array) && in_(users.name, {"a", "b"}))).params,
            (std::vector<std::optional<std::string>>{"{1,2}", "{3,4}", R"({"a","b"})"}));
  EXPECT_EQ(to_sql(select(users.id).from(users).where(in_(users.age, std::vector<int>{}))).params,
            (std::vector<std::optional<std::string>>{"{}"}));
  EXPECT_EQ(select(posts.id).from(posts).where(in_(posts.published, {true})).text(),
            R"(select "blog"."posts"."id" from "blog"."posts" where "blog"."posts"."published" = any($1))");
}

TEST(right_but_unusual, between_columns_and_values) {
  EXPECT_EQ(select(users.id).from(users).where(between(users.age, 18, users.age + 5) && not_between(users.name, "a", users.email)).text(),
            R"(select "users"."id" from "users" where "users"."age" between $1 and "users"."age" + $2 and "users"."name" not between $3 and "users"."email")");
}

TEST(right_but_unusual, null_tests_of_expressions) {
  EXPECT_EQ(select(is_null(users.age + 1), is_distinct_from(users.age, 5)).from(users).where(is_null(users.age) == is_null(users.name)).text(),
            R"(select "users"."age" + $1 is null, "users"."age" is distinct from $2 from "users" where ("users"."age" is null) = ("users"."name" is null))");
}

TEST(right_but_unusual, when_in_all_its_places) {
  const auto text = [](bool first, bool second) {
    return to_sql(select(users.id).from(users).where(!when(first, users.age > 18) && (when(first, users.age < 60) || when(second, users.name == "Ann")))
                      .order_by(when(first, desc(users.age)), when(second, asc(users.name)))).text;
  };
  EXPECT_EQ(text(false, false), R"(select "users"."id" from "users")");
  EXPECT_EQ(text(false, true), R"(select "users"."id" from "users" where ("users"."name" = $1) order by "users"."name")");
  EXPECT_EQ(text(true, false), R"(select "users"."id" from "users" where not ("users"."age" > $1) and ("users"."age" < $2) order by "users"."age" desc)");
}

TEST(right_but_unusual, when_inside_when) {
  const auto text = [](bool outer, bool inner) {
    return to_sql(select(users.id).from(users).where(when(outer, users.age > 18 && when(inner, users.name == "Ann")))).text;
  };
  EXPECT_EQ(text(true, true), R"(select "users"."id" from "users" where "users"."age" > $1 and "users"."name" = $2)");
  EXPECT_EQ(text(true, false), R"(select "users"."id" from "users" where "users"."age" > $1)");
  EXPECT_EQ(text(false, true), R"(select "users"."id" from "users")");
}

TEST(right_but_unusual, lists_of_conditions) {
  EXPECT_EQ(select(users.id).from(users).where(or_(and_(users.age > 1), not_(users.age > 2), users.age == 3)).text(),
            R"(select "users"."id" from "users" where "users"."age" > $1 or not "users"."age" > $2 or "users"."age" = $3)");
}

// ---- common table expressions -------------------------------------------------------------------------------------
TEST(right_but_unusual, common_table_expressions_that_read_earlier_ones) {
  constexpr auto per_author = cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  constexpr auto busy = cte("busy"_name).as(select(per_author[posts.author_id]).from(per_author).where(per_author["n"_name] > 3));
  constexpr auto q = with(per_author, busy).select(users.name, per_author["n"_name]).from(users)
                         .inner_join(busy, busy["author_id"_name] == users.id)
                         .inner_join(per_author, per_author["author_id"_name] == users.id);
  EXPECT_EQ(q.text(),
            R"(with "per_author" as (select "blog"."posts"."author_id", count(*) as "n" from "blog"."posts" group by "blog"."posts"."author_id"), )"
            R"("busy" as (select "per_author"."author_id" from "per_author" where "per_author"."n" > $1) )"
            R"(select "users"."name", "per_author"."n" from "users" inner join "busy" on "busy"."author_id" = "users"."id" )"
            R"(inner join "per_author" on "per_author"."author_id" = "users"."id")");
}

TEST(right_but_unusual, common_table_expression_inside_another) {
  constexpr auto inner = cte("inner"_name).as(select(users.id, users.age).from(users).where(users.age > 1));
  constexpr auto outer = cte("outer"_name).as(with(inner).select(inner[users.age].as("years"_name)).from(inner));
  constexpr auto q = with(outer).select(max(outer["years"_name])).from(outer);
  EXPECT_EQ(q.text(),
            R"(with "outer" as (with "inner" as (select "users"."id", "users"."age" from "users" where "users"."age" > $1) )"
            R"(select "inner"."age" as "years" from "inner") select max("outer"."years") from "outer")");
}

TEST(right_but_unusual, common_table_expression_that_nobody_reads) {
  constexpr auto idle = cte("idle"_name).as(select().from(users));
  EXPECT_EQ(with(idle).select(count()).from(posts).text(),
            R"(with "idle" as (select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at" from "users") select count(*) from "blog"."posts")");
}

TEST(right_but_unusual, common_table_expression_and_the_table_it_reads) {
  constexpr auto young = cte("young"_name).as(select(users.id).from(users).where(users.age < 18));
  constexpr auto q = with(young).select().from(users).inner_join(young, young[users.id] == users.id);
  EXPECT_EQ(q.text(),
            R"(with "young" as (select "users"."id" from "users" where "users"."age" < $1) )"
            R"(select "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at", "young"."id" from "users" inner join "young" on "young"."id" = "users"."id")");
}

TEST(right_but_unusual, everything_of_a_common_table_expression_in_groups) {
  constexpr auto all = cte("all"_name).as(select(users.age, users.name).from(users));
  EXPECT_EQ(with(all).select(all["age"_name], count()).from(all).group_by(all["age"_name]).having(count() > 1).text(),
            R"(with "all" as (select "users"."age", "users"."name" from "users") select "all"."age", count(*) from "all" group by "all"."age" having count(*) > $1)");
}

// ---- inserts, updates ---------------------------------------------------------------------------------------------
TEST(right_but_unusual, conflict_targets) {
  const auto insert = [] { return insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1); };
  constexpr std::string_view begin = R"(insert into "tags" ("post_id", "tag", "place") values ($1, $2, $3) on conflict)";
  EXPECT_EQ(insert().on_conflict().do_nothing().text(), std::string(begin) + " do nothing");
  EXPECT_EQ(insert().on_conflict(tags.post_id, tags.tag).do_nothing().text(), std::string(begin) + R"( ("post_id", "tag") do nothing)");
  EXPECT_EQ(insert().on_conflict(tags.tag, tags.post_id).do_nothing().text(), std::string(begin) + R"( ("tag", "post_id") do nothing)");
  EXPECT_EQ(insert().on_conflict(tags.place, tags.post_id).do_nothing().text(), std::string(begin) + R"( ("place", "post_id") do nothing)");
  EXPECT_EQ(insert().on_conflict(tags.place, tags.tag).do_nothing().text(), std::string(begin) + R"( ("place", "tag") do nothing)");
}

TEST(right_but_unusual, do_update_reads_both_rows) {
  EXPECT_EQ(insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1)
                .on_conflict(tags.post_id, tags.tag).do_update(tags.place = excluded(tags).place + tags.place, tags.weight = null).returning(tags.place).text(),
            R"(insert into "tags" ("post_id", "tag", "place") values ($1, $2, $3) on conflict ("post_id", "tag") )"
            R"(do update set "place" = "excluded"."place" + "tags"."place", "weight" = null returning "tags"."place")");
}

TEST(right_but_unusual, columns_that_have_a_default_may_be_given_or_left_out) {
  EXPECT_EQ(insert_into(users).values(users.name = "Ann", users.email = "a", users.age = std::nullopt, users.id = "00000000-0000-0000-0000-000000000001").text(),
            R"(insert into "users" ("name", "email", "age", "id") values ($1, $2, null, $3))");
  EXPECT_EQ(insert_into(users).values(users.name = "Ann", users.email = sql<std::string>("lower({})"_sql, "A")).text(),
            R"(insert into "users" ("name", "email") values ($1, lower($2::text)))");
}

TEST(right_but_unusual, rows_in_braces_and_as_variables) {
  const infer_insert<users> row{.email = "a", .name = "Ann", .age = 5};
  const std::vector<infer_insert<users>> rows{row, {.email = "b", .name = "Bob"}};
  EXPECT_EQ(to_sql(insert_into(users).values(row)).params.size(), 3u);
  EXPECT_EQ(to_sql(insert_into(users).values(rows)).params.size(), 3u);
  EXPECT_EQ(to_sql(update(users).set({.name = "Ann", .age = null}).all_rows()).text, R"(update "users" set "name" = $1, "age" = $2)");
}

TEST(right_but_unusual, set_from_the_row_itself) {
  EXPECT_EQ(update(users).set(users.name = users.email, users.age = users.age + 1).where(users.age == users.age).text(),
            R"(update "users" set "name" = "users"."email", "age" = "users"."age" + $1 where "users"."age" = "users"."age")");
  EXPECT_EQ(update(tags).set(tags.weight = tags.place, tags.place = 3).all_rows().text(), R"(update "tags" set "weight" = "tags"."place", "place" = $1)");
}

TEST(right_but_unusual, returning_expressions) {
  EXPECT_EQ(delete_from(users).all_rows().returning(users.age + 1, users.name.as("gone"_name)).text(),
            R"(delete from "users" returning "users"."age" + $1, "users"."name" as "gone")");
}

}  // namespace
