// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/tables.hpp"
#include "virga/pqxx.hpp"

namespace {

using tests::users;
using virga::insert_into;
using virga::select;
using new_user = virga::infer_insert<users>;

class transactions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    url_ = new std::string(tests::fresh_database());
    virga::database db(*url_);
    virga::create_tables(db, users);
  }
  static void TearDownTestSuite() { delete url_; }
  void SetUp() override { virga::delete_from(users).all_rows().run(db); }

  void add(auto& to, const char* name) {
    insert_into(users).values(new_user{.email = std::string(name) + "@example.org", .name = name}).run(to);
  }
  std::int64_t rows() { return select(virga::count()).from(users).one(db).get<0>(); }

  inline static std::string* url_ = nullptr;
  virga::database db{*url_};
};

TEST_F(transactions, commit_at_the_end) {
  db.transaction([&](auto& tx) {
    add(tx, "Ann");
    add(tx, "Bob");
    EXPECT_EQ(rows(), 0) << "another connection saw rows before the commit";
  });
  EXPECT_EQ(rows(), 2);
}

TEST_F(transactions, give_back_what_the_function_returns) {
  const auto id = db.transaction(
      [&](auto& tx) { return insert_into(users).values(new_user{.email = "a", .name = "b"}).returning().one(tx).id; });
  EXPECT_EQ(select(users.name).from(users).where(users.id == id).one(db).name, "b");
}

TEST_F(transactions, undo_everything_when_the_function_throws) {
  struct own_error {};
  EXPECT_THROW(db.transaction([&](auto& tx) {
    add(tx, "Ann");
    throw own_error{};
  }),
               own_error);
  EXPECT_EQ(rows(), 0);
}

TEST_F(transactions, undo_everything_when_a_statement_fails) {
  EXPECT_THROW(db.transaction([&](auto& tx) {
    add(tx, "Ann");
    add(tx, "Ann");
  }),
               virga::unique_violation);
  EXPECT_EQ(rows(), 0);
}

TEST_F(transactions, say_so_when_they_commit_after_an_error_that_was_swallowed) {
  // PostgreSQL answers COMMIT with ROLLBACK then, and the program would believe its rows are there
  EXPECT_THROW(db.transaction([&](auto& tx) {
    add(tx, "Ann");
    try {
      add(tx, "Ann");
    } catch (const virga::unique_violation&) {
    }
  }),
               virga::error);
  EXPECT_EQ(rows(), 0);
}

TEST_F(transactions, include_the_first_statement) {
  virga::connection connection(*url_);
  EXPECT_EQ(PQtransactionStatus(connection.native_handle()), PQTRANS_IDLE);
  {
    virga::transaction tx(connection);
    add(tx, "Ann");
    EXPECT_EQ(PQtransactionStatus(connection.native_handle()), PQTRANS_INTRANS);
  }
  EXPECT_EQ(PQtransactionStatus(connection.native_handle()), PQTRANS_IDLE);
  EXPECT_EQ(rows(), 0) << "a transaction that was not committed left its row";
}

TEST_F(transactions, share_theirs_with_libpqxx) {
  db.transaction([&](auto& tx) {
    add(tx, "Ann");
    const pqxx::result seen = tx.pqxx().exec("select name from users");
    ASSERT_EQ(seen.size(), 1);
    EXPECT_STREQ(seen[0][0].c_str(), "Ann");
    tx.pqxx().exec("insert into users (email, name) values ('bob', 'Bob')");
    EXPECT_EQ(select(users.name).from(users).order_by(users.name).all(tx).size(), 2U);
    EXPECT_EQ(rows(), 0);
  });
  EXPECT_EQ(rows(), 2);
}

TEST_F(transactions, run_again_when_libpqxx_says_that_another_one_was_in_the_way) {
  for (const char* state : {"40001", "40P01"}) {
    int runs = 0;
    const std::string raise = std::string("do $$ begin raise exception using errcode = '") + state + "'; end $$";
    EXPECT_EQ(db.transaction([&](auto& tx) {
      if (++runs < 3) tx.pqxx().exec(raise);
      return runs;
    }),
              3)
        << state;
  }
  int runs = 0;
  EXPECT_THROW(db.transaction([&](auto& tx) {
    ++runs;
    tx.pqxx().exec("select 1/0");
  }),
               pqxx::sql_error);
  EXPECT_EQ(runs, 1);
}

TEST_F(transactions, of_libpqxx_undo_virgas_statements) {
  struct own_error {};
  EXPECT_THROW(db.transaction([&](auto& tx) {
    tx.pqxx().exec("insert into users (email, name) values ('bob', 'Bob')");
    add(tx, "Ann");
    throw own_error{};
  }),
               own_error);
  EXPECT_EQ(rows(), 0);
}

TEST_F(transactions, follow_one_another_on_one_connection) {
  virga::database one(*url_, {.max_connections = 1});
  for (int i = 0; i < 3; ++i) one.transaction([&](auto& tx) { add(tx, std::to_string(i).c_str()); });
  EXPECT_THROW(one.transaction([&](auto& tx) { add(tx, "0"); }), virga::unique_violation);
  one.transaction([&](auto& tx) { add(tx, "after"); });
  EXPECT_EQ(rows(), 4);
}

TEST_F(transactions, of_a_program_that_has_its_own_libpqxx_connection) {
  pqxx::connection connection(*url_);
  {
    pqxx::work work{connection};
    add(work, "Ann");
    EXPECT_EQ(select().from(users).all(work).size(), 1U);
    EXPECT_EQ(rows(), 0);
  }
  EXPECT_EQ(rows(), 0) << "the work was not committed";
  {
    pqxx::work work{connection};
    add(work, "Ann");
    work.commit();
  }
  EXPECT_EQ(rows(), 1);
}

TEST_F(transactions, of_libpqxx_without_a_transaction) {
  pqxx::connection connection(*url_);
  pqxx::nontransaction each{connection};
  add(each, "Ann");
  EXPECT_EQ(rows(), 1);
}

TEST_F(transactions, outside_of_one_each_statement_commits_by_itself) {
  virga::connection connection(*url_);
  add(connection, "Ann");
  EXPECT_EQ(PQtransactionStatus(connection.native_handle()), PQTRANS_IDLE);
  EXPECT_EQ(rows(), 1);
}

TEST_F(transactions, left_open_through_the_raw_handle_do_not_reach_the_next_user) {
  virga::database one(*url_, {.max_connections = 1});
  {
    auto held = one.acquire();
    held.connection().send(std::string("begin"));
    add(held.connection(), "Ann");
  }
  add(one, "Bob");
  const auto left = select(users.name).from(users).all(db);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].name, "Bob");
}

}  // namespace
