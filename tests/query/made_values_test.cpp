// SPDX-License-Identifier: BSL-1.0
//
// Values that the program makes: default_fn and on_update_fn.
#include <gtest/gtest.h>

#include "virga/virga.hpp"

namespace {

using namespace virga;
using namespace virga::literals;

int made = 0;
std::string next_name() { return "name " + std::to_string(++made); }
std::int64_t next_version() { return ++made; }

template <class Mode>
struct papers_table {
  static constexpr auto table = pg::table("papers");
  col<Mode, pg::bigint("id").primary_key()> id{};
  col<Mode, pg::text("name").not_null().default_fn<&next_name>()> name{};
  col<Mode, pg::bigint("version").not_null().on_update_fn<&next_version>()> version{};
  col<Mode, pg::integer("pages").not_null().default_value(1)> pages{};
  col<Mode, pg::timestamptz("touched").on_update_fn<[] { return now(); }>()> touched{};
};
constexpr virga::table<papers_table> papers;

class made_values : public ::testing::Test {
 protected:
  void SetUp() override { made = 0; }
};
using values = std::vector<std::optional<std::string>>;

TEST_F(made_values, are_added_to_the_assignments_of_an_insert) {
  const auto query = insert_into(papers).values(papers.id = 7, papers.pages = 3);
  static_assert(query.text() == R"(insert into "papers" ("id", "pages", "name", "version") values ($1, $2, $3, $4))");
  EXPECT_EQ(to_sql(query).params, (values{"7", "3", "name 1", "2"}));
  EXPECT_EQ(to_sql(query).params, (values{"7", "3", "name 3", "4"})) << "made once, and not each time the query runs";
  EXPECT_EQ(to_sql(insert_into(papers).values(papers.id = 7, papers.name = "Ann", papers.version = 0)).params,
            (values{"7", "Ann", "0"}));
  EXPECT_EQ(made, 4) << "made although given";
}

TEST_F(made_values, are_added_to_the_row_of_an_insert) {
  const auto sql = to_sql(insert_into(papers).values(infer_insert<papers>{.id = 7}));
  EXPECT_EQ(sql.text, R"(insert into "papers" ("id", "name", "version", "pages", "touched") )"
                      R"(values ($1, $2, $3, default, $4))");
  EXPECT_EQ(sql.params, (values{"7", "name 1", "2", std::nullopt}));
  EXPECT_EQ(to_sql(insert_into(papers).values(infer_insert<papers>{.id = 7, .name = "Ann", .version = 5})).params,
            (values{"7", "Ann", "5", std::nullopt}));
}

TEST_F(made_values, are_made_for_each_row_of_a_batch) {
  using row = infer_insert<papers>;
  const std::vector<row> alike{row{.id = 1}, row{.id = 2, .name = "Ann"}, row{.id = 3}};
  EXPECT_EQ(to_sql(insert_into(papers).values(alike)).params,
            (values{"{1,2,3}", R"({"name 1","Ann","name 2"})", "{3,4,5}", "{NULL,NULL,NULL}"}));
  made = 0;
  const std::vector<row> unlike{row{.id = 1, .pages = 4}, row{.id = 2, .name = "Ann"}};
  const auto sql = to_sql(insert_into(papers).values(unlike));
  EXPECT_EQ(sql.text, R"(insert into "papers" ("id", "name", "version", "pages", "touched") )"
                      R"(values ($1, $2, $3, $4, $5), ($6, $7, $8, default, $9))");
  EXPECT_EQ(sql.params, (values{"1", "name 1", "2", "4", std::nullopt, "2", "Ann", "3", std::nullopt}));
}

TEST_F(made_values, are_added_to_the_assignments_of_an_update) {
  const auto query = update(papers).set(papers.pages = 3).where(papers.id == 7);
  static_assert(query.text() == R"(update "papers" set "pages" = $1, "version" = $2, "touched" = now() )"
                                R"(where "papers"."id" = $3)");
  EXPECT_EQ(to_sql(query).params, (values{"3", "1", "7"}));
  EXPECT_EQ(update(papers).set(papers.version = papers.version + 1, papers.touched = null).all_rows().text(),
            R"(update "papers" set "version" = "papers"."version" + $1, "touched" = null)");
}

TEST_F(made_values, may_be_the_only_values_of_a_statement) {
  EXPECT_EQ(to_sql(update(papers).set(papers.name = upper(papers.name)).all_rows()).params, (values{"1"}));
  EXPECT_EQ(to_sql(insert_into(papers).values(papers.id = sql<std::int64_t>("1"_sql))).params, (values{"name 2", "3"}));
  const auto other = papers.as("other"_name);
  EXPECT_EQ(to_sql(merge_into(papers)
                       .using_(other)
                       .on(papers.id == other.id)
                       .when_matched()
                       .then_update(papers.name = other.name)
                       .when_not_matched()
                       .then_insert(papers.id = other.id))
                .params,
            (values{"4", "name 5", "6"}));
}

TEST_F(made_values, are_added_to_a_patch_that_changes_something) {
  const auto patched = [](infer_update<papers> patch) { return to_sql(update(papers).set(patch).all_rows()); };
  EXPECT_EQ(patched({.pages = 3}).text, R"(update "papers" set "version" = $1, "pages" = $2, "touched" = now())");
  EXPECT_EQ(patched({.pages = 3}).params, (values{"2", "3"}));
  EXPECT_EQ(patched({.version = 9, .touched = null}).text, R"(update "papers" set "version" = $1, "touched" = $2)");
  made = 0;
  EXPECT_THROW(patched({}), empty_statement);
  EXPECT_EQ(made, 0);
}

TEST_F(made_values, are_added_to_do_update) {
  EXPECT_EQ(insert_into(papers)
                .values(papers.id = 1, papers.version = 1)
                .on_conflict(papers.id)
                .do_update(papers.pages = excluded(papers).pages)
                .text(),
            R"(insert into "papers" ("id", "version", "name") values ($1, $2, $3) on conflict ("id") do update )"
            R"(set "pages" = "excluded"."pages", "version" = $4, "touched" = now())");
}

TEST_F(made_values, are_added_to_rows_that_are_updated_together) {
  const auto query =
      update_many(papers, std::vector<std::tuple<std::int64_t, std::int32_t>>{{7, 3}, {8, 4}}).set(papers.pages);
  EXPECT_NE(query.text().find(R"(set "pages" = "given"."pages", "version" = $1, "touched" = now() from)"),
            std::string_view::npos)
      << query.text();
  EXPECT_EQ(to_sql(query).params, (values{"1", "{7,8}", "{3,4}"}));
}

TEST_F(made_values, are_not_guessed_for_rows_that_may_be_there_already) {
  const std::vector<infer_insert<papers>> rows{{.id = 1, .name = "Ann", .version = 1}, {.id = 2, .version = 1}};
  EXPECT_THROW(static_cast<void>(to_sql(upsert_many(papers, rows))), value_error);
  EXPECT_EQ(made, 0);
}

TEST_F(made_values, of_new_rows_leave_alone_those_that_are_there) {
  using row = infer_insert<papers>;
  const auto sql = to_sql(upsert_many(papers, std::vector<row>{{.id = 1}, {.id = 2}}));
  EXPECT_EQ(sql.text, R"(insert into "papers" ("id", "name", "version", "touched") select unnest($1::bigint[]), )"
                      R"(unnest($2::text[]), unnest($3::bigint[]), unnest($4::timestamp with time zone[]) )"
                      R"(on conflict ("id") do update set "id" = "excluded"."id", "version" = $5, "touched" = now())");
  EXPECT_EQ(sql.params, (values{"{1,2}", R"({"name 1","name 2"})", "{3,4}", "{NULL,NULL}", "5"}));
  const std::vector<row> given{{.id = 1, .name = "Ann", .version = 7, .pages = 3, .touched = null}};
  EXPECT_EQ(to_sql(upsert_many(papers, given)).text,
            R"(insert into "papers" ("id", "name", "version", "pages", "touched") select unnest($1::bigint[]), )"
            R"(unnest($2::text[]), unnest($3::bigint[]), unnest($5::integer[]), )"
            R"(unnest($4::timestamp with time zone[]) on conflict ("id") do update set "id" = "excluded"."id", )"
            R"("name" = "excluded"."name", "version" = "excluded"."version", "pages" = "excluded"."pages", )"
            R"("touched" = "excluded"."touched")");
}

TEST_F(made_values, are_nothing_that_the_database_knows_of) {
  EXPECT_EQ(create_statements(papers).at(0),
            R"(create table "papers" ("id" bigint primary key, "name" text not null, "version" bigint not null, )"
            R"("pages" integer default 1 not null, "touched" timestamp with time zone))");
}

}  // namespace
