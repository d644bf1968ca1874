// SPDX-License-Identifier: BSL-1.0
//
// Faults, made for real: ended sessions, killed server processes, a server that restarts or is full, a network that
// cuts and swallows. Transfers run through all of it, and afterwards the books are audited.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "support/control.hpp"
#include "support/gate.hpp"
#include "support/transfers.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/postgres.hpp"

namespace {

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
using tests::ask;
using tests::control;
using tests::descriptors;
using tests::eventually;
using tests::transfers;

/// A server of its own, whose commits outlive its processes (not the machine), and a gate before it.
class faults : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::connection admin(server.url());
    tests::make_accounts(admin);
  }
  void TearDown() override {
    if (was_restarted) control(server, "stop");
  }

  void restart() {
    was_restarted = true;
    control(server, "restart");
  }
  static int process_of(virga::connection& on) { return PQbackendPID(on.native_handle()); }

  bool was_restarted = false;
  virga::testing::postgres server{
      {.settings = {"max_connections=30", "superuser_reserved_connections=3", "synchronous_commit=on",
                    "full_page_writes=on", "deadlock_timeout=20ms"}}};
  tests::gate gate{server.directory() + "/.s.PGSQL.5432"};
};

TEST_F(faults, transfers_survive_all_of_them) {
  const auto before = descriptors();
  {
    virga::database db(gate.url("postgres"), {.max_connections = 6, .min_connections = 6});
    transfers work(db, 10);
    const std::string others =
        "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
    const std::function<void()> makers[] = {
        [&] {
          virga::connection admin(server.url());
          ask(admin, "select count(pg_terminate_backend(pid)) " + others);
        },
        [&] { gate.cut(); },
        [&] {
          virga::connection admin(server.url());
          const std::string victim = ask(admin, "select pid " + others + " limit 1");
          if (victim != "no rows") ::kill(static_cast<pid_t>(std::stol(victim)), SIGKILL);
        },
        [&] {
          gate.set(tests::gate::mode::refuse);
          gate.cut();
          std::this_thread::sleep_for(100ms);
          gate.set(tests::gate::mode::pass);
        },
        [&] { gate.set(tests::gate::mode::cut_commit); },
        [&] { restart(); },
        [&] {
          gate.set(tests::gate::mode::blackhole);
          std::this_thread::sleep_for(100ms);
          gate.set(tests::gate::mode::pass);
        },
    };
    for (int round = 0; round < 3; ++round)
      for (const auto& make : makers) {
        const std::size_t done = work.count("done");
        try {
          make();
        } catch (const virga::connection_error&) {  // the server is not back from the fault before
        }
        EXPECT_TRUE(eventually(5s, [&] { return work.count("done") >= done + 30; })) << "nothing moves any more";
      }
    EXPECT_TRUE(eventually(2s, [&] { return db.statistics().open == 6; })) << "the pool is not back at full strength";
    work.stop();
    EXPECT_GE(work.count("undone"), 5U) << "the faults hit nobody";
    EXPECT_LE(work.count("unknown"), work.count("done") / 10) << "the server was not asked";
    virga::connection admin(server.url());
    work.audit(admin);
    const auto at_the_end = db.statistics();
    EXPECT_EQ(at_the_end.in_use, 0U);
    EXPECT_EQ(at_the_end.waiting, 0U);
    EXPECT_GE(at_the_end.closed_broken, 6U);
  }
  gate.cut();
  EXPECT_TRUE(eventually(2s, [&] { return descriptors() <= before; }))
      << descriptors() << " descriptors, before " << before;
  virga::connection admin(server.url());
  EXPECT_TRUE(eventually(2s, [&] {
    return ask(admin, "select count(*) from pg_stat_activity where backend_type = 'client backend'") == "1";
  })) << "a session was left on the server";
}

TEST_F(faults, a_commit_whose_answer_was_lost_is_found_by_asking) {
  virga::database db(gate.url("postgres"), {.max_connections = 1});
  int runs = 0;
  const auto write = [&](auto& tx) {
    ++runs;
    ask(tx, "insert into ledger values (7)");
  };
  gate.set(tests::gate::mode::cut_commit);
  EXPECT_NO_THROW(db.transaction(write, {.resolve_commit = 5s}));
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(ask(db, "select count(*) from ledger where transfer = 7"), "1");
  gate.set(tests::gate::mode::cut_commit);
  EXPECT_THROW(db.transaction(write), virga::commit_unknown);
  EXPECT_EQ(runs, 2) << "run again blindly";
  EXPECT_EQ(ask(db, "select count(*) from ledger where transfer = 7"), "2");
}

