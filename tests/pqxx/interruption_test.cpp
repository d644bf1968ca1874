// SPDX-License-Identifier: BSL-1.0
//
// Stops and timeouts while the server does not answer: at opening a connection, BEGIN, COMMIT and ROLLBACK.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/gate.hpp"
#include "support/transfers.hpp"
#include "virga/testing/postgres.hpp"

namespace {

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
using tests::ask;
using tests::gate;

class interruptions : public ::testing::Test {
 protected:
  void SetUp() override { ask(db, "create table log (line int not null)"); }

  std::stop_token stop_after(std::chrono::milliseconds time) {
    stopper = std::jthread([this, time] {
      std::this_thread::sleep_for(time);
      source.request_stop();
    });
    return source.get_token();
  }
  /// A stop once `holds`.
  std::stop_token stop_when(std::function<bool()> holds) {
    stopper = std::jthread([this, holds = std::move(holds)] {
      EXPECT_TRUE(tests::eventually(20s, holds));
      source.request_stop();
    });
    return source.get_token();
  }
  std::stop_token stop_when_held() {
    return stop_when([this] { return way.now() == gate::mode::blackhole; });
  }
  static auto add(int line) {
    return [line](auto& tx) { ask(tx, "insert into log values (" + std::to_string(line) + ")"); };
  }
  std::string lines() {
    virga::connection direct(server.url());
    return ask(direct, "select coalesce(string_agg(line::text, ' ' order by line), '') from log");
  }
  void expect_within(std::chrono::milliseconds least, std::chrono::milliseconds most) const {
    EXPECT_GE(clock_type::now() - began, least);
    EXPECT_LT(clock_type::now() - began, most);
  }
  /// Nothing that was given up stays behind.
  void expect_healed() {
    way.set(gate::mode::pass);
    EXPECT_EQ(ask(db, "select 7"), "7");
    EXPECT_EQ(db.statistics().opening, 0U);
    EXPECT_EQ(db.statistics().in_use, 0U);
  }

