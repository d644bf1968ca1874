// SPDX-License-Identifier: BSL-1.0
//
// Behind PgBouncer in transaction mode, where each transaction may run in another session of the server.
#include <gtest/gtest.h>

#include "support/pgbouncer.hpp"
#include "support/transfers.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using tests::ask;
using tests::eventually;
using virga::select;

class poolers : public ::testing::Test {
 protected:
  void SetUp() override {
    if (tests::pgbouncer::program().empty()) GTEST_SKIP() << "pgbouncer is not installed: apt-get install pgbouncer";
    pooler = std::make_unique<tests::pgbouncer>(server, 3);
  }
  [[nodiscard]] std::string declared() const { return pooler->url() + "&pooler=transaction"; }
  std::string prepared_on_server(virga::database& db) { return ask(db, "select count(*) from pg_prepared_statements"); }

  virga::testing::postgres server{{.settings = {"synchronous_commit=on", "full_page_writes=on"}}};
  std::unique_ptr<tests::pgbouncer> pooler;
};

/// Runs constant statements of different texts from many threads; each must give its own answer.
template <std::size_t... Number>
int wrong_answers(virga::database& db, int rounds, std::index_sequence<Number...>) {
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  const auto repeat = [&](auto run) {
    threads.emplace_back([&wrong, rounds, run] {
      for (int i = 0; i < rounds; ++i) wrong += run() ? 0 : 1;
    });
  };
  static constexpr char texts[][12] = {"select '0'", "select '1'", "select '2'",
                                       "select '3'", "select '4'", "select '5'"};
  (repeat([&db] {
     const virga::statement what{texts[Number], nullptr, 0, true};
     return execute(db, what).at(0, 0).text() == std::string(1, static_cast<char>('0' + Number));
   }),
   ...);
  for (auto& one : threads) one.join();
  return wrong;
}

TEST_F(poolers, that_are_declared_get_no_prepared_statements) {
  virga::database db(declared(), {.max_connections = 6});
  EXPECT_EQ(db.options().connection.pooler, virga::pooler_mode::transaction);
  EXPECT_EQ(wrong_answers(db, 50, std::make_index_sequence<6>{}), 0);
  virga::database direct(server.url());
  for (int i = 0; i < 5; ++i) EXPECT_EQ(prepared_on_server(db), "0");
}

// Sessions are dealt out, so the name of one client's statement may be that of another one's in the session at hand.
TEST_F(poolers, that_are_not_declared_never_run_the_statement_of_another_client) {
  tests::pgbouncer two_sessions(server, 2, 6433);
  virga::connection a(two_sessions.url()), b(two_sessions.url()), first(two_sessions.url()), second(two_sessions.url());
  const virga::statement of_a{"select 'a'", nullptr, 0, true}, of_b{"select 'b'", nullptr, 0, true};
  first.send(std::string("begin"));
  EXPECT_EQ(a.send(of_a).at(0, 0).text(), "a") << "in the session that is left";
  second.send(std::string("begin"));
  first.send(std::string("commit"));
  EXPECT_EQ(b.send(of_b).at(0, 0).text(), "b") << "in the other one";
  EXPECT_EQ(a.send(of_a).at(0, 0).text(), "a") << "in the session where b has prepared its own";
  EXPECT_EQ(a.send(of_a).at(0, 0).text(), "a");
}

TEST_F(poolers, that_are_not_declared_are_noticed) {
  virga::database db(pooler->url(), {.max_connections = 6});
  ASSERT_EQ(db.options().connection.pooler, virga::pooler_mode::none);
  EXPECT_EQ(wrong_answers(db, 100, std::make_index_sequence<6>{}), 0);
}

TEST_F(poolers, keep_transactions_together_and_their_settings_apart) {
  virga::database db(declared(), {.max_connections = 6});
  ask(db, "create table log (line int)");
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&, tenant = std::to_string(i)] {
      for (int k = 0; k < 20; ++k)
        db.transaction(
            [&](auto& tx) {
              const std::string session = ask(tx, "select pg_backend_pid()");
              tx.transaction([&](auto& inner) { ask(inner, "insert into log values (" + tenant + ")"); });
              const std::string after = ask(tx, "select pg_backend_pid() || current_setting('app.tenant')");
              wrong += after == session + tenant ? 0 : 1;
            },
            {.settings = {{"app.tenant", tenant}}});
    });
  for (auto& one : threads) one.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(ask(db, "select count(*) from log"), "120");
  EXPECT_EQ(ask(db, "select coalesce(current_setting('app.tenant', true), '')"), "") << "a setting outlived its unit";
}

TEST_F(poolers, pass_on_cancellation) {
  virga::database db(declared(), {.max_connections = 1});
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THROW(db.transaction([](auto& tx) { ask(tx, "select pg_sleep(20)"); }, {.timeout = 100ms}),
               virga::transaction_timeout);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  EXPECT_EQ(ask(db, "select 7"), "7");
}

TEST_F(poolers, are_restarted_under_load_and_transfers_survive) {
  {
    virga::connection admin(server.url());
    tests::make_accounts(admin);
  }
  virga::database db(declared(), {.max_connections = 6, .min_connections = 6});
  tests::transfers work(db, 8);
  for (const int signal : {SIGKILL, SIGQUIT, SIGKILL}) {
    const std::size_t done = work.count("done");
    EXPECT_TRUE(eventually(10s, [&] { return work.count("done") >= done + 30; })) << "nothing moves any more";
    pooler->stop(signal);
    std::this_thread::sleep_for(50ms);
    pooler->start();
  }
  const std::size_t done = work.count("done");
  EXPECT_TRUE(eventually(10s, [&] { return work.count("done") >= done + 30; })) << "nothing moves any more";
  EXPECT_TRUE(eventually(2s, [&] { return db.statistics().open == 6; })) << "the pool is not back at full strength";
  work.stop();
  EXPECT_GE(work.count("undone") + work.count("unknown"), 3U) << "the restarts hit nobody";
  virga::connection admin(server.url());
  work.audit(admin);
}

}  // namespace
