// SPDX-License-Identifier: BSL-1.0
//
// What observers are told, and what they never are.
#include <gtest/gtest.h>

#include <mutex>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/pqxx/observers/log.hpp"
#include "virga/pqxx/observers/slow_query_log.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using virga::select;

bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

/// Keeps what it is told.
struct recorder : virga::observer {
  struct event {
    std::string statement, sqlstate;
    std::chrono::nanoseconds pool_wait, server, decode;
    std::size_t rows, affected;
    bool succeeded, is_prepared;
    int process;
    std::source_location where;
  };
  void started(const virga::query_event& at) override {
    const std::lock_guard lock(guard);
    begun.emplace_back(at.statement);
  }
  void finished(const virga::query_event& at) override {
    const std::lock_guard lock(guard);
    ended.push_back({std::string(at.statement), std::string(at.sqlstate), at.pool_wait, at.server, at.decode, at.rows,
                     at.affected, at.succeeded, at.is_prepared, at.process, at.where});
  }
  std::mutex guard;
  std::vector<std::string> begun;
  std::vector<event> ended;
};

class observers : public ::testing::Test {
 protected:
  virga::database watched(std::shared_ptr<virga::observer> by, std::size_t most = 1) {
    return virga::database(url, {.connection = {.observer = std::move(by)}, .max_connections = most});
  }
  std::string url = tests::fresh_database();
};

TEST_F(observers, are_told_of_each_statement_with_its_rows_and_times) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  (void)select(virga::sql<int>("generate_series(1, {})"_sql, 3)).all(db);
  db.acquire().connection().send(std::string("create table t as select generate_series(1, 5) as x"));
  db.acquire().connection().send(std::string("select pg_sleep(0.03)"));
  ASSERT_EQ(seen->ended.size(), 3U);
  ASSERT_EQ(seen->begun.size(), 3U);
  const auto& rows = seen->ended[0];
  EXPECT_EQ(rows.statement, "select generate_series(1, $1::integer)");
  EXPECT_EQ(rows.statement, seen->begun[0]);
  EXPECT_EQ(rows.rows, 3U);
  EXPECT_TRUE(rows.succeeded && rows.is_prepared && rows.sqlstate.empty());
  EXPECT_GT(rows.server.count(), 0);
  EXPECT_EQ(rows.process, PQbackendPID(db.acquire().connection().native_handle()));
  EXPECT_EQ(seen->ended[1].rows, 0U);
  EXPECT_EQ(seen->ended[1].affected, 5U);
  EXPECT_FALSE(seen->ended[1].is_prepared);
  EXPECT_GE(seen->ended[2].server, 30ms);
  EXPECT_LT(seen->ended[0].server, 5s);
}

TEST_F(observers, are_told_of_failures) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  EXPECT_THROW((void)select(virga::sql<int>("1 / {}"_sql, 0)).all(db), virga::data_exception);
  EXPECT_THROW(db.acquire().connection().send(std::string("select pg_terminate_backend(pg_backend_pid())")),
               virga::connection_error);
  ASSERT_EQ(seen->ended.size(), 2U);
  EXPECT_EQ(seen->ended[0].sqlstate, "22012");
  EXPECT_EQ(seen->ended[1].sqlstate, "57P01");
  EXPECT_FALSE(seen->ended[0].succeeded || seen->ended[1].succeeded);
}

TEST_F(observers, see_transactions_to_their_commit) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  db.acquire().connection().send(std::string("create table t (x int unique deferrable initially deferred)"));
  db.transaction([](auto& tx) {
    tx.transaction([](auto& inner) { inner.connection().send(std::string("insert into t values (1)")); });
  });
  EXPECT_THROW(db.transaction([](auto& tx) { tx.connection().send(std::string("insert into t values (1)")); }),
               virga::unique_violation);
  std::string all;
  for (const auto& one : seen->ended)
    all += one.statement + (one.succeeded ? "; " : " failed with " + one.sqlstate + "; ");
  EXPECT_EQ(all,
            "create table t (x int unique deferrable initially deferred); begin; savepoint virga_savepoint_1; "
            "insert into t values (1); release savepoint virga_savepoint_1; commit; "
            "begin; insert into t values (1); commit failed with 23505; ");
}

TEST_F(observers, see_what_is_undone) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  EXPECT_THROW(db.transaction([](auto& tx) {
    EXPECT_THROW(tx.transaction([](auto&) { throw 1; }), int);
    throw 2;
  }),
               int);
  { const auto left = db.begin({.read_only = true}); }
  std::string all;
  for (const auto& one : seen->ended) all += one.statement + (one.succeeded ? "; " : " failed; ");
  EXPECT_EQ(all,
            "begin; savepoint virga_savepoint_1; "
            "rollback to savepoint virga_savepoint_1; release savepoint virga_savepoint_1; rollback; "
            "begin; set transaction read only;; rollback; ");
}

