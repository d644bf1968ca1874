// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::insert_into;
using values = std::vector<std::optional<std::string>>;
using new_user = virga::infer_insert<users>;
using new_post = virga::infer_insert<posts>;
using uuid = boost::uuids::uuid;
constexpr const char* some_id = "00000000-0000-0000-0000-000000000000";

TEST(insert, assignments_name_only_their_columns) {
  const auto query = insert_into(users).values(users.email = "a@b.c", users.name = "Ann", users.age = 41);
  static_assert(query.text() == R"(insert into "users" ("email", "name", "age") values ($1, $2, $3))");
  EXPECT_EQ(virga::to_sql(query).params, (values{"a@b.c", "Ann", "41"}));
}

TEST(insert, assignments_take_null_optionals_and_expressions) {
  const std::optional<int> none, some = 3;
  const auto query = insert_into(users).values(
      users.email = "a", users.name = virga::sql<std::string>("upper({})"_sql, "b"), users.age = virga::null);
  static_assert(query.text() == R"(insert into "users" ("email", "name", "age") values ($1, upper($2::text), null))");
  EXPECT_EQ(virga::to_sql(query).params, (values{"a", "b"}));
  const auto with_none =
      virga::to_sql(insert_into(users).values(users.email = "a", users.name = "b", users.age = none));
  const auto with_some =
      virga::to_sql(insert_into(users).values(users.email = "a", users.name = "b", users.age = some));
  EXPECT_EQ(with_none.text, with_some.text);
  EXPECT_EQ(with_none.params, (values{"a", "b", std::nullopt}));
  EXPECT_EQ(with_some.params, (values{"a", "b", "3"}));
  EXPECT_EQ(
      virga::to_sql(insert_into(users).values(users.email = "a", users.name = "b", users.age = std::nullopt)).text,
      R"(insert into "users" ("email", "name", "age") values ($1, $2, null))");
}

TEST(insert, a_struct_leaves_unset_fields_to_their_defaults) {
  const auto least = virga::to_sql(insert_into(users).values(new_user{.email = "a", .name = "b"}));
  EXPECT_EQ(
      least.text,
      R"(insert into "users" ("id", "email", "name", "age", "created_at") values (default, $1, $2, $3, default))");
  EXPECT_EQ(least.params, (values{"a", "b", std::nullopt}));

  const auto first = virga::to_sql(insert_into(users).values(new_user{.id = uuid{}, .email = "a", .name = "b"}));
  EXPECT_EQ(first.text,
            R"(insert into "users" ("id", "email", "name", "age", "created_at") values ($4, $1, $2, $3, default))");
  EXPECT_EQ(first.params, (values{"a", "b", std::nullopt, some_id}));

  const auto last = virga::to_sql(insert_into(users).values(
      new_user{.email = "a", .name = "b", .age = 7, .created_at = virga::types::timestamptz::value{}}));
  EXPECT_EQ(last.text,
            R"(insert into "users" ("id", "email", "name", "age", "created_at") values (default, $1, $2, $3, $4))");
  EXPECT_EQ(last.params[2], "7");
  EXPECT_TRUE(last.params[3]->starts_with("1970-01-01 00:00:00"));

  const auto all = virga::to_sql(insert_into(users).values(
      new_user{.id = uuid{}, .email = "a", .name = "b", .age = 7, .created_at = virga::types::timestamptz::value{}}));
  EXPECT_EQ(all.text,
            R"(insert into "users" ("id", "email", "name", "age", "created_at") values ($4, $1, $2, $3, $5))");
  EXPECT_EQ(all.params.size(), 5U);
}

TEST(insert, a_struct_says_nothing_of_columns_that_the_database_writes) {
  const auto query = virga::to_sql(insert_into(posts).values(new_post{.author_id = uuid{}, .title = "t"}));
  EXPECT_EQ(query.text, R"(insert into "posts" ("author_id", "title", "published") values ($1, $2, default))");
}

template <class Mode>
struct notes_table {
  static constexpr auto table = virga::pg::table("notes");
  virga::col<Mode, virga::pg::integer("id").primary_key()> id{};
  virga::col<Mode, virga::pg::text("mood").default_value("calm")> mood{};
};
constexpr virga::table<notes_table> notes;
using new_note = virga::infer_insert<notes>;

