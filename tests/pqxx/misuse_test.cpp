// SPDX-License-Identifier: BSL-1.0
//
// What is used in a way that cannot work: an error that says so, never a hang or worse.
#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using virga::select;
using virga::usage_error;

const auto query = select(virga::sql<int>("generate_series(1, 3)"_sql));

class misuse : public ::testing::Test {
 protected:
  template <class Error = usage_error, class Function>
  static std::string told(Function&& f) {
    try {
      f();
    } catch (const Error& wrong) {
      return wrong.what();
    }
    return "nothing";
  }
  static bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

  std::string url = tests::fresh_database();
  virga::database db{url, {.max_connections = 1}};
};

TEST_F(misuse, of_what_was_moved_from) {
  {
    auto lease = db.acquire();
    const auto other = std::move(lease);
    EXPECT_TRUE(mentions(told([&] { (void)lease.connection(); }), "moved from"));
    EXPECT_EQ(query.all(other.connection()).size(), 3U);
  }
  {
    auto rows = query.stream(db);
    auto other = std::move(rows);
    EXPECT_TRUE(mentions(told([&] { (void)rows.begin(); }), "moved from"));
    EXPECT_EQ((*other.begin()).get<0>(), 1);
  }
  auto rows = query.view(db);
  const auto other = std::move(rows);
  EXPECT_TRUE(mentions(told([&] { (void)rows.size(); }), "moved from"));
  EXPECT_TRUE(mentions(told([&] { (void)rows.begin(); }), "moved from"));
  EXPECT_TRUE(mentions(told([&] { (void)rows[0]; }), "moved from"));
  EXPECT_EQ(other.size(), 3U);
  pqxx::connection raw(url);
  pqxx::work work(raw);
  auto cursor = query.stream(work);
  auto taken = std::move(cursor);
  EXPECT_TRUE(mentions(told([&] { (void)cursor.begin(); }), "moved from"));
  EXPECT_EQ((*taken.begin()).get<0>(), 1);
}

TEST_F(misuse, of_a_pool_of_one_by_a_thread_that_has_it) {
  const auto wait = "would wait for itself";
  db.transaction([&](auto& tx) {
    EXPECT_TRUE(mentions(told([&] { (void)query.all(db); }), wait));
    EXPECT_TRUE(mentions(told([&] { (void)db.begin(); }), wait));
    EXPECT_TRUE(mentions(told([&] { db.transaction([](auto&) {}); }), wait));
    EXPECT_TRUE(mentions(told([&] { (void)db.batch(query, query); }), wait));
    EXPECT_TRUE(mentions(told([&] { (void)query.stream(db); }), wait));
    EXPECT_FALSE(db.check_health().healthy);
    EXPECT_EQ(query.all(tx).size(), 3U);
  });
  for (const auto& row : query.stream(db)) {
    EXPECT_EQ(row.get<0>(), 1);
    EXPECT_TRUE(mentions(told([&] { (void)query.all(db); }), wait));
    break;
  }
  EXPECT_EQ(query.all(db).size(), 3U);
}

TEST_F(misuse, of_a_transaction_by_two_threads) {
  auto tx = db.begin();
  (void)query.all(tx);
  std::latch both(2);
  std::thread busy([&] {
    both.count_down();
    (void)select(virga::sql<std::string>("pg_sleep(0.4)::text"_sql)).all(tx);
  });
  both.arrive_and_wait();
  std::this_thread::sleep_for(150ms);
  EXPECT_TRUE(mentions(told([&] { (void)query.all(tx); }), "two threads"));
  EXPECT_TRUE(mentions(told([&] { tx.commit(); }), "two threads"));
  EXPECT_TRUE(mentions(told([&] { (void)tx.pqxx(); }), "two threads"));
  busy.join();
  EXPECT_EQ(query.all(tx).size(), 3U);
  tx.commit();
}

TEST_F(misuse, names_the_call) {
  auto tx = db.begin();
  auto rows = query.stream(tx);
  EXPECT_TRUE(mentions(told([&] { (void)query.all(tx); }), "misuse_test.cpp")) << "while a stream is open";
  for (const auto& row : rows) (void)row;
  EXPECT_TRUE(mentions(told([&] { tx.transaction([&](auto&) { (void)query.all(tx); }); }), "misuse_test.cpp"));
  tx.commit();
  EXPECT_TRUE(mentions(told([&] { (void)query.all(tx); }), "misuse_test.cpp")) << "after its end";
  EXPECT_TRUE(mentions(told([&] { (void)query.stream(tx); }), "misuse_test.cpp"));
  EXPECT_TRUE(mentions(told([&] { tx.rollback(); }), "misuse_test.cpp"));
  EXPECT_TRUE(mentions(db.check_health(10ms).problem, "misuse_test.cpp")) << "all are in use";
}

TEST_F(misuse, of_options_is_named_at_once) {
  const std::string transaction = told([&] {
    db.transaction([](auto&) {}, {.statement_timeout = -1ms,
                                  .lock_timeout = -2ms,
                                  .idle_timeout = -3ms,
                                  .timeout = -4ms,
                                  .retry = {.attempts = 0, .deadline = -5ms, .pause = -6ms, .longest_pause = -7ms},
                                  .resolve_commit = -8ms});
  });
  for (const char* wrong :
       {"statement_timeout is -1 ms", "lock_timeout is -2 ms", "idle_timeout is -3 ms", "timeout is -4 ms",
        "retry.attempts is 0", "retry.deadline is -5 ms", "retry.pause is -6 ms", "retry.longest_pause is -7 ms",
        "resolve_commit is -8 ms", "misuse_test.cpp"})
    EXPECT_TRUE(mentions(transaction, wrong)) << wrong << ": " << transaction;
  const std::string connection = told<virga::configuration_error>([&] {
    const virga::connection refused(url, {.connect_timeout = -1ms, .connect_attempts = 0, .max_prepared = 0});
  });
  for (const char* wrong :
       {"connect_timeout is -1 ms", "connect_attempts is 0", "max_prepared is 0", "misuse_test.cpp"})
    EXPECT_TRUE(mentions(connection, wrong)) << wrong << ": " << connection;
}

TEST_F(misuse, of_a_connection_for_what_a_database_is_told) {
  EXPECT_TRUE(
      mentions(told<virga::configuration_error>([&] { const virga::connection one(url + "&max_connections=3"); }),
               "max_connections"));
}

}  // namespace
