// SPDX-License-Identifier: BSL-1.0
//
// Right statements that write, close to what tests/compile_fail refuses: a server takes them.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "support/blog_database.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using namespace tests::blog;

class right_but_unusual_writes : public tests::blog_database {};

TEST_F(right_but_unusual_writes, upserts) {
  check(insert_into(users)
            .values(users.email = "a", users.name = "b")
            .on_conflict(users.email)
            .do_update(users.name = concat(users.name, excluded(users).name), users.age = excluded(users).age)
            .where(excluded(users).name != users.name && is_null(users.age))
            .returning(users.id, users.name));
  // a subquery there sees both rows
  check(insert_into(users)
            .values(users.email = "a", users.name = "b")
            .on_conflict(users.email)
            .do_update(users.age = scalar(select(max(posts.likes)).from(posts).where(posts.title == excluded(users).name ||
                                                                                      posts.author_id == users.id))));
  // the columns of a key in any order, those of an index, and any conflict
  const auto one = insert_into(tags).values(tags.post_id = 1, tags.tag = "a", tags.place = 1);
  check(one.on_conflict(tags.tag, tags.post_id).do_nothing());
  check(one.on_conflict(tags.place, tags.post_id).do_update(tags.weight = null));
  check(one.on_conflict(tags.place, tags.tag).do_nothing());
  check(one.on_conflict().do_nothing());
}

TEST_F(right_but_unusual_writes, rows_of_queries) {
  const auto other = posts.as("other"_name);
  check(insert_into(posts)
            .columns(posts.author_id, posts.title, posts.likes)
            .select(select(other.author_id, upper(other.title), other.likes + 1).from(other).where(other.published)));
  // what a left join may leave out is filled, or goes where null may stand
  check(insert_into(users)
            .columns(users.email, users.name, users.age)
            .select(select(users.email, coalesce(posts.title, "none"), posts.likes)
                        .from(users)
                        .left_join(posts, posts.author_id == users.id)));
  // a whole number goes into a wider one, and text into varchar
  check(insert_into(tags)
            .columns(tags.post_id, tags.tag, tags.place, tags.weight)
            .select(select(posts.id, users.email, sql<std::int16_t>("1::smallint"_sql), posts.likes)
                        .from(posts)
                        .inner_join(users, users.id == posts.author_id)));
  check(insert_into(tags)
            .columns(tags.post_id, tags.tag, tags.place)
            .select(select(posts.id, posts.title, cast<std::int16_t>(count()))
                        .from(posts)
                        .group_by(posts.id)
                        .having(count() > 0)));
}

TEST_F(right_but_unusual_writes, values) {
  check(insert_into(posts)
            .overriding_system_value()
            .values(posts.id = 7, posts.author_id = "00000000-0000-0000-0000-000000000001", posts.title = "a"));
  check(insert_into(users).values(users.email = "a", users.name = lower(cast<std::string>("B")), users.age = std::optional<int>()));
  check(insert_into(users)
            .values(users.email = "a", users.name = coalesce(scalar(select(max(posts.title)).from(posts)), "x")));
}

TEST_F(right_but_unusual_writes, changes) {
  const auto other = users.as("other"_name);
  check(update(users).set(users.age = users.age + 1, users.name = users.email).where(users.age < 3));
  check(update(users).set(users.age = null, users.name = lower(users.name)).all_rows());
  check(update(users)
            .set(users.age = other.age)
            .from(other)
            .inner_join(posts, posts.author_id == other.id)
            .where(other.id == users.id && posts.likes > users.age)
            .returning(users.id, other.name, posts.title));
  check(update(posts)
            .set(posts.likes = cast<int>(coalesce(scalar(select(count()).from(tags).where(tags.post_id == posts.id)), 0)))
            .where(exists(select(tags.tag).from(tags).where(tags.post_id == posts.id))));
  check(update(tags).set(tags.weight = tags.place, tags.place = tags.place + 1).where(tags.tag == "a"));
  check(delete_from(users)
            .using_(posts)
            .inner_join(tags, tags.post_id == posts.id)
            .where(posts.author_id == users.id && tags.tag == users.name)
            .returning(users.id, tags.tag));
  check(delete_from(users).where(in_(users.id, select(other.id).from(other).where(other.age > 3))));
}

TEST_F(right_but_unusual_writes, statements_in_with) {
  const auto moved =
      cte("moved"_name).as(update(posts).set(posts.likes = 0).where(posts.likes > 3).returning(posts.id, posts.title));
  check(with(moved).select(moved["id"_name], tags.tag).from(moved).left_join(tags, tags.post_id == moved["id"_name]));
  check(with(moved)
            .insert_into(tags)
            .columns(tags.post_id, tags.tag, tags.place)
            .select(select(moved["id"_name], moved["title"_name], sql<std::int16_t>("1::smallint"_sql)).from(moved)));
  check(with(moved).delete_from(tags).where(in_(tags.post_id, select(moved["id"_name]).from(moved))));
}

TEST_F(right_but_unusual_writes, merges) {
  if (std::stoi(select(sql<std::string>("current_setting('server_version_num')"_sql)).one(*db_).get<0>()) < 150000)
    GTEST_SKIP() << "MERGE is PostgreSQL 15's";
  const auto other = users.as("other"_name);
  check(merge_into(users)
            .using_(other)
            .on(other.email == users.name)
            .when_matched(users.age > other.age)
            .then_update(users.age = other.age)
            .when_not_matched(other.age > 3)
            .then_insert(users.email = other.name, users.name = lower(other.email)));
}

}  // namespace
