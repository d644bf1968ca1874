// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct employees_table;

template <class Mode>
struct teams_table {
  static constexpr auto table = pg::table("teams", {.schema = "Staff \"A\""});
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("na\"me").not_null().default_value("it's \"new\"; \\ $1 {}")> name{};
  virga::col<Mode, pg::integer("lead").references<employees_table, "id">(
                       {.on_delete = pg::action::set_null, .on_update = pg::action::cascade})>
      lead{};
};
template <class Mode>
struct employees_table {
  static constexpr auto table = pg::table("employees", {.schema = "Staff \"A\""});
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("team").references<teams_table, "id">({.on_delete = pg::action::restrict})> team{};
  virga::col<Mode, pg::integer("boss").references<employees_table, "id">()> boss{};
  virga::col<Mode, pg::numeric("pay", 8, 2).not_null().default_sql("1000.50")> pay{};
  virga::col<Mode, pg::bigint("twice").generated_always_as("id * 2")> twice{};
  virga::col<Mode, pg::varchar("mood", 20).not_null().default_value("fine")> mood{};
  virga::col<Mode, pg::boolean("on_leave").not_null().default_value(true)> on_leave{};
  virga::col<Mode, pg::smallint("level").not_null().default_value(-3)> level{};

  static constexpr auto extras(auto t) {
    return pg::extras(pg::unique(t.team, t.level), pg::index("employees_pay_idx").on(desc(t.pay), t.id),
                      pg::index("employees_sum_idx").on(t.id + t.level),
                      pg::unique_index("employees_twice_idx").on(t.twice),
                      pg::check("employees_mood", t.mood != "it's \"bad\"; \\" && in_(t.level, {-3, 1, 2})));
  }
};
constexpr virga::table<teams_table> teams;
constexpr virga::table<employees_table> employees;

template <class Mode>
struct good_table {
  static constexpr auto table = pg::table("good");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
};
constexpr virga::table<good_table> good;
template <class Mode>
struct bad_table {
  static constexpr auto table = pg::table("bad");
  virga::col<Mode, pg::integer("id").primary_key().default_sql("no_such_function()")> id{};
};
constexpr virga::table<bad_table> bad;

std::int64_t tables_in(virga::database& db) {
  return select(virga::sql<std::int64_t>("count(*) from pg_tables where schemaname not like 'pg\\_%' and "
                                         "schemaname <> 'information_schema'"_sql))
      .one(db)
      .get<0>();
}

TEST(create_tables, is_all_or_nothing) {
  virga::database db(tests::fresh_database());
  EXPECT_THROW(virga::create_tables(db, good, bad), virga::undefined_object);
  EXPECT_EQ(tables_in(db), 0);
  virga::create_tables(db, good);
  EXPECT_THROW(virga::create_tables(db, bad, good), virga::database_error);
  EXPECT_EQ(tables_in(db), 1);
}

TEST(create_tables, inside_a_transaction_belongs_to_it) {
  virga::database db(tests::fresh_database());
  struct own_error {};
  EXPECT_THROW(db.transaction([&](auto& tx) {
    virga::create_tables(tx, good);
    insert_into(good).values(good.id = 1).run(tx);
    throw own_error{};
  }),
               own_error);
  EXPECT_EQ(tables_in(db), 0);
}

class described : public ::testing::Test {
 protected:
  void SetUp() override {
    db.acquire().connection().send(std::string(R"(create schema "Staff ""A""")"));
    virga::create_tables(db, employees, teams);
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(described, defaults_identities_and_computed_columns_work) {
  const auto team = insert_into(teams).values(virga::infer_insert<teams>{}).returning().one(db);
  EXPECT_EQ(team.id, 1);
  EXPECT_EQ(team.name, "it's \"new\"; \\ $1 {}");
  const auto employee =
      insert_into(employees).values(virga::infer_insert<employees>{.id = 21, .team = team.id}).returning().one(db);
  EXPECT_EQ(employee.pay, virga::decimal("1000.50"));
  EXPECT_EQ(employee.twice, 42);
  EXPECT_EQ(employee.mood, "fine");
  EXPECT_TRUE(employee.on_leave);
  EXPECT_EQ(employee.level, -3);
}

TEST_F(described, keys_and_checks_hold) {
  insert_into(teams).values(teams.id = 5).run(db);
  insert_into(employees).values(employees.id = 1, employees.team = 5).run(db);
  EXPECT_THROW(insert_into(employees).values(employees.id = 2, employees.team = 5).run(db), virga::unique_violation);
  EXPECT_THROW(insert_into(employees).values(employees.id = 2, employees.level = 7).run(db), virga::check_violation);
  EXPECT_THROW(insert_into(employees).values(employees.id = 2, employees.mood = "it's \"bad\"; \\").run(db),
               virga::check_violation);
  EXPECT_THROW(insert_into(employees).values(employees.id = 2, employees.boss = 9).run(db),
               virga::foreign_key_violation);
  EXPECT_THROW(virga::delete_from(teams).where(teams.id == 5).run(db), virga::foreign_key_violation);
  EXPECT_EQ(insert_into(employees).values(employees.id = 2, employees.boss = 1, employees.level = 1).run(db), 1U);
}

TEST_F(described, actions_of_foreign_keys_take_place) {
  insert_into(employees).values(employees.id = 1).run(db);
  insert_into(teams).values(teams.id = 5, teams.lead = 1).run(db);
  virga::update(employees).set(employees.id = 8).where(employees.id == 1).run(db);
  EXPECT_EQ(select().from(teams).one(db).lead, 8);
  virga::delete_from(employees).where(employees.id == 8).run(db);
  EXPECT_EQ(select().from(teams).one(db).lead, std::nullopt);
}

TEST_F(described, indexes_are_there) {
  const auto rows = select(virga::sql<std::string>("indexname::text from pg_indexes where schemaname like 'Staff%' "
                                                   "and indexname like '%idx' order by 1"_sql))
                        .all(db);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].get<0>(), "employees_pay_idx");
  EXPECT_EQ(rows[1].get<0>(), "employees_sum_idx");
  EXPECT_EQ(rows[2].get<0>(), "employees_twice_idx");
}

TEST_F(described, queries_read_through_schema_and_quoted_names) {
  insert_into(teams).values(teams.id = 5, teams.name = "five").run(db);
  insert_into(employees).values(employees.id = 1, employees.team = 5).run(db);
  const auto row =
      select().from(employees).inner_join(teams, teams.id == employees.team).where(teams.name == "five").one(db);
  EXPECT_EQ(row.get<0>().id, 1);
  EXPECT_EQ(row.get<1>().name, "five");
  EXPECT_EQ(virga::update(teams).set(teams.name = "six").where(teams.id == 5).returning(teams.name).one(db).name,
            "six");
  EXPECT_EQ(virga::delete_from(employees).where(employees.team == 5).run(db), 1U);
  constexpr auto boss = employees.as("boss"_name);
  EXPECT_EQ(select(boss.id).from(employees).inner_join(boss, boss.id == employees.boss).all(db).size(), 0U);
}

}  // namespace