TEST(insert, a_nullable_column_with_a_default_is_unset_a_value_or_null) {
  const auto unset = virga::to_sql(insert_into(notes).values(new_note{.id = 1}));
  const auto null = virga::to_sql(insert_into(notes).values(new_note{.id = 1, .mood = virga::null}));
  const auto empty = virga::to_sql(insert_into(notes).values(new_note{.id = 1, .mood = std::optional<std::string>()}));
  const auto given = virga::to_sql(insert_into(notes).values(new_note{.id = 1, .mood = "gay"}));
  EXPECT_EQ(unset.text, R"(insert into "notes" ("id", "mood") values ($1, default))");
  EXPECT_EQ(unset.params, (values{"1"}));
  EXPECT_EQ(null.text, R"(insert into "notes" ("id", "mood") values ($1, $2))");
  EXPECT_EQ(null.params, (values{"1", std::nullopt}));
  EXPECT_EQ(empty, null);
  EXPECT_EQ(given.params, (values{"1", "gay"}));
}

TEST(insert, a_uniform_batch_travels_as_arrays) {
  const std::vector<new_post> rows{{.author_id = uuid{}, .title = "One"}, {.author_id = uuid{}, .title = "Two"}};
  const auto query = virga::to_sql(insert_into(posts).values(rows));
  EXPECT_EQ(query.text, R"(insert into "posts" ("author_id", "title") select unnest($1::uuid[]), unnest($2::text[]))");
  ASSERT_EQ(query.params.size(), 2U);
  EXPECT_EQ(query.params[1], R"({"One","Two"})");
}

TEST(insert, a_uniform_batch_has_one_text_for_every_length) {
  const auto text = [](std::size_t size) {
    std::vector<new_post> rows(size, new_post{.author_id = uuid{}, .title = "t", .published = true});
    return virga::to_sql(insert_into(posts).values(rows)).text;
  };
  EXPECT_EQ(text(1), text(1000));
  EXPECT_EQ(
      text(1),
      R"(insert into "posts" ("author_id", "title", "published") select unnest($1::uuid[]), unnest($2::text[]), unnest($3::boolean[]))");
}

TEST(insert, nulls_in_a_batch_are_null_elements) {
  const std::vector<new_user> rows{{.email = "a", .name = "b", .age = 1}, {.email = "c", .name = "d"}};
  const auto query = virga::to_sql(insert_into(users).values(rows));
  EXPECT_EQ(
      query.text,
      R"(insert into "users" ("email", "name", "age") select unnest($1::varchar[]), unnest($2::text[]), unnest($3::integer[]))");
  EXPECT_EQ(query.params[2], "{1,NULL}");
}

TEST(insert, a_mixed_batch_says_default_in_its_cells) {
  const std::vector<new_post> rows{{.author_id = uuid{}, .title = "One"},
                                   {.author_id = uuid{}, .title = "Two", .published = true}};
  const auto query = virga::to_sql(insert_into(posts).values(rows));
  EXPECT_EQ(query.text,
            R"(insert into "posts" ("author_id", "title", "published") values ($1, $2, default), ($3, $4, $5))");
  EXPECT_EQ(query.params, (values{some_id, "One", some_id, "Two", "t"}));
}

TEST(insert, an_empty_batch_is_refused_by_name) {
  const auto query = insert_into(posts).values(std::vector<new_post>{});
  try {
    (void)virga::to_sql(query);
    FAIL() << "an empty batch was accepted";
  } catch (const virga::empty_statement& refused) {
    EXPECT_NE(std::string(refused.what()).find("insert_into(posts)"), std::string::npos) << refused.what();
  }
}

