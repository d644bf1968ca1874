// SPDX-License-Identifier: BSL-1.0
//
// Terminals that return their errors, and the call that errors name.
#include <gtest/gtest.h>

#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct members_table {
  static constexpr auto table = pg::table("members");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null().unique()> name{};
};
constexpr virga::table<members_table> members;

template <class Mode>
struct absent_members_table {
  static constexpr auto table = pg::table("absent_members");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
};
constexpr virga::table<absent_members_table> absent;

class attempts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    url_ = new std::string(tests::fresh_database());
    virga::connection on(*url_);
    virga::create_tables(on, members);
    for (int id : {1, 2}) insert_into(members).values(members.id = id, members.name = "m" + std::to_string(id)).run(on);
  }
  static void TearDownTestSuite() { delete url_; }
  static auto adding(int id, std::string name) {
    return insert_into(members).values(members.id = id, members.name = std::move(name));
  }
  static unsigned here(std::source_location where = std::source_location::current()) { return where.line(); }
  static bool is_this_file(const std::source_location& where) {
    return std::string_view(where.file_name()).ends_with("attempt_test.cpp");
  }
  inline static std::string* url_ = nullptr;
  virga::database db{*url_, {.max_connections = 1}};
};

TEST_F(attempts, give_what_their_terminal_gives) {
  const auto all = select(members.name).from(members).order_by(members.id);
  const auto rows = all.try_all(db);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[1].name, "m2");
  EXPECT_EQ(all.try_first(db).value()->name, "m1");
  EXPECT_FALSE(all.limit(0).try_first(db).value());
  EXPECT_EQ(select().from(members).where(members.id == 2).try_one(db)->name, "m2");
  std::string names;
  const virga::outcome<void> each = all.try_each(db, [&](auto row) { names += row.name; });
  EXPECT_TRUE(each.has_value());
  EXPECT_EQ(names, "m1m2");
  const virga::outcome<std::size_t> changed =
      virga::update(members).set(members.name = members.name).all_rows().try_run(db);
  EXPECT_EQ(changed.value(), 2U);
}

TEST_F(attempts, of_prepared_queries) {
  const auto by_id = prepare(select(members.name).from(members).where(members.id == virga::placeholder("id"_name)));
  EXPECT_EQ(by_id.try_one(db, "id"_name = 1)->name, "m1");
  EXPECT_EQ(by_id.try_all(db, "id"_name = 3)->size(), 0U);
  EXPECT_FALSE(*by_id.try_first(db, "id"_name = 3));
  EXPECT_EQ(by_id.try_run(db, "id"_name = 2).value(), 1U);
  int count = 0;
  EXPECT_TRUE(by_id.try_each(
      db, [&](auto) { ++count; }, "id"_name = 2));
  EXPECT_EQ(count, 1);
  EXPECT_TRUE(by_id.try_one(db, "id"_name = 3).error().is<virga::row_count_error>());
}

TEST_F(attempts, return_what_the_server_refused) {
  const virga::outcome<std::size_t> refused = adding(3, "m1").try_run(db);
  ASSERT_FALSE(refused);
  const virga::failure& why = refused.error();
  EXPECT_TRUE(why.is<virga::unique_violation>());
  EXPECT_TRUE(why.is<virga::database_error>());
  EXPECT_FALSE(why.is<virga::check_violation>());
  EXPECT_EQ(why.sqlstate(), "23505");
  EXPECT_EQ(why.constraint(), "members_name_key");
  EXPECT_EQ(why.as<virga::unique_violation>()->table(), "members");
  EXPECT_NE(std::string(why.message()).find("duplicate key"), std::string::npos) << why.message();
  EXPECT_EQ(refused.value_or(77), 77U);
  EXPECT_THROW((void)refused.value(), virga::unique_violation) << "value() throws the error as what it is";
}

TEST_F(attempts, outlive_what_they_came_from) {
  auto kept = std::make_unique<virga::outcome<std::size_t>>(adding(3, "m2").try_run(db));
  const virga::failure copy = kept->error();
  kept.reset();
  EXPECT_EQ(copy.constraint(), "members_name_key");
  EXPECT_THROW(copy.raise(), virga::unique_violation);
}