TEST_F(observers, know_how_long_it_took_to_read_the_rows) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  const auto three = select(virga::sql<int>("generate_series(1, 3)"_sql));
  three.each(db, [&](auto) {
    EXPECT_TRUE(seen->ended.empty()) << "told before the rows were read";
    std::this_thread::sleep_for(10ms);
  });
  EXPECT_EQ(three.all(db).size(), 3U);
  (void)select(virga::sql<int>("1"_sql)).where(virga::sql<bool>("false"_sql)).all(db);
  ASSERT_EQ(seen->ended.size(), 3U);
  EXPECT_GE(seen->ended[0].decode, 30ms);
  EXPECT_GT(seen->ended[1].decode.count(), 0);
  EXPECT_EQ(seen->ended[2].decode.count(), 0);
  EXPECT_EQ(seen->ended[2].rows, 0U);
}

TEST_F(observers, are_told_where_a_statement_was_called) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  const auto one = select(virga::sql<int>("1"_sql));
  const unsigned line = std::source_location::current().line();
  (void)one.all(db);
  db.transaction([&](auto& tx) { (void)one.first(tx); });
  ASSERT_EQ(seen->ended.size(), 4U);
  const unsigned expected[] = {line + 1, line + 2, line + 2, line + 2};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(seen->ended[i].where.line(), expected[i]) << seen->ended[i].statement;
    EXPECT_TRUE(std::string_view(seen->ended[i].where.file_name()).ends_with("observer_test.cpp"));
  }
}

TEST_F(observers, know_how_long_a_connection_was_waited_for) {
  const auto seen = std::make_shared<recorder>();
  auto db = watched(seen);
  std::thread other;
  {
    const auto held = db.acquire();
    other = std::thread([&] { (void)select(virga::sql<int>("1"_sql)).all(db); });
    while (db.statistics().waiting == 0) std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(50ms);
  }
  other.join();
  (void)select(virga::sql<int>("1"_sql)).all(db);
  ASSERT_EQ(seen->ended.size(), 2U);
  EXPECT_GE(seen->ended[0].pool_wait, 50ms);
  EXPECT_EQ(seen->ended[1].pool_wait.count(), 0);
}

TEST_F(observers, that_throw_change_nothing) {
  struct thrower : virga::observer {
    void started(const virga::query_event&) override { throw 1; }
    void finished(const virga::query_event&) override { throw 2; }
  };
  auto db = watched(std::make_shared<thrower>());
  EXPECT_EQ(select(virga::sql<int>("42"_sql)).one(db).get<0>(), 42);
  EXPECT_EQ(db.transaction([](auto& tx) { return select(virga::sql<int>("43"_sql)).one(tx).template get<0>(); }), 43);
}

TEST_F(observers, write_a_line_for_each_statement_and_never_a_value) {
  std::vector<std::string> lines;
  auto db = watched(std::make_shared<virga::query_log>([&](std::string_view line) { lines.emplace_back(line); }));
  (void)select(virga::sql<std::string>("upper({})\n\t|| 'x'"_sql, std::string("sec-ret"))).all(db);
  EXPECT_THROW((void)select(virga::sql<int>("{}::text::int"_sql, std::string("sec-ret"))).all(db), virga::error);
  ASSERT_EQ(lines.size(), 2U);
  for (const auto& line : lines) {
    EXPECT_FALSE(mentions(line, "sec-ret")) << line;
    EXPECT_FALSE(mentions(line, "\n")) << line;
    EXPECT_TRUE(mentions(line, " ms, ")) << line;
  }
  EXPECT_TRUE(mentions(lines[0], ", 1 row: select upper(")) << lines[0];
  EXPECT_TRUE(mentions(lines[1], ", failed with 22P02: select ")) << lines[1];
}

TEST_F(observers, of_slow_statements_leave_the_others_out) {
  std::vector<std::string> lines;
  auto db =
      watched(std::make_shared<virga::slow_query_log>(60ms, [&](std::string_view line) { lines.emplace_back(line); }));
  (void)select(virga::sql<int>("1"_sql)).all(db);
  db.acquire().connection().send(std::string("select pg_sleep(0.07)"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("slow: ")) << lines[0];
  EXPECT_TRUE(mentions(lines[0], "select pg_sleep(0.07)")) << lines[0];
}

}  // namespace
