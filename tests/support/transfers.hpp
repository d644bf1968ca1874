// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "virga/pqxx.hpp"

namespace tests {

using namespace std::chrono_literals;

/// What a hand-written query gives as text.
std::string ask(auto& on, const std::string& text) {
  const virga::native::result said = execute(on, virga::statement{text, nullptr, 0, false});
  return said.rows() == 0 ? "no rows" : std::string(said.at(0, 0).text());
}
inline bool eventually(std::chrono::milliseconds within, const std::function<bool()>& holds) {
  for (const auto until = std::chrono::steady_clock::now() + within; std::chrono::steady_clock::now() < until;) {
    if (holds()) return true;
    std::this_thread::sleep_for(5ms);
  }
  return holds();
}

/// How many this process has open.
inline std::ptrdiff_t descriptors() {
  const std::filesystem::directory_iterator open("/proc/self/fd");
  return std::distance(begin(open), end(open));
}

/// What transfers move money between, and where they write it down.
inline void make_accounts(virga::connection& on) {
  for (const char* text : {"create table accounts (id int primary key, balance int not null)",
                           "insert into accounts select i, 1000 from generate_series(1, 10) as i",
                           "create table ledger (transfer bigint not null, source int, target int, amount int)"})
    ask(on, text);
}

/// Threads that move money and write down what they were told of each transfer.
class transfers {
 public:
  transfers(virga::database& db, int threads) : db_(db) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this, i] { work(static_cast<unsigned>(i)); });
  }
  transfers(const transfers&) = delete;
  transfers& operator=(const transfers&) = delete;
  ~transfers() { stop(); }
  void stop() {
    ended_ = true;
    for (auto& one : threads_) one.join();
    threads_.clear();
  }
  std::size_t count(const std::string& fate) {
    const std::lock_guard lock(guard_);
    std::size_t found = 0;
    for (const auto& [transfer, told] : told_) found += told == fate ? 1U : 0U;
    return found;
  }
  /// Compares what was told with what is there.
  void audit(virga::connection& on) {
    EXPECT_EQ(ask(on, "select sum(balance) from accounts"), "10000") << "money was made or lost";
    EXPECT_EQ(
        ask(on,
            "select count(*) from (select a.id from accounts a left join (select target as id, amount from ledger "
            "union all select source, -amount from ledger) moved on moved.id = a.id group by a.id "
            "having a.balance <> 1000 + coalesce(sum(amount), 0)) wrong"),
        "0");
    EXPECT_EQ(ask(on, "select count(*) from (select transfer from ledger group by 1 having count(*) > 1) twice"), "0");
    std::map<std::int64_t, bool> there;
    const auto rows = on.send(std::string("select transfer from ledger"));
    for (std::size_t i = 0; i < rows.rows(); ++i) there[std::stoll(std::string(rows.at(i, 0).text()))] = true;
    for (const auto& [transfer, told] : told_) {
      const bool is_there = there.contains(transfer);
      EXPECT_TRUE(told != "done" || is_there) << "an acknowledged commit was lost";
      EXPECT_TRUE(told != "undone" || !is_there) << "a commit that was said to be undone took place";
    }
  }

 private:
  void work(unsigned seed) {
    std::minstd_rand random(seed + 1);
    for (std::int64_t number = 1; !ended_; ++number) {
      const std::int64_t transfer = static_cast<std::int64_t>(seed) * 1'000'000 + number;
      const auto source = std::to_string(1 + random() % 10), target = std::to_string(1 + random() % 10);
      const auto amount = std::to_string(1 + random() % 50);
      const std::string fate = attempt([&](virga::transaction& tx) {
        ask(tx, "update accounts set balance = balance - " + amount + " where id = " + source);
        tx.transaction([&](auto& inner) {
          ask(inner, "update accounts set balance = balance + " + amount + " where id = " + target);
        });
        ask(tx, "insert into ledger values (" + std::to_string(transfer) + ", " + source + ", " + target + ", " +
                    amount + ")");
      });
      const std::lock_guard lock(guard_);
      told_.emplace(transfer, fate);
    }
  }
  template <class Function>
  std::string attempt(Function&& f) {
    try {
      db_.transaction(f, {.resolve_commit = 5s});
      return "done";
    } catch (const virga::commit_unknown&) {
      return "unknown";
    } catch (const virga::connection_error&) {
      std::this_thread::sleep_for(1ms);
      return "undone";
    } catch (const virga::transaction_rollback&) {
      return "undone";
    } catch (const std::exception& wrong) {
      ADD_FAILURE() << "an error of the wrong type: " << wrong.what();
      return "wrong";
    }
  }

  virga::database& db_;
  std::mutex guard_;
  std::map<std::int64_t, std::string> told_;
  std::atomic<bool> ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tests