TEST(insert, a_mixed_batch_beyond_the_protocols_parameters_is_refused) {
  std::vector<new_post> rows(40'000, new_post{.author_id = uuid{}, .title = "t"});
  rows[0].published = true;
  try {
    (void)virga::to_sql(insert_into(posts).values(rows));
    FAIL() << "65,535 parameters were exceeded";
  } catch (const virga::error& refused) {
    const std::string what = refused.what();
    EXPECT_NE(what.find("65535"), std::string::npos) << what;
    EXPECT_NE(what.find("40000 rows"), std::string::npos) << what;
  }
}

TEST(insert, returning_columns_expressions_or_the_whole_row) {
  const auto start = [] { return insert_into(notes).values(notes.id = 1); };
  const auto whole = start().returning();
  static_assert(whole.text() == R"(insert into "notes" ("id") values ($1) returning "notes"."id", "notes"."mood")");
  static_assert(std::same_as<virga::row_type<decltype(whole)>, virga::infer_select<notes>>);
  const auto some = start().returning(notes.mood, (notes.id + 1).as("next"_name));
  static_assert(some.text() ==
                R"(insert into "notes" ("id") values ($1) returning "notes"."mood", "notes"."id" + $2 as "next")");
  EXPECT_EQ(virga::to_sql(some).params, (values{"1", "1"}));
}

TEST(insert, of_a_struct_returning_a_value_numbers_all_fixed_ones_first) {
  const auto query = virga::to_sql(insert_into(notes).values(new_note{.id = 1, .mood = "x"}).returning(notes.id + 5));
  EXPECT_EQ(query.text, R"(insert into "notes" ("id", "mood") values ($1, $3) returning "notes"."id" + $2)");
  EXPECT_EQ(query.params, (values{"1", "5", "x"}));
}

TEST(on_conflict, do_nothing_with_and_without_a_target) {
  const auto any = insert_into(notes).values(notes.id = 1).on_conflict().do_nothing();
  const auto one = insert_into(notes).values(notes.id = 1).on_conflict(notes.id).do_nothing().returning(notes.id);
  static_assert(any.text() == R"(insert into "notes" ("id") values ($1) on conflict do nothing)");
  static_assert(one.text() ==
                R"(insert into "notes" ("id") values ($1) on conflict ("id") do nothing returning "notes"."id")");
  SUCCEED();
}

TEST(on_conflict, do_update_reads_the_row_that_is_there_and_the_one_proposed) {
  const auto query = insert_into(users)
                         .values(users.email = "a", users.name = "b")
                         .on_conflict(users.email)
                         .do_update(users.name = excluded(users).name, users.age = users.age + 1)
                         .returning(users.id);
  static_assert(query.text() ==
                R"(insert into "users" ("email", "name") values ($1, $2) on conflict ("email") do update)"
                R"( set "name" = "excluded"."name", "age" = "users"."age" + $3 returning "users"."id")");
  EXPECT_EQ(virga::to_sql(query).params, (values{"a", "b", "1"}));
}

TEST(on_conflict, takes_a_key_of_several_columns_in_any_order) {
  using tests::readings;
  const auto query = insert_into(readings)
                         .values(readings.station = 1, readings.day = "2024-01-02")
                         .on_conflict(readings.day, readings.station)
                         .do_update(readings.note = excluded(readings).note);
  static_assert(query.text() ==
                R"(insert into "lab"."readings" ("station", "day") values ($1, $2) on conflict ("day", "station"))"
                R"( do update set "note" = "excluded"."note")");
  EXPECT_EQ(virga::to_sql(query).params, (values{"1", "2024-01-02"}));
}

TEST(on_conflict, follows_a_batch) {
  const std::vector<new_note> rows{{.id = 1, .mood = "a"}, {.id = 2, .mood = virga::null}};
  const auto query =
      virga::to_sql(insert_into(notes).values(rows).on_conflict(notes.id).do_update(notes.mood = excluded(notes).mood));
  EXPECT_EQ(query.text, R"(insert into "notes" ("id", "mood") select unnest($1::integer[]), unnest($2::text[]))"
                        R"( on conflict ("id") do update set "mood" = "excluded"."mood")");
  EXPECT_EQ(query.params, (values{"{1,2}", R"({"a",NULL})"}));
}

template <class Mode>
struct tickets_table {
  static constexpr auto table = virga::pg::table("tickets");
  virga::col<Mode, virga::pg::bigint("id").primary_key().generated_always_as_identity()> id{};
};
constexpr virga::table<tickets_table> tickets;

TEST(insert, into_a_table_of_which_no_column_can_be_given) {
  EXPECT_EQ(virga::to_sql(insert_into(tickets).values(virga::infer_insert<tickets>{})).text,
            R"(insert into "tickets" default values)");
}

}  // namespace
