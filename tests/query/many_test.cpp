// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

namespace pg = virga::pg;
using tests::posts;
using tests::readings;
using tests::users;
using virga::delete_many;
using virga::update_many;
using virga::upsert_many;
using values = std::vector<std::optional<std::string>>;

template <class Mode>
struct given_table {
  static constexpr auto table = pg::table("given");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("tags").array()> tags{};
};
constexpr virga::table<given_table> given;

template <class Mode>
struct pairs_table {
  static constexpr auto table = pg::table("pairs");
  virga::col<Mode, pg::integer("left").not_null()> left{};
  virga::col<Mode, pg::integer("right").not_null()> right{};
  static constexpr auto extras(auto t) { return pg::extras(pg::primary_key(t.right, t.left)); }
};
constexpr virga::table<pairs_table> pairs;

template <class Mode>
struct defaults_table {
  static constexpr auto table = pg::table("defaults");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("stock").not_null().default_value(7)> stock{};
};
constexpr virga::table<defaults_table> defaults;

template <class Function>
std::string refused(Function&& f) {
  try {
    f();
  } catch (const virga::error& error) {
    return error.what();
  }
  return "nothing was refused";
}
bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

TEST(update_many, is_a_constant_whatever_the_rows) {
  const auto query = update_many(users, std::vector<virga::infer_select<users>>(2)).set(users.name, users.age);
  static_assert(
      decltype(query)::text() ==
      R"(update "users" set "name" = "given"."name", "age" = "given"."age" from (select distinct on ("id") * from)"
      R"( unnest($1::uuid[], $2::text[], $3::integer[]) with ordinality as "given" ("id", "name", "age", "#"))"
      R"( order by "id", "#" desc) as "given" where "users"."id" = "given"."id")");
  EXPECT_EQ(virga::to_sql(query).params[2], "{NULL,NULL}");
}

TEST(update_many, finds_rows_by_every_column_of_the_key_and_takes_tuples) {
  using day = std::chrono::sys_days;
  const std::vector<std::tuple<int, day, std::optional<std::string>>> rows{{1, day{}, "a"}, {2, day{}, std::nullopt}};
  const auto query = virga::to_sql(update_many(readings, rows).set(readings.note).returning(readings.ticks));
  EXPECT_EQ(
      query.text,
      R"(update "lab"."readings" set "note" = "given"."note" from (select distinct on ("station", "day") * from)"
      R"( unnest($1::integer[], $2::date[], $3::text[]) with ordinality as "given" ("station", "day", "note", "#"))"
      R"( order by "station", "day", "#" desc) as "given" where "lab"."readings"."station" = "given"."station" and)"
      R"( "lab"."readings"."day" = "given"."day" returning "lab"."readings"."ticks")");
  EXPECT_EQ(query.params, (values{"{1,2}", R"({"1970-01-01","1970-01-01"})", R"({"a",NULL})"}));
}

TEST(update_many, sends_arrays_as_text_and_avoids_the_tables_own_name) {
  const std::vector<virga::infer_select<given>> rows{{.id = 1, .tags = std::vector<std::string>{"a", "b,c"}}};
  const auto query = virga::to_sql(update_many(given, rows).set(given.tags));
  EXPECT_TRUE(mentions(query.text, R"(set "tags" = "given_rows"."tags"::text[] from)")) << query.text;
  EXPECT_TRUE(mentions(query.text, R"(unnest($1::integer[], $2::text[]))")) << query.text;
  EXPECT_EQ(query.params[1], R"({"{\"a\",\"b,c\"}"})");
}

TEST(update_many, takes_patches_that_all_set_what_is_named) {
  using patch = virga::infer_update<users>;
  const boost::uuids::uuid id{};
  const std::vector<patch> rows{{.id = id, .age = 3}, {.id = id, .age = virga::null}};
  EXPECT_EQ(virga::to_sql(update_many(users, rows).set(users.age)).params[1], "{3,NULL}");
  const auto unset = refused([&] { (void)virga::to_sql(update_many(users, rows).set(users.age, users.name)); });
  EXPECT_TRUE(mentions(unset, "users.name")) << unset;
  EXPECT_TRUE(mentions(unset, "in row 1 cannot be sent: it is unset")) << unset;
  const auto no_key = refused([&] {
    (void)virga::to_sql(update_many(users, std::vector<patch>{rows[0], {.age = 1}}).set(users.age));
  });
  EXPECT_TRUE(mentions(no_key, "users.id")) << no_key;
  EXPECT_TRUE(mentions(no_key, "in row 2 cannot be sent: it is unset")) << no_key;
}

TEST(delete_many, by_values_tuples_and_rows) {
  EXPECT_EQ(virga::to_sql(delete_many(posts, std::vector<std::int64_t>{4, 5})),
            (virga::rendered_sql{R"(delete from "posts" using unnest($1::bigint[]) as "given" ("id"))"
                                 R"( where "posts"."id" = "given"."id")",
                                 {"{4,5}"}}));
  const auto both = virga::to_sql(delete_many(pairs, std::array<std::pair<int, int>, 1>{{{1, 2}}}));
  EXPECT_EQ(both.text, R"(delete from "pairs" using unnest($1::integer[], $2::integer[]) as "given" ("right", "left"))"
                       R"( where "pairs"."right" = "given"."right" and "pairs"."left" = "given"."left")");
  EXPECT_EQ(both.params, (values{"{1}", "{2}"})) << "a tuple names the key in the order of its declaration";
  EXPECT_EQ(virga::to_sql(delete_many(pairs, std::vector<virga::infer_select<pairs>>{{.left = 1, .right = 2}})).params,
            (values{"{2}", "{1}"}));
}

TEST(upsert_many, of_selected_rows_is_a_constant) {
  const auto query = upsert_many(users, std::vector<virga::infer_select<users>>(1)).returning(users.id);
  static_assert(
      decltype(query)::text() ==
      R"(insert into "users" ("id", "email", "name", "age", "created_at") select unnest($1::uuid[]),)"
      R"( unnest($2::varchar[]), unnest($3::text[]), unnest($4::integer[]), unnest($5::timestamp with time zone[]) on conflict ("id") do update)"
      R"( set "email" = "excluded"."email", "name" = "excluded"."name", "age" = "excluded"."age",)"
      R"( "created_at" = "excluded"."created_at" returning "users"."id")");
  SUCCEED();
}

TEST(upsert_many, leaves_alone_what_no_row_gives) {
  using row = virga::infer_insert<defaults>;
  EXPECT_EQ(virga::to_sql(upsert_many(defaults, std::vector<row>{{.id = 1}, {.id = 2}})).text,
            R"(insert into "defaults" ("id") select unnest($1::integer[]) on conflict ("id") do update set)"
            R"( "id" = "excluded"."id")");
  const auto both =
      virga::to_sql(upsert_many(defaults, std::vector<row>{{.id = 1, .stock = 3}, {.id = 2, .stock = 4}}));
  EXPECT_EQ(
      both.text,
      R"(insert into "defaults" ("id", "stock") select unnest($1::integer[]), unnest($2::integer[]) on conflict ("id"))"
      R"( do update set "id" = "excluded"."id", "stock" = "excluded"."stock")");
  EXPECT_EQ(both.params, (values{"{1,2}", "{3,4}"}));
}

TEST(upsert_many, of_a_key_alone_does_nothing_where_it_is_there) {
  EXPECT_EQ(virga::to_sql(upsert_many(pairs, std::vector<virga::infer_select<pairs>>(1))).text,
            R"(insert into "pairs" ("left", "right") select unnest($1::integer[]), unnest($2::integer[]))"
            R"( on conflict ("right", "left") do nothing)");
}

TEST(upsert_many, of_arrays_casts_them_back) {
  const std::vector<virga::infer_insert<given>> rows{{.id = 1, .tags = std::vector<std::string>{"a"}}, {.id = 2}};
  const auto query = virga::to_sql(upsert_many(given, rows));
  EXPECT_EQ(query.text, R"(insert into "given" ("id", "tags") select unnest($1::integer[]), unnest($2::text[])::text[])"
                        R"( on conflict ("id") do update set "tags" = "excluded"."tags")");
  EXPECT_EQ(query.params[1], R"({"{\"a\"}",NULL})");
}

TEST(upsert_many, refuses_rows_that_differ_by_number) {
  using row = virga::infer_insert<defaults>;
  const auto more = refused([] {
    (void)virga::to_sql(upsert_many(defaults, std::vector<row>{{.id = 1}, {.id = 2, .stock = 3}}));
  });
  EXPECT_TRUE(mentions(more, "defaults.stock")) << more;
  EXPECT_TRUE(mentions(more, "in row 2 cannot be sent: the rows before")) << more;
  const auto less = refused([] {
    (void)virga::to_sql(upsert_many(defaults, std::vector<row>{{.id = 1, .stock = 3}, {.id = 2}}));
  });
  EXPECT_TRUE(mentions(less, "in row 2 cannot be sent: it is unset")) << less;
  const auto no_key = refused([] {
    (void)virga::to_sql(upsert_many(users, std::vector<virga::infer_insert<users>>{{.email = "a", .name = "b"}}));
  });
  EXPECT_TRUE(mentions(no_key, "users.id")) << no_key;
}

TEST(many, of_no_rows_is_refused_by_name) {
  const std::vector<virga::infer_select<users>> none;
  EXPECT_TRUE(mentions(refused([&] { (void)virga::to_sql(update_many(users, none).set(users.age)); }),
                       "update_many(users, rows): there are no rows"));
  EXPECT_TRUE(mentions(refused([&] { (void)virga::to_sql(delete_many(users, none)); }),
                       "delete_many(users, rows): there are no rows"));
  EXPECT_TRUE(mentions(refused([&] { (void)virga::to_sql(upsert_many(users, none)); }),
                       "upsert_many(users, rows): there are no rows"));
  EXPECT_THROW((void)virga::to_sql(delete_many(users, none)), virga::empty_statement);
}

}  // namespace
