// SPDX-License-Identifier: BSL-1.0
//
// The statements that took long, and what the server meant to do.
#pragma once
#include <algorithm>
#include <mutex>
#include <set>

#include "virga/pqxx/observers/log.hpp"

namespace virga {

/// Calls `write` with a line for each statement that took as long as `threshold`, in all: the wait for a connection,
/// the server and reading the rows. Where `explain` is given (observers/plans.hpp has one), it is called with the text
/// of each slow statement, once for each text and at most for 1000, by the thread that ran it; what it returns is
/// written behind, a line each.
class slow_query_log : public observer {
 public:
  explicit slow_query_log(std::chrono::nanoseconds threshold, line_writer write = print_line,
                          std::function<std::string(std::string_view)> explain = {})
      : threshold_(threshold), write_(std::move(write)), explain_(std::move(explain)) {}

  void finished(const query_event& event) override {
    if (event.duration() < threshold_) return;
    const std::string print = fingerprint(event.statement);
    write_(fmt::format("slow: [{}] {}", print, describe(event)));
    if (!explain_ || !event.succeeded || !is_new(print)) return;
    const std::string plan = explain_(event.statement);
    for (std::string_view rest = plan; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      write_(fmt::format("plan: [{}] {}", print, rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

 private:
  bool is_new(const std::string& print) {
    const std::lock_guard lock(mutex_);
    return explained_.size() < 1000 && explained_.insert(print).second;
  }

  std::chrono::nanoseconds threshold_;
  line_writer write_;
  std::function<std::string(std::string_view)> explain_;
  std::mutex mutex_;
  std::set<std::string> explained_;
};

}  // namespace virga
