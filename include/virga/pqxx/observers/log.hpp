// SPDX-License-Identifier: BSL-1.0
//
// A line for each statement.
#pragma once
#include <fmt/core.h>

#include <functional>

#include "virga/pqxx/observer.hpp"

namespace virga {

/// An event as one line: `1.204 ms (0.310 ms wait), 3 rows: select …; called at service.cpp:12`, `0.8 ms, failed with
/// 23505: insert …`. Values are no part of it.
[[nodiscard]] inline std::string describe(const query_event& event) {
  const auto milliseconds = [](std::chrono::nanoseconds time) {
    return fmt::format("{:.3f} ms", std::chrono::duration<double, std::milli>(time).count());
  };
  std::string line = milliseconds(event.server + event.decode);
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

/// Takes lines.
using line_writer = std::function<void(std::string_view)>;
inline void print_line(std::string_view line) { fmt::print("{}\n", line); }

/// Calls `write` with a line for each statement; several threads may do so at once. Without one, to stdout.
class query_log : public observer {
 public:
  explicit query_log(line_writer write = print_line) : write_(std::move(write)) {}
  void finished(const query_event& event) override { write_(describe(event)); }

 private:
  line_writer write_;
};

}  // namespace virga
