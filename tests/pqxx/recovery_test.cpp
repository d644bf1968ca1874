// SPDX-License-Identifier: BSL-1.0
//
// One fault at a time, under load, and what is to be so within two seconds of its end: the pool is at full strength,
// each of its connections works, and nothing is left open on either side.
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <functional>

#include "support/control.hpp"
#include "support/gate.hpp"
#include "support/pgbouncer.hpp"
#include "support/transfers.hpp"

namespace {

using namespace std::chrono_literals;
using tests::ask;
using tests::descriptors;
using tests::eventually;
using tests::gate;
using tests::transfers;

constexpr std::size_t full = 6;
const std::string others = " from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

/// A server of its own, and a gate before it.
class recovery : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::connection admin(server.url());
    tests::make_accounts(admin);
  }
  void TearDown() override {
    if (was_restarted) tests::control(server, "stop");
  }
  void restart() {
    was_restarted = true;
    tests::control(server, "restart");
  }
  /// The pool's sessions.
  std::vector<pid_t> sessions() {
    virga::connection admin(server.url());
    const auto rows = admin.send("select pid" + others);
    std::vector<pid_t> found;
    for (std::size_t i = 0; i < rows.rows(); ++i)
      found.push_back(static_cast<pid_t>(std::stol(std::string(rows.at(i, 0).text()))));
    return found;
  }
  void end_sessions() {
    virga::connection admin(server.url());
    ask(admin, "select count(pg_terminate_backend(pid))" + others);
  }

  /// Transfers run; `fault` begins and ends; and all is well again. It must have hit somebody, if it `hurts`.
  void expect_recovery(const std::function<void()>& fault, bool hurts = true) {
    expect_recovery(way.url("postgres"), fault, hurts);
  }
  void expect_recovery(const std::string& url, const std::function<void()>& fault, bool hurts) {
    const auto before = descriptors();
    {
      virga::database db(url, {.max_connections = full, .min_connections = full});
      transfers work(db, 8);
      EXPECT_TRUE(eventually(5s, [&] { return work.count("done") >= 30; }));
      fault();
      EXPECT_TRUE(eventually(2s, [&] { return is_whole(db); }))
          << db.statistics().open << " open, " << db.statistics().opening << " being opened";
      const std::size_t done = work.count("done");
      EXPECT_TRUE(eventually(5s, [&] { return work.count("done") >= done + 30; })) << "nothing moves any more";
      work.stop();
      EXPECT_EQ(db.statistics().closed_broken + work.count("undone") + work.count("unknown") > 0, hurts);
      std::vector<virga::database::lease> all;
      for (std::size_t i = 0; i < full; ++i)
        EXPECT_EQ(ask(all.emplace_back(db.acquire(1s)).connection(), "select 7"), "7");
      all.clear();
      EXPECT_EQ(db.statistics().in_use + db.statistics().waiting + db.statistics().opening, 0U);
      virga::connection admin(server.url());
      work.audit(admin);
    }
    EXPECT_TRUE(eventually(2s, [&] { return descriptors() <= before; })) << descriptors() << ", before " << before;
    EXPECT_TRUE(eventually(2s, [&] { return sessions().size() <= left_open; })) << "a session was left on the server";
  }
  static bool is_whole(const virga::database& db) {
    const auto now = db.statistics();
    return now.open == full && now.opening == 0;
  }

  bool was_restarted = false;
  std::size_t left_open = 0;
  virga::testing::postgres server{
      {.settings = {"max_connections=16", "superuser_reserved_connections=0", "synchronous_commit=on",
                    "full_page_writes=on", "deadlock_timeout=20ms", "wal_level=replica"}}};
  gate way{server.directory() + "/.s.PGSQL.5432"};
};

TEST_F(recovery, of_ended_sessions) {
  expect_recovery([&] { end_sessions(); });
}

