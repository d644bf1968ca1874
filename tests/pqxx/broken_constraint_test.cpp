// SPDX-License-Identifier: BSL-1.0
//
// Which constraint was broken, asked of the description; the server says what it is called.
#include <gtest/gtest.h>

#include <set>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;

template <class Mode>
struct owners_table {
  static constexpr auto table = pg::table("owners");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("email").not_null().unique()> email{};
  virga::col<Mode, pg::text("name")> name{};
  virga::col<Mode, pg::smallint("level").not_null().default_value(1)> level{};
  static constexpr auto extras(auto t) {
    return pg::extras(pg::check("owners_level_ok", t.level >= 0), pg::check("owners_name_ok", t.name != "nobody"),
                      pg::unique(t.name, t.level), pg::unique_index("owners_by_level").on(t.level, t.email));
  }
};
constexpr virga::table<owners_table> owners;

/// Names that are too long together, with letters of two bytes at the places where they are cut.
template <class Mode>
struct long_table {
  static constexpr auto table =
      pg::table("ein_tisch_mit_einem_sehr_langen_n\u00e4men\u00e4\u00e4\u00e4\u00e4\u00e4", {.schema = "odd"});
  virga::col<Mode, pg::integer("eine_spalte_mit_einem_l\u00e4ngeren_n\u00e4men_als_n\u00f6tig_w\u00e4re").unique()>
      first{};
  virga::col<Mode, pg::integer("n\u00e4chste_spalte").unique().references<owners_table, "id">()> second{};
  virga::col<Mode, pg::integer("third_of_the_columns_that_have_quite_a_long_name_here")> third{};
  static constexpr auto extras(auto t) {
    return pg::extras(pg::primary_key(t.third, t.second), pg::unique(t.third, t.first), pg::unique(t.second, t.third),
                      pg::check("a check \"quoted\"", t.third > 0));
  }
};
constexpr virga::table<long_table> longer;

/// The same name in another schema, and keys without a name to tell apart.
template <class Mode>
struct other_owners_table {
  static constexpr auto table = pg::table("owners", {.schema = "odd"});
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("email").not_null().unique()> email{};
};
constexpr virga::table<other_owners_table> other_owners;

class broken_constraints : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    url_ = new std::string(tests::fresh_database());
    virga::connection on(*url_);
    on.send(std::string("create schema odd"));
    virga::create_tables(on, owners, other_owners, longer);
    insert_into(owners).values(owners.id = 1, owners.email = "a", owners.name = "Ann").run(on);
    insert_into(other_owners).values(other_owners.id = 1, other_owners.email = "a").run(on);
    insert_into(longer).values(longer.first = 1, longer.second = 1, longer.third = 1).run(on);
  }
  static void TearDownTestSuite() { delete url_; }

  static auto owner(int id, const char* email) {
    return insert_into(owners).values(owners.id = id, owners.email = email);
  }
  /// Runs what breaks a constraint; returns the error.
  template <class Error, class Statement>
  Error broken_by(const Statement& what) {
    const auto tried = what.try_run(on);
    if (const auto* error = tried ? nullptr : tried.error().template as<Error>()) return *error;
    ADD_FAILURE() << (tried ? "nothing was broken" : tried.error().message());
    return Error(virga::error_report());
  }
  inline static std::string* url_ = nullptr;
  virga::connection on{*url_};
};

TEST_F(broken_constraints, are_told_apart_by_their_columns) {
  const auto email = broken_by<virga::unique_violation>(owner(2, "a"));
  EXPECT_TRUE(email.is(owners.email));
  EXPECT_TRUE(email.is(owners.as("o"_name).email)) << "under whatever name";
  EXPECT_FALSE(email.is(owners.id));
  EXPECT_FALSE(email.is(owners.name, owners.level));
  EXPECT_FALSE(email.is(other_owners.email)) << "another table's";
  const auto id = broken_by<virga::unique_violation>(owner(1, "b"));
  EXPECT_TRUE(id.is(owners.id));
  EXPECT_FALSE(id.is(owners.email));
  const auto other = broken_by<virga::unique_violation>(
      insert_into(other_owners).values(other_owners.id = 2, other_owners.email = "a"));
  EXPECT_TRUE(other.is(other_owners.email));
  EXPECT_TRUE(broken_by<virga::unique_violation>(
                  insert_into(owners).values(owners.id = 3, owners.email = "c", owners.name = "Ann"))
                  .is(owners.level, owners.name))
      << "in whatever order";
}

