// SPDX-License-Identifier: BSL-1.0
//
// What the server refuses arrives as a type, with its fields, and without values in what().
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct accounts_table {
  static constexpr auto table = pg::table("accounts");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::varchar("owner", 12).not_null().unique()> owner{};
  virga::col<Mode, pg::smallint("level").not_null()> level{};

  static constexpr auto extras(auto t) { return pg::extras(pg::check("accounts_level_ok", t.level >= 0)); }
};
constexpr virga::table<accounts_table> accounts;

template <class Mode>
struct payments_table {
  static constexpr auto table = pg::table("payments");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("account").references<accounts_table, "id">()> account{};
};
constexpr virga::table<payments_table> payments;

/// The same table with fewer rules than the database has.
template <class Mode>
struct lenient_table {
  static constexpr auto table = pg::table("accounts");
  virga::col<Mode, pg::integer("id")> id{};
  virga::col<Mode, pg::text("owner")> owner{};
  virga::col<Mode, pg::integer("level")> level{};
  virga::col<Mode, pg::integer("missing")> missing{};
};
constexpr virga::table<lenient_table> lenient;

template <class Mode>
struct absent_table {
  static constexpr auto table = pg::table("absent");
  virga::col<Mode, pg::integer("id")> id{};
};
constexpr virga::table<absent_table> absent;

/// Runs `f`, which must throw `Error`; returns it.
template <class Error, class Function>
Error thrown_by(Function&& f) {
  try {
    f();
  } catch (const Error& error) {
    return error;
  } catch (const std::exception& other) {
    ADD_FAILURE() << "another exception: " << typeid(other).name() << ": " << other.what();
    throw;
  }
  ADD_FAILURE() << "nothing was thrown";
  throw std::runtime_error("nothing was thrown");
}
bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

class errors : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    url_ = new std::string(tests::fresh_database());
    virga::database on(*url_);
    virga::create_tables(on, accounts, payments);
    add(on, 1, "first-owner", 1);
  }
  static void TearDownTestSuite() { delete url_; }
  template <class Executor>
  static void add(Executor&& on, int id, const char* owner, int level) {
    insert_into(accounts).values(accounts.id = id, accounts.owner = owner, accounts.level = level).run(on);
  }
  inline static std::string* url_ = nullptr;
  virga::database db{*url_};
};

TEST_F(errors, unique_violation_names_its_constraint_and_no_value) {
  const auto error = thrown_by<virga::unique_violation>([&] { add(db, 2, "first-owner", 1); });
  EXPECT_EQ(error.constraint(), "accounts_owner_key");
  EXPECT_EQ(error.sqlstate(), "23505");
  EXPECT_EQ(error.report().table, "accounts");
  EXPECT_TRUE(mentions(error.what(), "accounts_owner_key")) << error.what();
  EXPECT_TRUE(mentions(error.what(), "insert into \"accounts\"")) << error.what();
  EXPECT_FALSE(mentions(error.what(), "first-owner")) << error.what();
  EXPECT_TRUE(mentions(error.report().detail, "first-owner")) << "the detail is there for those who ask";
}

TEST_F(errors, of_a_programs_own_libpqxx_transaction_have_the_same_type_and_no_value) {
  pqxx::connection connection(*url_);
  pqxx::work work{connection};
  const auto error = thrown_by<virga::unique_violation>([&] { add(work, 2, "first-owner", 1); });
  EXPECT_EQ(error.sqlstate(), "23505");
  EXPECT_FALSE(mentions(error.what(), "first-owner")) << error.what();
  EXPECT_TRUE(mentions(error.what(), "insert into \"accounts\"")) << error.what();
  EXPECT_EQ(error.constraint(), "accounts_owner_key");
}

TEST_F(errors, foreign_key_violation) {
  const auto error = thrown_by<virga::foreign_key_violation>(
      [&] { insert_into(payments).values(payments.id = 1, payments.account = 777).run(db); });
  EXPECT_EQ(error.constraint(), "payments_account_fkey");
  EXPECT_FALSE(mentions(error.what(), "777")) << error.what();
}

TEST_F(errors, check_violation) {
  const auto error = thrown_by<virga::check_violation>([&] { add(db, 3, "third", -5); });
  EXPECT_EQ(error.constraint(), "accounts_level_ok");
  EXPECT_FALSE(mentions(error.what(), "third")) << error.what();
}

