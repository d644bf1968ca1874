// SPDX-License-Identifier: BSL-1.0
//
// The time that a whole transaction may take, and stops that are requested while a connection is waited for.
#include <gtest/gtest.h>

#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;

std::string ask(auto& on, const std::string& text) {
  const virga::native::result said = execute(on, virga::statement{text, nullptr, 0, false});
  return said.rows() == 0 ? "no rows" : std::string(said.at(0, 0).text());
}

class timeouts : public ::testing::Test {
 protected:
  void SetUp() override { ask(db, "create table log (line int not null)"); }
  std::string lines() { return ask(db, "select coalesce(string_agg(line::text, ' ' order by line), '') from log"); }

  std::string url = tests::fresh_database();
  virga::database db{url, {.max_connections = 1}};
};

TEST_F(timeouts, cancel_the_statement_that_runs_and_undo_all) {
  const auto begin = clock_type::now();
  try {
    db.transaction(
        [&](auto& tx) {
          ask(tx, "insert into log values (1)");
          ask(tx, "select pg_sleep(20)");
        },
        {.timeout = 100ms});
    FAIL() << "it slept";
  } catch (const virga::transaction_timeout& late) {
    EXPECT_EQ(late.sqlstate(), "57014");
    EXPECT_EQ(late.sql(), "select pg_sleep(20)");
    EXPECT_NE(std::string(late.what()).find("timeout"), std::string::npos) << late.what();
  }
  EXPECT_GE(clock_type::now() - begin, 100ms);
  EXPECT_LT(clock_type::now() - begin, 10s);
  EXPECT_EQ(lines(), "");
  EXPECT_EQ(db.statistics().closed_broken, 0U) << "the connection is still good";
  EXPECT_EQ(db.transaction([](auto& tx) { return ask(tx, "select pg_sleep(0.15), 7"); }), "") << "it outlived its end";
}

TEST_F(timeouts, refuse_further_statements_and_the_commit) {
  int runs = 0;
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     ask(tx, "insert into log values (1)");
                     std::this_thread::sleep_for(60ms);
                     ++runs;
                   },
                   {.timeout = 50ms}),
               virga::transaction_timeout)
      << "it was committed late";
  EXPECT_EQ(runs, 1) << "it was tried again";
  auto tx = db.begin({.timeout = 50ms});
  ask(tx, "insert into log values (2)");
  std::this_thread::sleep_for(60ms);
  EXPECT_THROW(ask(tx, "select 1"), virga::transaction_timeout);
  EXPECT_THROW(tx.commit(), virga::transaction_timeout);
  tx.rollback();
}

TEST_F(timeouts, leave_what_ends_in_time_alone) {
  db.transaction([](auto& tx) { ask(tx, "insert into log values (1)"); }, {.timeout = 20s});
  EXPECT_EQ(lines(), "1");
  EXPECT_THROW(db.transaction([](auto&) {}, {.timeout = -1ms}), virga::usage_error);
}

TEST_F(timeouts, are_told_from_statement_timeouts_and_stops) {
  const auto sleeping = [](auto& tx) { ask(tx, "select pg_sleep(20)"); };
  const auto kind = [&](const virga::transaction_options& options) {
    try {
      db.transaction(sleeping, options);
      return "none";
    } catch (const virga::transaction_timeout&) {
      return "timeout";
    } catch (const virga::query_cancelled&) {
      return "cancelled";
    }
  };
  EXPECT_STREQ(kind({.statement_timeout = 50ms, .timeout = 20s}), "cancelled");
  EXPECT_STREQ(kind({.statement_timeout = 20s, .timeout = 50ms}), "timeout");
  std::stop_source source;
  std::thread stopper([&] {
    std::this_thread::sleep_for(50ms);
    source.request_stop();
  });
  EXPECT_STREQ(kind({.timeout = 20s, .stop = source.get_token()}), "cancelled");
  stopper.join();
}

TEST_F(timeouts, undo_an_inner_one_and_then_the_outer_one) {
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     ask(tx, "insert into log values (1)");
                     EXPECT_THROW(tx.transaction([](auto& inner) { ask(inner, "select pg_sleep(20)"); }),
                                  virga::transaction_timeout);
                     EXPECT_EQ(PQtransactionStatus(tx.connection().native_handle()), PQTRANS_INTRANS);
                   },
                   {.timeout = 50ms}),
               virga::transaction_timeout);
  EXPECT_EQ(lines(), "");
}

TEST_F(timeouts, bound_all_runs_together) {
  int runs = 0;
  const auto begin = clock_type::now();
  EXPECT_THROW(
      db.transaction(
          [&](auto& tx) {
            ++runs;
            ask(tx, "do $$ begin raise sqlstate '40001'; end $$");
          },
          {.timeout = 100ms, .retry = {.attempts = 100000, .deadline = 60s, .pause = 10ms, .longest_pause = 10ms}}),
      virga::database_error);
  EXPECT_GT(runs, 1);
  EXPECT_LT(clock_type::now() - begin, 10s);
}

TEST_F(timeouts, count_the_wait_for_a_connection) {
  const auto held = db.acquire();
  std::thread other([&] {
    const auto begin = clock_type::now();
    EXPECT_THROW(db.transaction([](auto&) {}, {.timeout = 50ms}), virga::pool_timeout);
    EXPECT_THROW((void)db.begin({.timeout = 50ms}), virga::pool_timeout);
    EXPECT_GE(clock_type::now() - begin, 100ms);
    EXPECT_LT(clock_type::now() - begin, 10s);
  });
  other.join();
}

TEST_F(timeouts, a_stop_ends_the_wait_for_a_connection) {
  std::stop_source source;
  std::thread other;
  {
    const auto held = db.acquire();
    other = std::thread([&] {
      const auto begin = clock_type::now();
      EXPECT_THROW(db.transaction([](auto&) { ADD_FAILURE() << "it ran"; }, {.stop = source.get_token()}),
                   virga::query_cancelled);
      EXPECT_LT(clock_type::now() - begin, 10s);
      EXPECT_THROW((void)db.begin({.stop = source.get_token()}), virga::query_cancelled) << "requested before";
    });
    while (db.statistics().waiting == 0) std::this_thread::sleep_for(1ms);
    source.request_stop();
    other.join();
    EXPECT_EQ(db.statistics().waiting, 0U);
  }
  EXPECT_EQ(ask(db, "select 1"), "1");
}

}  // namespace
