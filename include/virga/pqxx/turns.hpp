// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <algorithm>
#include <chrono>
#include <utility>

namespace virga::detail {

/// Whether a connection that is given back while others wait is kept for a moment for the thread that had it. To hand
/// it over costs a wake-up and a change of threads, which for short statements is as much as the statement; so a thread
/// that comes back at once goes on for the length of a turn. Where threads do not come back, keeping is given up for a
/// while.
class turns {
  using clock = std::chrono::steady_clock;

 public:
  /// How long a thread may go on, how long what is kept waits for it, and how often somebody looks whether it came.
  static constexpr std::chrono::microseconds length{2000}, grace{100}, look{1000};

  [[nodiscard]] bool may_keep(clock::duration turn) {
    if (turn >= length) return false;
    if (without_ == 0) return used_ = true;
    if (--without_ == 0) credit_ = once;
    return false;
  }
  /// Since this was asked last.
  [[nodiscard]] bool were_used() { return std::exchange(used_, false); }
  void came() { credit_ = std::min(credit_ + 1, 4 * once); }
  void did_not_come() {
    credit_ -= once;
    if (credit_ <= 0) without_ = 1000;
  }

 private:
  static constexpr int once = 16;  // what one that does not come costs, in those that come
  int credit_ = once;
  bool used_ = false;
  int without_ = 0;  // so many are handed over before the next one is kept
};

}  // namespace virga::detail