TEST_F(errors, not_null_violation_names_the_column) {
  const auto error = thrown_by<virga::not_null_violation>(
      [&] { insert_into(lenient).values(lenient.id = 4, lenient.owner = "fourth").run(db); });
  EXPECT_EQ(error.report().column, "level");
  EXPECT_TRUE(mentions(error.what(), "\"level\"")) << error.what();
  EXPECT_FALSE(mentions(error.what(), "fourth")) << error.what();
}

TEST_F(errors, all_four_are_constraint_violations_and_virga_errors) {
  EXPECT_THROW(add(db, 1, "x", 1), virga::constraint_violation);
  EXPECT_THROW(add(db, 1, "x", 1), virga::database_error);
  EXPECT_THROW(add(db, 1, "x", 1), virga::error);
}

TEST_F(errors, undefined_objects) {
  EXPECT_EQ(thrown_by<virga::undefined_object>([&] { (void)select().from(absent).all(db); }).sqlstate(), "42P01");
  EXPECT_EQ(thrown_by<virga::undefined_object>([&] { (void)select(lenient.missing).from(lenient).all(db); }).sqlstate(),
            "42703");
  const auto no_function =
      thrown_by<virga::undefined_object>([&] { (void)select(virga::sql<int>("no_such_function()"_sql)).all(db); });
  EXPECT_EQ(no_function.sqlstate(), "42883");
}

TEST_F(errors, data_exceptions) {
  const auto too_long = thrown_by<virga::data_exception>([&] {
    virga::update(accounts)
        .set(accounts.owner = virga::sql<std::string>("repeat({}, 2)"_sql, "more than"))
        .all_rows()
        .run(db);
  });
  EXPECT_EQ(too_long.sqlstate(), "22001");
  EXPECT_FALSE(mentions(too_long.what(), "more than")) << too_long.what();
  const auto refused = thrown_by<virga::value_error>([&] { add(db, 5, "more than twelve letters", 1); });
  EXPECT_FALSE(mentions(refused.what(), "more than twelve")) << refused.what();
  const auto by_zero = thrown_by<virga::data_exception>(
      [&] { (void)select(accounts.id / (accounts.id - accounts.id)).from(accounts).all(db); });
  EXPECT_EQ(by_zero.sqlstate(), "22012");
  const auto too_large = thrown_by<virga::data_exception>(
      [&] { (void)select(accounts.id * 2147483647 * 2147483647).from(accounts).all(db); });
  EXPECT_EQ(too_large.sqlstate(), "22003");
}

TEST_F(errors, a_refused_permission_names_what_was_refused) {
  {
    virga::connection admin(*url_);
    admin.send(std::string("drop role if exists virga_reader"));
    admin.send(std::string("create role virga_reader"));
    admin.send(std::string("grant select on accounts to virga_reader"));
  }
  virga::connection reader(*url_);
  reader.send(std::string("set role virga_reader"));
  EXPECT_EQ(select().from(accounts).all(reader).size(), 1U);
  const auto refused = thrown_by<virga::insufficient_privilege>([&] { add(reader, 9, "nine", 1); });
  EXPECT_EQ(refused.sqlstate(), "42501");
  EXPECT_TRUE(mentions(refused.what(), "accounts")) << refused.what();
  EXPECT_THROW(virga::create_tables(reader, absent), virga::insufficient_privilege);
  reader.send(std::string("reset role"));
  reader.send(std::string("revoke all on accounts from virga_reader; drop role virga_reader"));
}

TEST_F(errors, a_table_that_is_there_already) {
  EXPECT_EQ(thrown_by<virga::database_error>([&] { virga::create_tables(db, accounts); }).sqlstate(), "42P07");
}

TEST_F(errors, a_deadlock_or_serialization_failure_can_be_told_from_others) {
  virga::connection first(*url_), second(*url_);
  for (auto* one : {&first, &second}) one->send(std::string("begin isolation level serializable"));
  EXPECT_EQ(select().from(accounts).all(first).size(), 1U);
  EXPECT_EQ(select().from(accounts).all(second).size(), 1U);
  const auto raise = [](virga::connection& on) {
    virga::update(accounts).set(accounts.level = accounts.level + 1).where(accounts.id == 1).run(on);
  };
  raise(first);
  first.send(std::string("commit"));
  EXPECT_EQ(thrown_by<virga::transaction_rollback>([&] { raise(second); }).sqlstate(), "40001");
}

TEST_F(errors, after_one_the_connection_is_used_again) {
  virga::database one(*url_, {.max_connections = 1});
  for (int i = 0; i < 5; ++i) EXPECT_THROW(add(one, 1, "x", 1), virga::unique_violation);
  EXPECT_EQ(select().from(accounts).all(one).size(), 1U);
}

}  // namespace