  virga::testing::postgres server;
  gate way{server.directory() + "/.s.PGSQL.5432"};
  virga::database db{way.url("postgres"), {.max_connections = 2}};
  std::stop_source source;
  clock_type::time_point began = clock_type::now();
  std::jthread stopper;
};

TEST_F(interruptions, a_stop_ends_opening_a_connection) {
  {
    const auto held = db.acquire();
    way.set(gate::mode::blackhole);
    EXPECT_THROW(db.transaction(add(1), {.stop = stop_after(50ms)}), virga::query_cancelled);
    expect_within(50ms, 2s);
  }
  expect_healed();
}

TEST_F(interruptions, time_to_wait_bounds_opening_a_connection) {
  {
    const auto held = db.acquire();
    way.set(gate::mode::blackhole);
    EXPECT_THROW((void)db.acquire(200ms), virga::connection_error);
    expect_within(200ms, 2s);
    EXPECT_THROW(db.transaction(add(1), {.timeout = 200ms}), virga::connection_error);
    EXPECT_FALSE(db.check_health(200ms).healthy);
    expect_within(600ms, 4s);
  }
  expect_healed();
}

TEST_F(interruptions, no_time_to_wait_is_time_to_open) {
  const auto held = db.acquire();
  way.set(gate::mode::delay);
  EXPECT_EQ(ask(db.acquire(0ms).connection(), "select 7"), "7");
}

TEST_F(interruptions, a_stop_ends_begin) {
  way.set(gate::mode::blackhole);
  try {
    db.transaction(add(1), {.stop = stop_after(50ms)});
    FAIL();
  } catch (const virga::query_cancelled& stopped) {
    EXPECT_EQ(stopped.sql(), "begin");
    EXPECT_NE(stopped.where().line(), 0U);
  }
  expect_within(50ms, 2s);
  expect_healed();
  EXPECT_EQ(db.statistics().closed_broken, 1U);
  EXPECT_EQ(lines(), "");
}

TEST_F(interruptions, a_timeout_ends_begin) {
  way.set(gate::mode::blackhole);
  EXPECT_THROW(db.transaction(add(1), {.timeout = 100ms}), virga::transaction_timeout);
  expect_within(100ms, 2s);
  expect_healed();
}

TEST_F(interruptions, a_begin_that_is_only_slow_keeps_its_connection) {
  way.set(gate::mode::delay);
  EXPECT_THROW(db.transaction(add(1), {.timeout = 10ms}), virga::transaction_timeout);
  expect_healed();
  EXPECT_EQ(db.statistics().closed_broken, 0U);
}

TEST_F(interruptions, what_was_stopped_before_is_not_begun) {
  source.request_stop();
  bool ran = false;
  EXPECT_THROW(db.transaction([&](auto&) { ran = true; }, {.stop = source.get_token()}), virga::query_cancelled);
  EXPECT_FALSE(ran);
}

TEST_F(interruptions, a_commit_that_is_slow_is_let_go_on) {
  virga::connection(server.url())
      .send(std::string("create function pause() returns trigger language plpgsql as $$ begin perform pg_sleep(1.2); "
                        "return null; end $$; create constraint trigger late after insert on log deferrable initially "
                        "deferred for each row execute function pause()"));
  virga::connection direct(server.url());
  EXPECT_NO_THROW(db.transaction(add(1), {.stop = stop_when([&] {
                                            return ask(direct,
                                                       "select count(*) from pg_stat_activity where state = 'active' "
                                                       "and query ilike 'commit%'") == "1";
                                          })}));
  EXPECT_NO_THROW(db.transaction(add(2), {.timeout = 700ms}));
  EXPECT_EQ(lines(), "1 2");
}

TEST_F(interruptions, a_commit_without_an_answer_is_unknown_soon_after) {
  way.set(gate::mode::hold_commit);
  EXPECT_THROW(db.transaction(add(1), {.timeout = 1s}), virga::commit_unknown);
  expect_within(3s, 8s);
  EXPECT_EQ(lines(), "1") << "which is what nobody could know";
  expect_healed();
}

TEST_F(interruptions, a_commit_without_an_answer_is_asked_about) {
  way.set(gate::mode::hold_commit);
  const std::jthread repair([&] {
    EXPECT_TRUE(tests::eventually(20s, [&] { return source.stop_requested(); }));
    std::this_thread::sleep_for(2500ms);
    way.set(gate::mode::pass);
  });
  EXPECT_NO_THROW(db.transaction(add(1), {.stop = stop_when_held(), .resolve_commit = 20s}));
  EXPECT_EQ(lines(), "1");
}

TEST_F(interruptions, asking_about_a_commit_ends_in_time_where_nobody_answers) {
  way.set(gate::mode::hold_commit);
  EXPECT_THROW(db.transaction(add(1), {.stop = stop_when_held(), .resolve_commit = 300ms}), virga::commit_unknown);
  expect_within(2s, 6s);
  expect_healed();
}

TEST_F(interruptions, what_is_undone_without_an_answer_does_not_wait_for_one) {
  const auto fail = [&](auto& tx) {
    add(1)(tx);
    way.set(gate::mode::blackhole);
    throw std::runtime_error("its own");
  };
  EXPECT_THROW(db.transaction(fail, {.timeout = 1min}), std::runtime_error);
  expect_within(1s, 6s);
  expect_healed();
  EXPECT_EQ(lines(), "");
}

// Under the address sanitizer: whoever is watched after its end is read then.
TEST(guards, of_closed_connections_are_not_watched) {
  PGconn* closed = PQconnectdb("host=/nowhere");
  ASSERT_EQ(PQsocket(closed), -1);
  const virga::native::interruption soon{.deadline = clock_type::now() + 5ms};
  for (int i = 0; i < 20; ++i) const virga::native::guard one(closed, soon, 0ms);
  std::this_thread::sleep_for(20ms);
  PQfinish(closed);
}

TEST_F(interruptions, nobody_is_hit_who_is_in_time) {
  std::vector<std::jthread> threads;
  std::atomic<int> done = 0;
  for (int i = 0; i < 2; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 300; ++k, ++done)
        db.transaction([](auto& tx) { ask(tx, "select 1"); }, {.timeout = 1min, .stop = source.get_token()});
    });
  threads.clear();
  EXPECT_EQ(done, 600);
  EXPECT_EQ(db.statistics().closed_broken, 0U);
}

}  // namespace
