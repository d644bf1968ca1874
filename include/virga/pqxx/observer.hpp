// SPDX-License-Identifier: BSL-1.0
//
// Who wants to know what runs: one interface, and the observers that are ready made.
#pragma once
#include <charconv>
#include <chrono>
#include <functional>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>

namespace virga {

/// A statement that was sent, or is about to be. The views live as long as the call. Values are no part of it.
struct query_event {
  std::string_view statement;  // with placeholders; `commit` at the end of a transaction
  std::source_location where{};  // the call that runs it; its line is 0 where that is not known
  int process = 0;             // the server's, as in pg_stat_activity
  bool is_prepared = false;

  // what follows is known at the end
  std::chrono::nanoseconds pool_wait{0};  // until there was a connection; on the first statement after that
  std::chrono::nanoseconds server{0};     // from sending to the last byte of the answer
  std::size_t rows = 0;                   // that the statement gave
  std::size_t affected = 0;               // that it changed, or gave
  bool succeeded = false;
  std::string_view sqlstate{};  // empty where it succeeded, and where the connection was lost without a word
};

/// Is told of every statement of the connections it is set for, by the threads that send them, at the same time. What
/// it throws is ignored.
class observer {
 public:
  virtual ~observer() = default;
  virtual void started(const query_event&) {}
  virtual void finished(const query_event&) = 0;
};

/// An event as one line: `1.204 ms (0.310 ms wait), 3 rows: select …; called at service.cpp:12`, `0.8 ms, failed with
/// 23505: insert …`.
inline std::string describe(const query_event& event) {
  const auto milliseconds = [](std::chrono::nanoseconds time) {
    char digits[32];
    const double value = std::chrono::duration<double, std::milli>(time).count();
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 3).ptr;
    return std::string(digits, end) + " ms";
  };
  std::string line = milliseconds(event.server);
  if (event.pool_wait.count() > 0) line += " (" + milliseconds(event.pool_wait) + " wait)";
  if (event.succeeded)
    line += ", " + std::to_string(event.affected) + (event.affected == 1 ? " row: " : " rows: ");
  else
    line += ", failed with " + (event.sqlstate.empty() ? "no answer" : std::string(event.sqlstate)) + ": ";
  // a statement written by hand may have several lines
  for (const char c : event.statement) line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (event.where.line() != 0)
    line.append("; called at ").append(event.where.file_name()).append(":") += std::to_string(event.where.line());
  return line;
}

/// Calls `write` with a line for each statement; several threads may do so at once.
class query_log : public observer {
 public:
  explicit query_log(std::function<void(std::string_view)> write) : write_(std::move(write)) {}
  void finished(const query_event& event) override { write_(describe(event)); }

 private:
  std::function<void(std::string_view)> write_;
};

/// Calls `write` with a line for each statement that took as long as `threshold`, wait included.
class slow_query_log : public observer {
 public:
  slow_query_log(std::chrono::nanoseconds threshold, std::function<void(std::string_view)> write)
      : threshold_(threshold), write_(std::move(write)) {}
  void finished(const query_event& event) override {
    if (event.pool_wait + event.server >= threshold_) write_("slow: " + describe(event));
  }

 private:
  std::chrono::nanoseconds threshold_;
  std::function<void(std::string_view)> write_;
};

}  // namespace virga