// A crash takes what was not yet written with it, the numbers of its transactions too: the server gives them out again,
// and then another transaction's fate answers for ours.
TEST_F(faults, a_commit_is_not_taken_for_done_because_another_one_got_its_number) {
  virga::testing::postgres calm{{.settings = {"synchronous_commit=on", "full_page_writes=on", "wal_writer_delay=10s"}}};
  tests::gate before{calm.directory() + "/.s.PGSQL.5432"};
  virga::connection(calm.url()).send(std::string("create table ledger (transfer bigint)"));
  virga::database db(before.url("postgres"), {.max_connections = 1});
  std::string ours, other;
  auto crash = std::async(std::launch::async, [&] {
    ASSERT_TRUE(eventually(5s, [&] { return before.now() == tests::gate::mode::refuse; }));
    control(calm, "restart");
    virga::connection after(calm.url());
    for (int i = 0; i < 1000 && other != ours; ++i)
      other = ask(after, "insert into ledger values (0) returning pg_current_xact_id()");
    before.set(tests::gate::mode::pass);
  });
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     ours = ask(tx, "insert into ledger values (11) returning pg_current_xact_id()");
                     before.set(tests::gate::mode::lose_commit);
                   },
                   {.resolve_commit = 20s}),
               virga::commit_unknown);
  crash.get();
  EXPECT_EQ(other, ours) << "the number was not given out again, so that nothing was tested";
  EXPECT_EQ(ask(db, "select count(*) from ledger where transfer = 11"), "0");
  control(calm, "stop");
}

TEST_F(faults, a_commit_nobody_can_be_asked_about_is_unknown) {
  virga::database db(gate.url("postgres"), {.max_connections = 1, .connect_patience = 50ms});
  db.acquire().connection().send(
      std::string("create function pause() returns trigger language plpgsql as $$ begin perform pg_sleep(0.4); return "
                  "null; end $$; "
                  "create constraint trigger late after insert on ledger deferrable initially deferred for each row "
                  "execute function pause()"));
  std::thread closer;
  try {
    db.transaction(
        [&](auto& tx) {
          ask(tx, "insert into ledger values (9)");
          closer = std::thread([&] {  // meanwhile the server is in its COMMIT
            std::this_thread::sleep_for(150ms);
            gate.set(tests::gate::mode::refuse);
            gate.cut();
          });
        },
        {.resolve_commit = 200ms});
    ADD_FAILURE() << "it was said to be committed";
  } catch (const virga::commit_unknown& unknown) {
    EXPECT_NE(std::string(unknown.what()).find("could not be reached within 200 ms"), std::string::npos)
        << unknown.what();
    EXPECT_NE(unknown.transaction_id(), "");
  }
  closer.join();
}

TEST_F(faults, a_server_that_is_full_lets_the_pool_live_with_what_it_has) {
  virga::testing::postgres small{{.settings = {"max_connections=4", "superuser_reserved_connections=0"}}};
  virga::database db(small.url(), {.max_connections = 8});
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 20; ++k) {
        db.transaction([&](auto& tx) { ask(tx, "select pg_sleep(0.002)"); });
        ++done;
      }
    });
  for (auto& one : threads) one.join();
  EXPECT_EQ(done, 160);
  EXPECT_LE(db.statistics().open, 4U);
  EXPECT_GE(db.statistics().failed_to_open, 1U) << "the server was never full";
}

TEST_F(faults, a_server_that_stays_full_is_an_error_in_time) {
  virga::testing::postgres small{{.settings = {"max_connections=2", "superuser_reserved_connections=0"}}};
  virga::connection one(small.url()), two(small.url());
  const auto begin = clock_type::now();
  try {
    virga::database db(small.url(), {.connect_patience = 200ms});
    FAIL();
  } catch (const virga::connection_error& full) {
    EXPECT_EQ(full.sqlstate(), "53300") << full.what();
  }
  EXPECT_GE(clock_type::now() - begin, 100ms) << "it was not tried again";
  EXPECT_LT(clock_type::now() - begin, 3s);
}

TEST_F(faults, a_network_that_swallows_is_noticed_before_a_query_is_sent) {
  virga::database_options options{.connection = {.connect_timeout = 200ms}, .max_connections = 1};
  options.check_after = 0ms;
  options.ping_after = 0ms;
  options.ping_timeout = 100ms;
  options.connect_patience = 300ms;
  virga::database db(gate.url("postgres"), options);
  EXPECT_EQ(ask(db, "select 1"), "1");
  gate.set(tests::gate::mode::blackhole);
  const auto begin = clock_type::now();
  EXPECT_THROW(ask(db, "select 1"), virga::connection_error);
  EXPECT_FALSE(db.check_health(100ms).healthy);
  EXPECT_LT(clock_type::now() - begin, 4s);
  gate.set(tests::gate::mode::pass);
  EXPECT_EQ(ask(db, "select 1"), "1");
  EXPECT_TRUE(db.check_health().healthy);
}