TEST_F(attempts, return_every_error_of_virgas_own) {
  EXPECT_TRUE(select().from(members).try_one(db).error().is<virga::row_count_error>());
  EXPECT_TRUE(select().from(absent).try_all(db).error().is<virga::undefined_table>());
  EXPECT_TRUE(adding(4, std::string("a\0b", 3)).try_run(db).error().is<virga::value_error>());
  const auto held = db.acquire();
  EXPECT_TRUE(select().from(members).try_all(db).error().is<virga::usage_error>());
  ASSERT_EQ(PQstatus(held.connection().native_handle()), CONNECTION_OK);
  const auto ended = select(virga::sql<bool>("pg_terminate_backend(pg_backend_pid())"_sql)).try_one(held.connection());
  EXPECT_TRUE(ended.error().is<virga::connection_error>());
  EXPECT_EQ(ended.error().sqlstate(), "57P01");
}

TEST_F(attempts, let_the_exceptions_of_others_go) {
  EXPECT_THROW((void)select().from(members).try_each(db, [](auto) { throw 42; }), int);
}

TEST_F(attempts, of_anything) {
  const auto moved = virga::attempt([&] {
    return db.transaction([&](auto& tx) {
      adding(5, "m5").run(tx);
      adding(6, "m5").run(tx);
      return 7;
    });
  });
  EXPECT_TRUE(moved.error().is<virga::unique_violation>());
  EXPECT_EQ(virga::count_rows(members, members.id == 5, db), 0);
  EXPECT_EQ(*virga::attempt([] { return 7; }), 7);
}

TEST_F(attempts, a_failure_that_is_ignored_still_spoils_its_transaction) {
  EXPECT_THROW(db.transaction([&](auto& tx) {
    adding(5, "m5").run(tx);
    EXPECT_FALSE(adding(6, "m5").try_run(tx));
  }),
               virga::error);
  EXPECT_EQ(virga::count_rows(members, members.id == 5, db), 0);
}

/// The line that an error names, which must be of this file, also in its message.
template <class Function>
unsigned line_of(Function&& f) {
  try {
    f();
  } catch (const virga::error& thrown) {
    EXPECT_TRUE(std::string_view(thrown.where().file_name()).ends_with("attempt_test.cpp")) << thrown.what();
    const std::string place = "; called at " + std::string(thrown.where().file_name()) + ":";
    EXPECT_NE(std::string(thrown.what()).find(place + std::to_string(thrown.where().line())), std::string::npos)
        << thrown.what();
    return thrown.where().line();
  }
  ADD_FAILURE() << "nothing was thrown";
  return 0;
}

TEST_F(attempts, and_errors_name_the_call) {
  const auto everything = select().from(members);
  EXPECT_EQ(line_of([&] { (void)select().from(absent).all(db); }), here());
  EXPECT_EQ(line_of([&] { (void)everything.one(db); }), here());
  EXPECT_EQ(line_of([&] { (void)select().from(absent).first(db); }), here());
  EXPECT_EQ(line_of([&] { select().from(absent).each(db, [](auto) {}); }), here());
  EXPECT_EQ(line_of([&] { adding(1, "again").run(db); }), here());
  EXPECT_EQ(line_of([&] { (void)count_rows(absent, absent.id == 1, db); }), here());
  EXPECT_EQ(line_of([&] { (void)explain(select().from(absent), db); }), here());
  EXPECT_EQ(line_of([&] { db.acquire().connection().send(std::string("no sql")); }), here());
  EXPECT_EQ(select().from(absent).try_all(db).error().where().line(), here());
  {
    pqxx::connection connection(*url_);
    pqxx::work work{connection};
    EXPECT_EQ(line_of([&] { (void)select().from(absent).all(work); }), here());
  }
}

TEST_F(attempts, and_errors_of_connections_and_transactions_name_it_too) {
  {
    const auto held = db.acquire();
    const auto waits = [&] { (void)db.acquire(std::chrono::milliseconds(1)); };
    std::thread other([&] { EXPECT_EQ(line_of(waits), here() - 1); });
    other.join();
  }
  EXPECT_EQ(line_of([&] { db.transaction([](auto&) {}, {.role = "nobody_of_this_name"}); }), here());
  const auto end_session = [](auto& tx) {
    (void)select(virga::sql<bool>("pg_terminate_backend(pg_backend_pid())"_sql)).one(tx);
  };
  EXPECT_EQ(line_of([&] { db.transaction(end_session); }), here() - 2);
}

TEST_F(attempts, and_those_of_a_prepared_query_name_where_it_was_prepared) {
  const auto by_id = prepare(select().from(absent).where(absent.id == virga::placeholder("id"_name)));
  const unsigned prepared_at = here() - 1;
  EXPECT_EQ(line_of([&] { (void)by_id.all(db, "id"_name = 1); }), prepared_at);
  EXPECT_EQ(line_of([&] { (void)by_id.with("id"_name = 1).all(db); }), here());
}

}  // namespace
