// SPDX-License-Identifier: BSL-1.0
//
// The pool's settings, its order, what it closes, and what it says of itself.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using virga::select;

bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

/// Waits until `holds` says true; false when it does not within five seconds.
bool eventually(const std::function<bool()>& holds) {
  for (int i = 0; i < 1000; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

int process_of(const virga::database::lease& held) { return PQbackendPID(held.connection().native_handle()); }
int one_process(virga::database& db) { return process_of(db.acquire()); }

class pool_settings : public ::testing::Test {
 protected:
  static std::vector<std::string> mistakes(const std::string& url, virga::database_options options = {}) {
    try {
      const virga::database db(url, std::move(options));
    } catch (const virga::configuration_error& wrong) {
      for (const auto& one : wrong.mistakes()) EXPECT_TRUE(mentions(wrong.what(), one)) << wrong.what();
      return wrong.mistakes();
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
  }
};

TEST_F(pool_settings, every_mistake_is_named_at_once) {
  virga::database_options options{.max_connections = 0, .acquire_timeout = -1ms, .idle_timeout = -2ms};
  options.max_opening = 0;
  options.leak_after = 1s;
  options.connection.connect_timeout = 0ms;
  const auto found = mistakes("postgresql://host:1/x?max_lifetime=soon&max_connections=0&nonsense=1", options);
  ASSERT_EQ(found.size(), 8U);
  const char* const words[] = {"max_lifetime",    "nonsense",        "max_connections is 0", "max_opening",
                               "connect_timeout", "acquire_timeout", "idle_timeout",         "on_leak"};
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_TRUE(mentions(found[i], words[i])) << found[i];
}

TEST_F(pool_settings, more_connections_at_least_than_at_most) {
  const auto found = mistakes("postgresql:///x", {.max_connections = 2, .min_connections = 3});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(mentions(found[0], "min_connections is 3, more than max_connections, which is 2")) << found[0];
}

TEST_F(pool_settings, of_wrong_form_in_the_url) {
  for (const char* wrong : {"max_connections=many", "max_connections=-1", "max_connections=", "acquire_timeout=5",
                            "acquire_timeout=5 s", "idle_timeout=99999999999999h", "prepare=maybe"}) {
    const auto found = mistakes(std::string("postgresql:///x?") + wrong);
    ASSERT_EQ(found.size(), 1U) << wrong;
    EXPECT_TRUE(mentions(found[0], std::string(wrong).substr(0, std::string(wrong).find('=')))) << found[0];
  }
}

TEST_F(pool_settings, a_password_is_in_no_message) {
  // each in a form that libpq quotes when it cannot read it
  for (const char* url :
       {"postgresql://me:100%sec-ret@host/x", "postgresql://me:sec-ret@[::1/x", "postgresql://me:sec-ret@[::1]x/y",
        "password=a sec-ret host=y", "postgresql://me@host/x?password=1&sec-ret", "postgresql://me:sec-ret@host:no/x",
        "host=x password='sec-ret", "postgresql:///x?password=a%sec-ret",
        "postgresql://u/x?max_lifetime=1s&p=sec-ret"}) {
    try {
      const virga::connection connection{std::string(url)};
      ADD_FAILURE() << url << " was opened";
    } catch (const virga::connection_error& wrong) {
      EXPECT_FALSE(mentions(wrong.what(), "ec-ret")) << wrong.what();
    }
    try {
      const virga::database db{std::string(url)};
      ADD_FAILURE() << url << " was opened";
    } catch (const virga::connection_error& wrong) {
      EXPECT_FALSE(mentions(wrong.what(), "ec-ret")) << wrong.what();
    }
  }
}

TEST_F(pool_settings, from_the_url_win) {
  const std::string url = virga::testing::postgres::shared().create_database();
  const virga::database db(
      url + "&max_connections=3&acquire_timeout=1500ms&max_lifetime=2h&idle_timeout=1min&prepare=false",
      {.max_connections = 7});
  EXPECT_EQ(db.options().max_connections, 3U);
  EXPECT_EQ(db.options().acquire_timeout, 1500ms);
  EXPECT_EQ(db.options().max_lifetime, 2h);
  EXPECT_EQ(db.options().idle_timeout, 1min);
  EXPECT_FALSE(db.options().connection.prepare);
}

TEST_F(pool_settings, from_the_environment) {
  const std::string url = tests::fresh_database();
  ::setenv("VIRGA_TEST_URL", url.c_str(), 1);
  auto db = virga::database::from_environment({.max_connections = 2}, "VIRGA_TEST_URL");
  EXPECT_EQ(select(virga::sql<int>("40 + 2"_sql)).one(db).get<0>(), 42);
  ::unsetenv("VIRGA_TEST_URL");
  try {
    const auto absent = virga::database::from_environment({}, "VIRGA_TEST_URL");
    FAIL();
  } catch (const virga::configuration_error& wrong) {
    EXPECT_TRUE(mentions(wrong.what(), "VIRGA_TEST_URL is not set")) << wrong.what();
  }
}

TEST(scatter, reaches_all_of_its_range_and_nothing_else) {
  int seen[8] = {};
  for (int i = 0; i < 8000; ++i) {
    const std::int64_t drawn = virga::detail::random_up_to(7);
    ASSERT_TRUE(drawn >= 0 && drawn <= 7) << drawn;
    ++seen[drawn];
  }
  for (const int count : seen) EXPECT_TRUE(count > 800 && count < 1200) << count;
  EXPECT_EQ(virga::detail::random_up_to(0), 0);
  EXPECT_EQ(virga::detail::random_up_to(-5), 0);
  std::int64_t here[3], there[3];
  for (auto& one : here) one = virga::detail::random_up_to(1'000'000);
  std::thread([&] {
    for (auto& one : there) one = virga::detail::random_up_to(1'000'000);
  }).join();
  EXPECT_FALSE(std::equal(here, here + 3, there)) << "two threads draw the same";
}

class pooled : public ::testing::Test {
 protected:
  std::string url = tests::fresh_database();
  /// The server's side of the connections to this database, but for the one that asks.
  std::int64_t sessions() {
    return select(
               virga::sql<std::int64_t>(
                   "count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"_sql))
        .one(watcher)
        .get<0>();
  }
  void end(int process) { (void)select(virga::sql<bool>("pg_terminate_backend({}, 5000)"_sql, process)).one(watcher); }
  virga::connection watcher{url};
};

TEST_F(pooled, threads_get_connections_in_the_order_of_asking) {
  virga::database db(url, {.max_connections = 1});
  std::vector<int> order;
  std::vector<std::thread> threads;
  {
    const auto held = db.acquire();
    for (int i = 0; i < 6; ++i) {
      threads.emplace_back([&, i] {
        const auto mine = db.acquire();
        order.push_back(i);  // the only connection guards it
      });
      ASSERT_TRUE(eventually([&] { return db.statistics().waiting == static_cast<std::size_t>(i) + 1; }));
    }
  }
  for (auto& one : threads) one.join();
  EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(db.statistics().waited, 6U);
  EXPECT_GT(db.statistics().waited_for.count(), 0);
}

TEST_F(pooled, a_thread_that_gives_up_does_not_keep_its_place) {
  virga::database db(url, {.max_connections = 1, .acquire_timeout = 30ms});
  std::atomic<int> timeouts = 0;
  {
    const auto held = db.acquire();
    std::thread([&] {
      try {
        const auto mine = db.acquire();
      } catch (const virga::pool_timeout&) {
        ++timeouts;
      }
    }).join();
  }
  EXPECT_EQ(timeouts, 1);
  EXPECT_EQ(db.statistics().timed_out, 1U);
  EXPECT_EQ(db.statistics().waiting, 0U);
  EXPECT_NO_THROW((void)db.acquire());
}

TEST_F(pooled, a_thread_that_would_wait_for_itself_is_told) {
  virga::database one(url, {.max_connections = 1});
  try {
    one.transaction([&](auto&) { (void)select(virga::sql<int>("1"_sql)).one(one); });
    FAIL() << "a query ran on a second connection of a pool of one";
  } catch (const virga::usage_error& wrong) {
    EXPECT_TRUE(mentions(wrong.what(), "would wait for itself")) << wrong.what();
    EXPECT_TRUE(mentions(wrong.what(), "query.all(tx)")) << wrong.what();
  }
  virga::database two(url, {.max_connections = 2});
  const auto first = two.acquire();
  EXPECT_NO_THROW((void)two.acquire()) << "one was free";
}

TEST_F(pooled, threads_that_would_wait_for_each_other_are_told) {
  virga::database db(url, {.max_connections = 2, .acquire_timeout = 20s});
  std::atomic<int> holding = 0, told = 0, served = 0;
  const auto work = [&] {
    try {
      const auto first = db.acquire();
      ++holding;
      while (holding < 2) std::this_thread::yield();
      const auto second = db.acquire();
      ++served;
    } catch (const virga::usage_error&) {
      ++told;
    }
  };
  const auto begin = std::chrono::steady_clock::now();
  std::thread left(work), right(work);
  left.join();
  right.join();
  EXPECT_EQ(told, 1);
  EXPECT_EQ(served, 1) << "the other one goes on with what the first gave back";
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(pooled, the_minimum_is_opened_and_restored) {
  virga::database db(url, {.max_connections = 5, .min_connections = 3});
  ASSERT_TRUE(eventually([&] { return db.statistics().idle == 3; }));
  EXPECT_EQ(sessions(), 3);
  for (int i = 0; i < 3; ++i)
    end(select(virga::sql<int>(
                   "min(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"_sql))
            .one(watcher)
            .get<0>());
  ASSERT_TRUE(eventually([&] { return sessions() == 3 && db.statistics().idle == 3; }));
  EXPECT_GE(db.statistics().closed_broken, 3U);
}

TEST_F(pooled, what_is_idle_for_too_long_is_closed_down_to_the_minimum) {
  virga::database db(url, {.max_connections = 4, .min_connections = 1, .idle_timeout = 50ms});
  {
    const auto a = db.acquire(), b = db.acquire(), c = db.acquire();
    EXPECT_EQ(db.statistics().in_use, 3U);
  }
  ASSERT_TRUE(eventually([&] { return db.statistics().open == 1; }));
  EXPECT_EQ(db.statistics().closed_idle, 2U);
  EXPECT_TRUE(eventually([&] { return sessions() == 1; }));
}

TEST_F(pooled, what_is_too_old_is_replaced) {
  virga::database db(url, {.max_connections = 1, .max_lifetime = 100ms});
  const int first = one_process(db);
  ASSERT_TRUE(eventually([&] { return one_process(db) != first; }));
  EXPECT_GE(db.statistics().closed_old, 1U);
  virga::database used(url, {.max_connections = 1, .max_lifetime = 100ms});
  {
    const auto held = used.acquire();
    std::this_thread::sleep_for(150ms);
    EXPECT_TRUE(held.connection().is_usable()) << "a connection in use was closed";
  }
  EXPECT_EQ(used.statistics().open, 0U);
}

TEST_F(pooled, a_connection_that_died_idle_is_not_given_out) {
  virga::database db(url, {.max_connections = 1, .check_after = 0ms});
  const int first = one_process(db);
  end(first);
  EXPECT_EQ(select(virga::sql<int>("42"_sql)).one(db).get<0>(), 42);
  EXPECT_EQ(db.statistics().closed_broken, 1U);
  EXPECT_NE(one_process(db), first);
}

TEST_F(pooled, a_connection_that_was_only_told_something_is_kept) {
  virga::database db(url, {.max_connections = 1, .check_after = 0ms, .ping_after = 1h});
  db.acquire().connection().send(std::string("listen somewhere"));
  const int first = one_process(db);
  watcher.send(std::string("notify somewhere"));
  EXPECT_EQ(one_process(db), first);
  EXPECT_EQ(db.statistics().closed_broken, 0U);
}

TEST_F(pooled, hooks_set_up_choose_and_clean) {
  std::atomic<int> set_up = 0, refused = 0, cleaned = 0;
  virga::database_options options{.max_connections = 1};
  options.after_connect = [&](virga::connection& fresh) {
    ++set_up;
    fresh.send(std::string("set application_name = 'prepared by a hook'"));
  };
  options.before_acquire = [&](virga::connection&) { return refused++ != 0; };
  options.after_release = [&](virga::connection& back) {
    ++cleaned;
    back.send(std::string("reset search_path"));
    return true;
  };
  virga::database db(url, options);
  EXPECT_EQ(select(virga::sql<std::string>("current_setting('application_name')"_sql)).one(db).get<0>(),
            "prepared by a hook");
  EXPECT_EQ(set_up, 2) << "the one that before_acquire refused is replaced";
  db.acquire().connection().send(std::string("set search_path = nowhere"));
  EXPECT_NE(select(virga::sql<std::string>("current_setting('search_path')"_sql)).one(db).get<0>(), "nowhere");
  EXPECT_GE(cleaned, 2);
}

TEST_F(pooled, a_hook_that_refuses_every_connection_is_named) {
  for (const auto patience : {std::chrono::milliseconds(200), std::chrono::milliseconds(0)}) {
    virga::database_options options{.max_connections = 1, .acquire_timeout = patience};
    options.before_acquire = [](virga::connection&) { return false; };
    virga::database db(url, options);
    try {
      (void)db.acquire();
      ADD_FAILURE() << "it was given out";
    } catch (const virga::pool_timeout& refused) {
      EXPECT_NE(std::string(refused.what()).find("before_acquire"), std::string::npos) << refused.what();
    }
    EXPECT_EQ(db.statistics().in_use, 0U);
  }
}

TEST_F(pooled, hooks_that_throw) {
  virga::database_options options{.max_connections = 1};
  std::atomic<bool> fail_at_connect = false, fail_at_acquire = false, fail_at_release = false;
  struct own_error {};
  options.after_connect = [&](virga::connection&) {
    if (fail_at_connect) throw own_error{};
  };
  options.before_acquire = [&](virga::connection&) { return fail_at_acquire ? throw own_error{} : true; };
  options.after_release = [&](virga::connection&) { return fail_at_release ? throw own_error{} : true; };
  virga::database db(url, options);
  fail_at_acquire = true;
  EXPECT_THROW((void)db.acquire(), own_error);
  fail_at_acquire = false;
  fail_at_connect = true;
  EXPECT_THROW((void)db.acquire(), own_error);
  fail_at_connect = false;
  fail_at_release = true;
  EXPECT_NO_THROW((void)db.acquire());
  EXPECT_EQ(db.statistics().open, 0U);
  fail_at_release = false;
  EXPECT_NO_THROW((void)db.acquire());
  EXPECT_EQ(db.statistics().open, 1U) << "a place in the pool was lost";
}

TEST_F(pooled, a_connection_not_given_back_is_reported_with_its_place) {
  std::mutex guard;
  std::vector<virga::leak_report> reports;
  virga::database_options options{.max_connections = 2};
  options.leak_after = 30ms;
  options.on_leak = [&](const virga::leak_report& leak) {
    const std::lock_guard lock(guard);
    reports.push_back(leak);
  };
  virga::database db(url, options);
  const auto quick = [&] { (void)db.acquire(); };
  quick();
  const auto held = db.acquire();
  const auto line = std::source_location::current().line() - 1;
  ASSERT_TRUE(eventually([&] { return db.statistics().leaked == 1; }));
  std::this_thread::sleep_for(100ms);
  const std::lock_guard lock(guard);
  ASSERT_EQ(reports.size(), 1U) << "reported more than once";
  EXPECT_EQ(reports[0].where.line(), line);
  EXPECT_TRUE(mentions(reports[0].where.file_name(), "pool_test"));
  EXPECT_EQ(reports[0].process, process_of(held));
  EXPECT_GE(reports[0].held_for, 30ms);
}

TEST_F(pooled, connections_are_opened_a_few_at_a_time) {
  std::atomic<int> now = 0, most = 0;
  virga::database_options options{.max_connections = 8};
  options.max_opening = 2;
  options.after_connect = [&](virga::connection&) {
    const int mine = ++now;
    for (int seen = most; mine > seen && !most.compare_exchange_weak(seen, mine);) {
    }
    std::this_thread::sleep_for(20ms);
    --now;
  };
  virga::database db(url, options);
  std::atomic<int> holding = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      const auto held = db.acquire();
      ++holding;
      while (holding < 8) std::this_thread::sleep_for(1ms);
    });
  for (auto& one : threads) one.join();
  EXPECT_EQ(most, 2);
  EXPECT_EQ(db.statistics().open, 8U);
  EXPECT_EQ(db.statistics().opened, 8U);
}

TEST_F(pooled, a_connection_may_outlive_the_database) {
  std::optional<virga::database> db(std::in_place, url);
  {
    const auto held = db->acquire();
    db.reset();
    EXPECT_EQ(select(virga::sql<int>("42"_sql)).one(held.connection()).get<0>(), 42);
  }
  EXPECT_TRUE(eventually([&] { return sessions() == 0; })) << "it was not closed";
}

TEST_F(pooled, a_health_check_says_whether_the_server_answers) {
  virga::database db(url, {.max_connections = 1});
  const auto well = db.check_health();
  EXPECT_TRUE(well.healthy) << well.problem;
  EXPECT_GT(well.took.count(), 0);
  const auto held = db.acquire();
  const auto none = db.check_health();
  EXPECT_FALSE(none.healthy);
  EXPECT_TRUE(mentions(none.problem, "wait for itself")) << none.problem;
}

TEST_F(pooled, a_health_check_does_not_wait_longer_than_it_may) {
  virga::database db(url, {.max_connections = 1, .acquire_timeout = 20s});
  const auto held = db.acquire();
  std::thread([&] {
    const auto begin = std::chrono::steady_clock::now();
    const auto none = db.check_health(50ms);
    EXPECT_FALSE(none.healthy);
    EXPECT_TRUE(mentions(none.problem, "stayed in use for 50 ms")) << none.problem;
    EXPECT_THROW((void)db.acquire(30ms), virga::pool_timeout);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  }).join();
}

TEST_F(pooled, many_threads_share_a_few_connections) {
  virga::database db(url, {.max_connections = 3, .idle_timeout = 20ms, .max_lifetime = 60ms});
  std::atomic<int> sum = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 12; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 40; ++k) sum += select(virga::sql<int>("1"_sql)).one(db).get<0>();
    });
  for (auto& one : threads) one.join();
  EXPECT_EQ(sum, 480);
  const auto at_the_end = db.statistics();
  EXPECT_EQ(at_the_end.in_use, 0U);
  EXPECT_LE(at_the_end.open, 3U);
  EXPECT_EQ(at_the_end.acquired, 480U);
  EXPECT_EQ(at_the_end.closed_broken, 0U);
}

}  // namespace
