// SPDX-License-Identifier: BSL-1.0
//
// Long and not run by default: VIRGA_SOAK_SECONDS=60 runs transfers of 32 threads over 8 connections for a minute, with
// a session ended every so often, and then audits the books.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/transfers.hpp"
#include "virga/testing/postgres.hpp"

namespace {

using namespace std::chrono_literals;
using tests::ask;
using tests::descriptors;
using tests::eventually;

TEST(soak, transfers_of_32_threads_over_8_connections) {
  const char* const seconds = std::getenv("VIRGA_SOAK_SECONDS");
  if (seconds == nullptr) GTEST_SKIP() << "set VIRGA_SOAK_SECONDS=60 to run it";
  virga::testing::postgres server{
      {.settings = {"synchronous_commit=on", "full_page_writes=on", "deadlock_timeout=20ms"}}};
  virga::connection admin(server.url());
  tests::make_accounts(admin);
  const auto before = descriptors();
  {
    virga::database_options options{.max_connections = 8, .min_connections = 8, .max_lifetime = 2s};
    virga::database db(server.url(), options);
    tests::transfers work(db, 32);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(seconds));
    int ended = 0;
    while (std::chrono::steady_clock::now() < end) {
      const std::size_t done = work.count("done");
      std::this_thread::sleep_for(500ms);
      ended += ask(admin,
                   "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and "
                   "pid <> pg_backend_pid() order by random() limit 1") == "t";
      EXPECT_TRUE(eventually(10s, [&] { return work.count("done") > done; })) << "nothing moves any more";
    }
    work.stop();
    EXPECT_TRUE(eventually(2s, [&] { return db.statistics().open == 8; })) << "the pool is not back at full strength";
    const auto at_the_end = db.statistics();
    EXPECT_EQ(at_the_end.in_use + at_the_end.waiting, 0U);
    EXPECT_EQ(at_the_end.timed_out, 0U);
    EXPECT_GE(work.count("undone") + at_the_end.closed_broken, 1U);
    EXPECT_LE(work.count("undone"), static_cast<std::size_t>(ended) * 20 + 20);
    work.audit(admin);
    std::printf("%zu done, %zu undone, %zu unknown; %d sessions ended, %llu connections opened, %llu waits\n",
                work.count("done"), work.count("undone"), work.count("unknown"), ended,
                static_cast<unsigned long long>(at_the_end.opened), static_cast<unsigned long long>(at_the_end.waited));
  }
  EXPECT_TRUE(eventually(2s, [&] { return descriptors() <= before; })) << "descriptors were leaked";
  EXPECT_TRUE(eventually(2s, [&] {
    return ask(admin, "select count(*) from pg_stat_activity where backend_type = 'client backend'") == "1";
  })) << "a session was left on the server";
}

}  // namespace
