// SPDX-License-Identifier: BSL-1.0
//
// A connection that is given back while others wait: kept for its thread for a moment, and never longer than a turn.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace std::chrono_literals;
using virga::detail::turns;

TEST(turns_of_threads, end) {
  turns all;
  EXPECT_TRUE(all.may_keep(0us));
  EXPECT_TRUE(all.may_keep(turns::length - 1us));
  EXPECT_FALSE(all.may_keep(turns::length));
  EXPECT_TRUE(all.may_keep(0us)) << "of this one only";
}

TEST(turns_of_threads, are_given_up_for_a_while_where_nobody_comes_back) {
  turns all;
  EXPECT_TRUE(all.may_keep(0us));
  all.did_not_come();
  int handed_over = 0;
  while (!all.may_keep(0us)) ++handed_over;
  EXPECT_EQ(handed_over, 1000);
  all.did_not_come();
  EXPECT_FALSE(all.may_keep(0us)) << "one is enough the next time, too";
}

TEST(turns_of_threads, go_on_where_most_come_back) {
  turns all;
  for (int i = 0; i < 100; ++i) {
    for (int k = 0; k < 20; ++k) all.came();
    all.did_not_come();
    ASSERT_TRUE(all.may_keep(0us));
  }
  for (int i = 0; i < 4; ++i) all.did_not_come();
  EXPECT_FALSE(all.may_keep(0us));
}

class one_connection : public ::testing::Test {
 protected:
  static bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 2000 && !holds(); ++i) std::this_thread::sleep_for(5ms);
    return holds();
  }
  void use() { db.acquire().connection().send(std::string("select 1")); }

  virga::database db{tests::fresh_database(), {.max_connections = 1}};
};

TEST_F(one_connection, is_not_kept_by_a_thread_that_always_comes_back) {
  std::atomic<bool> ended = false;
  std::atomic<int> greedy = 0, others = 0;
  std::thread first([&] {
    for (; !ended; ++greedy) use();
  });
  EXPECT_TRUE(eventually([&] { return greedy > 0; }));
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 20; ++k) use();
      ++others;
    });
  EXPECT_TRUE(eventually([&] { return others == 3; })) << "the others starve";
  ended = true;
  first.join();
  for (auto& one : threads) one.join();
  EXPECT_EQ(db.statistics().in_use + db.statistics().waiting, 0U);
}

TEST_F(one_connection, goes_to_who_waits_if_its_thread_does_not_come_back) {
  for (int i = 0; i < 20; ++i) {
    std::atomic<bool> served = false;
    std::thread other;
    {
      const auto held = db.acquire();
      other = std::thread([&] {
        use();
        served = true;
      });
      while (db.statistics().waiting == 0) std::this_thread::yield();
    }
    EXPECT_TRUE(eventually([&] { return served.load(); })) << "left idle while somebody waits";
    other.join();
  }
}

TEST_F(one_connection, goes_on_when_the_one_who_looks_after_it_gives_up) {
  std::unique_ptr<const virga::database::lease> held(new virga::database::lease(db.acquire()));
  std::thread impatient([&] { EXPECT_THROW((void)db.acquire(20ms), virga::pool_timeout); });
  while (db.statistics().waiting == 0) std::this_thread::yield();
  std::atomic<bool> served = false;
  std::thread patient([&] {
    use();
    served = true;
  });
  impatient.join();
  EXPECT_FALSE(served);
  held.reset();
  EXPECT_TRUE(eventually([&] { return served.load(); }));
  patient.join();
}

}  // namespace
