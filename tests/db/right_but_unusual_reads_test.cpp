// SPDX-License-Identifier: BSL-1.0
//
// Right queries close to what tests/compile_fail refuses: a server takes them, so no rule may refuse them.
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/blog_database.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using namespace tests::blog;

class right_but_unusual_reads : public tests::blog_database {};

TEST_F(right_but_unusual_reads, columns_that_a_place_may_read) {
  const auto other = users.as("other"_name);
  // the condition of a later join reads all tables before it, and a query inside it reads its own table, too
  check(select(users.name, tags.tag)
            .from(users)
            .inner_join(posts, posts.author_id == users.id)
            .left_join(tags, tags.post_id == posts.id && tags.tag != users.name &&
                                 exists(select(other.id).from(other).where(other.name == tags.tag))));
  // a lateral query reads what stands before it, and one inside it does
  const auto last = select(posts.title.as("title"_name), posts.id.as("id"_name))
                        .from(posts)
                        .where(posts.author_id == users.id &&
                               not_exists(select(tags.tag).from(tags).where(tags.tag == users.name)))
                        .order_by(desc(posts.id))
                        .limit(1)
                        .as("last"_name);
  check(select(users.name, last["title"_name]).from(users).left_join(lateral(last), last["id"_name] > 0));
  check(select(users.name, last["title"_name]).from(users).cross_join(lateral(last)).where(last["id"_name] > 0));
  // an alias and the table itself are two tables, inside and outside
  check(select(other.name)
            .from(other)
            .where(other.age > scalar(select(max(users.age)).from(users).where(users.id != other.id))));
  check(select(users.name).from(users).where(in_(users.id, select(users.id).from(users).where(users.age > 3))));
}

TEST_F(right_but_unusual_reads, optionals_where_null_is_a_value) {
  database& db = *db_;
  std::optional<int> age = 41;
  const auto of_age = [&] { return select().from(users).where(is_not_distinct_from(users.age, age)); };
  const auto others = [&] { return select().from(users).where(is_distinct_from(users.age, age)); };
  check(of_age());
  check(others());
  const auto all = db.count(users);
  insert_into(users).values(users.email = "none", users.name = "None", users.age = null).run(db);
  insert_into(users).values(users.email = "aged", users.name = "Aged", users.age = 41).run(db);
  EXPECT_EQ(of_age().all(db).size(), static_cast<std::size_t>(db.count(users, users.age == 41)));
  EXPECT_EQ(of_age().all(db).size() + others().all(db).size(), static_cast<std::size_t>(all) + 2);
  age.reset();
  EXPECT_EQ(of_age().all(db).size(), static_cast<std::size_t>(db.count(users, is_null(users.age))));
  EXPECT_GT(of_age().all(db).size(), 0U);
  EXPECT_EQ(others().all(db).size(), static_cast<std::size_t>(db.count(users, is_not_null(users.age))));
}

TEST_F(right_but_unusual_reads, aggregates_where_they_may_stand) {
  check(select(posts.author_id).from(posts).group_by(posts.author_id).order_by(desc(count()), max(posts.likes)));
  check(select(count().filter(posts.likes > 3), sum(posts.likes).filter(posts.published)).from(posts));
  check(select(posts.author_id, (count() + sum(posts.likes)).as("n"_name)).from(posts).group_by(posts.author_id));
  check(select(case_when(count() > 3, "many").else_("few")).from(posts));
  check(select(users.name)
            .from(users)
            .where(users.age > scalar(select(avg(posts.likes)).from(posts).where(posts.author_id == users.id))));
  check(select(users.name)
            .from(users)
            .order_by(scalar(select(count()).from(posts).where(posts.author_id == users.id))));
  check(select(posts.author_id)
            .from(posts)
            .group_by(posts.author_id)
            .having(max(posts.likes) > 3 && in_(posts.author_id, select(users.id).from(users))));
  // an aggregate in a subquery of a condition is one of the subquery
  check(select(users.name)
            .from(users)
            .inner_join(posts, posts.author_id == users.id &&
                                   posts.likes == scalar(select(max(posts.likes)).from(posts))));
}

