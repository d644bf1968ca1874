// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <stop_token>
#include <thread>

#include "virga/pqxx/scatter.hpp"
#include "virga/pqxx/transaction_options.hpp"

namespace virga::detail {

/// When a transaction that the server undid runs again.
class retry_loop {
  using clock = std::chrono::steady_clock;

 public:
  /// No run begins after `deadline` either.
  retry_loop(const retry_options& options, clock::time_point deadline) : options_(options), deadline_(deadline) {}

  /// Waits for the next run; false where there is to be none. The pause is random from nothing up: two transactions
  /// that were in each other's way should not come back at the same moment.
  [[nodiscard]] bool may_follow(int attempt, const std::stop_token& stop) const {
    if (attempt >= options_.attempts || stop.stop_requested()) return false;
    const std::int64_t doubled = options_.pause.count() << std::min(attempt - 1, 20);
    const std::int64_t most = 1000 * std::min(doubled, options_.longest_pause.count());
    const auto next = clock::now() + std::chrono::microseconds(random_up_to(most));
    if (next > begin_ + options_.deadline || next > deadline_) return false;
    while (clock::now() < next && !stop.stop_requested())
      std::this_thread::sleep_until(std::min(next, clock::now() + std::chrono::milliseconds(20)));
    return !stop.stop_requested();
  }

 private:
  retry_options options_;
  clock::time_point begin_ = clock::now(), deadline_;
};

}  // namespace virga::detail