TEST_F(recovery, of_a_killed_session_that_takes_the_others_with_it) {
  expect_recovery([&] {
    ::kill(sessions().at(0), SIGKILL);
    EXPECT_TRUE(eventually(10s, [&] {
      try {
        return virga::connection(server.url()).is_usable();
      } catch (const virga::connection_error&) {
        return false;
      }
    }));
  });
}

TEST_F(recovery, of_a_restart) {
  expect_recovery([&] { restart(); });
}

TEST_F(recovery, of_stopped_processes) {
  expect_recovery(
      [&] {
        const auto stopped = sessions();
        for (const pid_t one : stopped) ::kill(one, SIGSTOP);
        std::this_thread::sleep_for(300ms);
        for (const pid_t one : stopped) ::kill(one, SIGCONT);
      },
      false);
}

TEST_F(recovery, of_cut_connections) {
  expect_recovery([&] { way.cut(); });
}

TEST_F(recovery, of_a_server_that_nobody_reaches) {
  expect_recovery([&] {
    way.set(gate::mode::refuse);
    way.cut();
    std::this_thread::sleep_for(300ms);
    way.set(gate::mode::pass);
  });
}

TEST_F(recovery, of_a_network_that_swallows) {
  expect_recovery(
      [&] {
        way.set(gate::mode::blackhole);
        std::this_thread::sleep_for(300ms);
        way.set(gate::mode::pass);
      },
      false);
}

TEST_F(recovery, of_a_network_that_swallows_and_then_cuts) {
  expect_recovery([&] {
    way.set(gate::mode::blackhole);
    std::this_thread::sleep_for(300ms);
    way.cut();
    way.set(gate::mode::pass);
  });
}

TEST_F(recovery, of_a_slow_network) {
  expect_recovery(
      [&] {
        way.set(gate::mode::delay);
        std::this_thread::sleep_for(500ms);
        way.set(gate::mode::pass);
      },
      false);
}

TEST_F(recovery, of_a_full_server) {
  expect_recovery([&] {
    std::vector<std::unique_ptr<virga::connection>> crowd;
    const auto fill = [&] {
      try {
        for (;;) crowd.push_back(std::make_unique<virga::connection>(server.url()));
      } catch (const virga::connection_error& full_now) {
        EXPECT_EQ(full_now.sqlstate(), "53300") << full_now.what();
      }
    };
    fill();
    ASSERT_FALSE(crowd.empty());
    ask(
        *crowd[0], "select count(pg_terminate_backend(pid))" + others + " and pid <> all(array[0" + [&] {
          std::string own;
          for (const auto& one : crowd) own += "," + std::to_string(PQbackendPID(one->native_handle()));
          return own;
        }() + "])");
    fill();
    std::this_thread::sleep_for(300ms);
  });
}

TEST_F(recovery, of_a_server_that_is_starting) {
  const std::string data = virga::testing::detail::data_folder(server.directory());
  expect_recovery([&] {
    // a standby that takes no queries says what a server says that starts: 57P03
    std::ofstream(data + "/standby.signal") << "";
    std::ofstream(data + "/postgresql.auto.conf", std::ios::app) << "hot_standby = off\n";
    virga::testing::detail::hand_over(data + "/standby.signal", virga::testing::detail::server_account());
    restart();
    try {
      const virga::connection early(server.url());
      ADD_FAILURE() << "it has started";
    } catch (const virga::connection_error& starting) {
      EXPECT_EQ(starting.sqlstate(), "57P03") << starting.what();
    }
    std::this_thread::sleep_for(300ms);
    std::filesystem::remove(data + "/standby.signal");
    restart();
  });
}

TEST_F(recovery, of_a_pooler_that_restarts) {
  if (tests::pgbouncer::program().empty()) GTEST_SKIP() << "pgbouncer is not installed: apt-get install pgbouncer";
  tests::pgbouncer pooler(server, 4);
  left_open = 4;  // the pooler's own
  expect_recovery(
      pooler.url() + "&pooler=transaction",
      [&] {
        pooler.stop(SIGKILL);
        std::this_thread::sleep_for(100ms);
        pooler.start();
      },
      true);
}

}  // namespace