TEST_F(right_but_unusual_reads, what_groups_decide) {
  check(select(users.id, users.name, users.email, count(posts.id))
            .from(users)
            .left_join(posts, posts.author_id == users.id)
            .group_by(users.id)
            .order_by(users.name));
  check(select(lower(users.name), count()).from(users).group_by(lower(users.name)).having(lower(users.name) != "a"));
  check(select(concat(lower(users.name), "!"), count()).from(users).group_by(lower(users.name)));
  check(select(users.age + 1, count()).from(users).group_by(users.age).order_by(users.age + 1));
  check(select(tags.post_id, tags.tag, tags.place, tags.weight, count()).from(tags).group_by(tags.tag, tags.post_id));
  check(select(is_null(users.age), count()).from(users).group_by(is_null(users.age)));
  // a constant, a value and a subquery of nothing outside are no columns
  check(select(users.age, sql<int>("1"_sql).as("one"_name), scalar(select(count()).from(posts)))
            .from(users)
            .group_by(users.age));
  check(select(max(users.age)).from(users).having(count() > 0));
  check(select(count()).from(users).where(users.age > 3).having(min(users.age) > 4));
}

TEST_F(right_but_unusual_reads, windows_where_they_may_stand) {
  check(select(users.name).from(users).order_by(row_number().over(order_by(users.age))));
  check(select((row_number().over(order_by(users.age)) + 1).as("n"_name), rank().over("w"_name))
            .from(users)
            .window("w"_name, partition_by(users.age).order_by(users.name)));
  check(select(users.age, rank().over(order_by(desc(count())))).from(users).group_by(users.age));
  const auto ranked =
      select(users.id, row_number().over(partition_by(users.age).order_by(users.name)).as("n"_name)).from(users).as("r"_name);
  check(select(ranked["id"_name]).from(ranked).where(ranked["n"_name] == 1));
  check(select(coalesce(lag(users.age).over(order_by(users.id)), 0)).from(users));
  check(select(sum(users.age).filter(users.age > 3).over(order_by(users.id))).from(users));
}

TEST_F(right_but_unusual_reads, types_of_one_family) {
  check(select(users.id).from(users).cross_join(tags).where(users.name == users.email && tags.weight > 3.5));
  check(select(tags.tag)
            .from(tags)
            .inner_join(posts, tags.place == posts.likes && tags.weight > posts.likes && tags.post_id == posts.likes));
  check(select(posts.id).from(posts).where(posts.id == any_of(select(tags.place).from(tags))));
  check(select(posts.id).from(posts).where(in_(posts.likes, std::vector<std::int64_t>{1, 2})));
  check(select(coalesce(users.age, posts.likes), greatest(posts.likes, tags.place))
            .from(users)
            .cross_join(posts)
            .cross_join(tags));
  check(select(users.id).from(users).where(between(users.age, 1, scalar(select(max(posts.likes)).from(posts)))));
}

TEST_F(right_but_unusual_reads, names) {
  const auto a = users.as("a"_name);
  const auto b = users.as("b"_name);
  check(select(a.name, b.name).from(a).inner_join(b, a.id == b.id));
  check(select(users.name.as("name"_name), posts.title.as("title"_name))
            .from(users)
            .inner_join(posts, posts.author_id == users.id)
            .order_by("title"_name, desc("name"_name)));
  // a common table expression may have the name of a table in a schema, and of the alias in another query
  const auto titled = cte("titled"_name).as(select(posts.title, posts.author_id).from(posts));
  check(with(titled)
            .select(titled["title"_name])
            .from(titled)
            .where(exists(with(titled).select(titled["title"_name]).from(titled).where(titled["title"_name] == "x"))));
  const auto t = titled.as("t"_name);
  check(with(titled).select(t["title"_name]).from(titled).inner_join(t, t["title"_name] == titled["title"_name]));
}

TEST_F(right_but_unusual_reads, distinct_rows_and_set_operations) {
  check(select_distinct(users.name, users.age).from(users).order_by(desc(users.age)));
  check(select_distinct(lower(users.name).as("n"_name)).from(users).order_by("n"_name));
  check(select_distinct_on(on(users.age), users.name).from(users).order_by(users.age, desc(users.name)));
  check(union_(select(users.age).from(users), select(posts.likes).from(posts)).order_by(users.age).limit(3));
  check(union_all(select(users.name, users.age).from(users), select(posts.title, posts.likes).from(posts))
            .order_by("age"_name));
  check(select(users.name)
            .from(users)
            .where(exists(intersect(select(posts.author_id).from(posts), select(users.id)))));
}

TEST_F(right_but_unusual_reads, conditions_that_are_there_or_not) {
  check(select(users.id)
            .from(users)
            .where(!(when(true, users.age > 3) || users.name == "a") && when(false, users.email == "b")));
  check(select(users.id).from(users).inner_join(posts, posts.author_id == users.id && when(true, posts.likes > 3)));
  check(select(posts.author_id).from(posts).group_by(posts.author_id).having(when(true, count() > 3)));
  condition<users> grown = users.age > 18;
  grown |= is_null(users.age);
  check(select(posts.title)
            .from(posts)
            .where(exists(select(users.id).from(users).where(users.id == posts.author_id && grown))));
}

}  // namespace