TEST_F(broken_constraints, are_told_apart_by_their_names) {
  const auto email = broken_by<virga::unique_violation>(owner(2, "a"));
  EXPECT_TRUE(email.is(owners, "owners_email_key"_name));
  EXPECT_FALSE(email.is(owners, "owners_pkey"_name));
  EXPECT_FALSE(email.is(owners, "owners_name_level_key"_name));
  const auto level = broken_by<virga::check_violation>(
      insert_into(owners).values(owners.id = 4, owners.email = "d", owners.level = -1));
  EXPECT_TRUE(level.is(owners, "owners_level_ok"_name));
  EXPECT_FALSE(level.is(owners, "owners_name_ok"_name));
  const auto name = broken_by<virga::check_violation>(
      insert_into(owners).values(owners.id = 4, owners.email = "d", owners.name = "nobody"));
  EXPECT_TRUE(name.is(owners, "owners_name_ok"_name));
}

TEST_F(broken_constraints, of_references_and_of_columns_that_are_not_null) {
  const auto reference = broken_by<virga::foreign_key_violation>(
      insert_into(longer).values(longer.first = 9, longer.second = 777, longer.third = 9));
  EXPECT_TRUE(reference.is(longer.second));
  const auto absent = broken_by<virga::not_null_violation>(
      virga::update(owners).set(owners.level = virga::sql<std::int16_t>("null::smallint"_sql)).where(owners.id == 1));
  EXPECT_TRUE(absent.is(owners.level));
  EXPECT_FALSE(absent.is(owners.email));
}

TEST_F(broken_constraints, of_a_programs_own_libpqxx_transaction) {
  pqxx::connection connection(*url_);
  pqxx::work work{connection};
  const auto tried = owner(2, "a").try_run(work);
  ASSERT_FALSE(tried);
  EXPECT_TRUE(tried.error().is<virga::unique_violation>(owners.email));
  EXPECT_FALSE(tried.error().is<virga::unique_violation>(owners.id));
}

TEST_F(broken_constraints, as_returned_errors) {
  const auto tried = owner(2, "a").try_run(on);
  EXPECT_TRUE(tried.error().is<virga::unique_violation>(owners.email));
  EXPECT_FALSE(tried.error().is<virga::unique_violation>(owners.id));
  EXPECT_FALSE(tried.error().is<virga::check_violation>(owners, "owners_level_ok"_name));
}

/// The names that the description makes are those that the server made, cut as it cuts them. (From PostgreSQL 18 on,
/// NOT NULL is a constraint with a name, too; its error names the column.)
template <class Table>
void expect_names_of_the_server(virga::connection& on, const Table&) {
  using source = typename Table::source;
  const auto all = virga::schema::constraints_of<source>();
  std::set<std::string> described, there;
  for (std::size_t i = 0; i < all.size; ++i) described.emplace(all.all[i].name.view());
  const std::string schema(source::info.schema.empty() ? "public" : source::info.schema);
  const auto found = on.send(
      "select conname from pg_constraint where contype <> 'n' and conrelid = (select c.oid from pg_class c join "
      "pg_namespace n on n.oid = relnamespace where relname = '" +
      std::string(source::info.table) + "' and nspname = '" + schema +
      "') union select indexname from pg_indexes where tablename = '" + std::string(source::info.table) +
      "' and schemaname = '" + schema + "'");
  for (std::size_t i = 0; i < found.rows(); ++i) there.emplace(found.at(i, 0).text());
  EXPECT_EQ(described, there);
  EXPECT_GE(described.size(), 2U);
}

TEST_F(broken_constraints, have_the_names_that_the_server_gives_them) {
  expect_names_of_the_server(on, owners);
  expect_names_of_the_server(on, other_owners);
  expect_names_of_the_server(on, longer);
}

TEST_F(broken_constraints, with_long_names) {
  const auto add = [](int first, int second, int third) {
    return insert_into(longer).values(longer.first = first, longer.second = second, longer.third = third);
  };
  insert_into(owners).values(owners.id = 50, owners.email = "fifty", owners.name = "Fifty").run(on);
  const auto first = broken_by<virga::unique_violation>(add(1, 50, 5));
  EXPECT_TRUE(first.is(longer.first)) << first.what();
  EXPECT_FALSE(first.is(longer.first, longer.third));
  EXPECT_TRUE(broken_by<virga::unique_violation>(add(5, 1, 5)).is(longer.second));
  const auto check = broken_by<virga::check_violation>(add(7, 50, -1));
  EXPECT_TRUE(check.is(longer, "a check \"quoted\""_name)) << check.what();
}

}  // namespace
