// SPDX-License-Identifier: BSL-1.0
//
// A line for each statement.
#pragma once
#include <fmt/core.h>

#include <functional>

#include "virga/core/quoted.hpp"
#include "virga/pqxx/observer.hpp"

namespace virga {

/// An event as one line: `1.204 ms (0.310 ms wait), 3 rows: select …; $1 = 'Ann'; called at service.cpp:12`, `0.8 ms,
/// failed with 23505: insert …`. Of the values, those of columns that are declared `loggable()` are part of it.
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
  // a statement written by hand, and a value, may have several lines
  const auto add = [&](std::string_view text) {
    for (const char c : text) line += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
  };
  add(event.statement);
  for (const logged_value& one : event.values) {
    line.append("; $").append(std::to_string(one.number)).append(" = ");
    add(one.text ? quoted_literal(*one.text) : "null");
  }
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