/// Stops a process of the server for as long as this lives.
class stopped {
 public:
  explicit stopped(int process) : process_(process) { EXPECT_EQ(::kill(process_, SIGSTOP), 0); }
  explicit stopped(const std::string& process) : stopped(std::stoi(process)) {}
  stopped(const stopped&) = delete;
  stopped& operator=(const stopped&) = delete;
  ~stopped() { ::kill(process_, SIGCONT); }

 private:
  int process_;
};

TEST_F(faults, a_stopped_process_of_the_server_holds_nobody_beyond_the_timeout) {
  virga::database db(server.url(), {.max_connections = 2});
  const auto begin = clock_type::now();
  std::unique_ptr<stopped> hold;
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     ask(tx, "insert into ledger values (3)");
                     hold = std::make_unique<stopped>(ask(tx, "select pg_backend_pid()"));
                     ask(tx, "select 1");
                   },
                   {.timeout = 200ms}),
               virga::connection_error)
      << "it cannot even be cancelled";
  EXPECT_LT(clock_type::now() - begin, 10s);
  EXPECT_EQ(ask(db, "select 7"), "7") << "the others go on";
  EXPECT_EQ(db.statistics().closed_broken, 1U);
  hold.reset();
  EXPECT_TRUE(eventually(5s, [&] {
    return ask(db, "select count(*) from pg_stat_activity where backend_type = 'client backend'") == "1";
  })) << "its session was not left";
  EXPECT_EQ(ask(db, "select count(*) from ledger where transfer = 3"), "0");
}

TEST_F(faults, a_stopped_process_is_not_given_out) {
  virga::database_options options{.max_connections = 2, .min_connections = 2};
  options.check_after = options.ping_after = 0ms;
  options.ping_timeout = 100ms;
  virga::database db(server.url(), options);
  const stopped hold(ask(db, "select pg_backend_pid()"));
  const auto begin = clock_type::now();
  for (int i = 0; i < 10; ++i) EXPECT_EQ(ask(db, "select 7"), "7");
  EXPECT_LT(clock_type::now() - begin, 5s);
  EXPECT_EQ(db.statistics().closed_broken, 1U);
}

TEST_F(faults, a_stopped_server_is_an_error_in_time_and_works_when_it_goes_on) {
  virga::database db(gate.url("postgres"), {.connection = {.connect_timeout = 100ms}, .max_connections = 2});
  const auto held = db.acquire();
  {
    const stopped hold(static_cast<int>(server.process_id()));
    const auto begin = clock_type::now();
    EXPECT_EQ(ask(held.connection(), "select 7"), "7") << "its processes go on";
    EXPECT_THROW((void)db.acquire(500ms), virga::connection_error);
    EXPECT_LT(clock_type::now() - begin, 10s);
  }
  EXPECT_EQ(ask(db, "select 7"), "7");
}

TEST_F(faults, transfers_survive_processes_that_stop) {
  virga::database db(server.url(), {.max_connections = 6, .min_connections = 6});
  transfers work(db, 8);
  for (int round = 0; round < 4; ++round) {
    const std::size_t done = work.count("done");
    EXPECT_TRUE(eventually(10s, [&] { return work.count("done") >= done + 20; })) << "nothing moves any more";
    virga::connection admin(server.url());
    const std::string victim = ask(admin,
                                   "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> "
                                   "pg_backend_pid() order by random() limit 1");
    const stopped hold(victim);
    std::this_thread::sleep_for(100ms);
  }
  work.stop();
  EXPECT_EQ(work.count("undone"), 0U) << "a pause is no fault";
  virga::connection admin(server.url());
  work.audit(admin);
}

TEST_F(faults, a_stop_is_obeyed_even_if_the_network_swallows_it) {
  virga::database db(gate.url("postgres"), {.max_connections = 1});
  const auto begin = clock_type::now();
  std::stop_source later;
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     std::thread stopper([&] {
                       std::this_thread::sleep_for(50ms);
                       gate.set(tests::gate::mode::blackhole);
                       later.request_stop();
                     });
                     try {
                       ask(tx, "select pg_sleep(30)");
                     } catch (...) {
                       stopper.join();
                       throw;
                     }
                     stopper.join();
                   },
                   {.stop = later.get_token()}),
               virga::connection_error);
  EXPECT_LT(clock_type::now() - begin, 8s);
  gate.set(tests::gate::mode::pass);
  EXPECT_EQ(ask(db, "select 1"), "1");
}

TEST_F(faults, a_server_that_restarts_is_waited_for) {
  virga::database db(server.url(), {.max_connections = 2});
  EXPECT_EQ(ask(db, "select 1"), "1");
  restart();
  std::this_thread::sleep_for(600ms);  // long enough for the pool to look at what it has
  EXPECT_EQ(ask(db, "select 1"), "1") << "the dead connection was given out";
}

}  // namespace
