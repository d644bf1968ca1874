// SPDX-License-Identifier: BSL-1.0
//
// Counters of what runs, in Prometheus' text format.
// Source: prometheus.io/docs/instrumenting/exposition_formats; the names are OpenTelemetry's, written as Prometheus
// writes them ("Semantic conventions for database client metrics").
#pragma once
#include <array>
#include <charconv>
#include <map>
#include <mutex>

#include "virga/pqxx/observers/summary.hpp"
#include "virga/pqxx/options.hpp"

namespace virga {

namespace detail {

/// `name{label="value",…} number`, a line each; a metric's help and type before its first one.
class metrics_text {
 public:
  using labels = std::vector<std::pair<std::string_view, std::string_view>>;

  void begin(std::string_view name, std::string_view type, std::string_view help) {
    text_.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    text_.append(name).append(" ").append(type).append("\n");
  }
  template <class Number>
  void add(std::string_view name, const labels& with, Number number) {
    text_ += name;
    const char* before = "{";
    for (const auto& [label, value] : with) {
      text_.append(std::exchange(before, ",")).append(label).append("=\"");
      for (const char c : value)
        text_ += c == '\n' ? "\\n" : c == '"' ? "\\\"" : c == '\\' ? "\\\\" : std::string(1, c);
      text_ += '"';
    }
    if (!with.empty()) text_ += '}';
    char digits[40];
    text_.append(" ").append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr).append("\n");
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

inline double seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }

}  // namespace detail

/// Counts statements by operation and SQLSTATE: a histogram of how long they took in all, and how long of it they
/// waited for a connection, for the server and for their rows to be read. `text()` is what a scrape answers.
class prometheus_metrics : public observer {
 public:
  void finished(const query_event& event) override {
    const std::string error = event.succeeded ? "" : event.sqlstate.empty() ? "lost" : std::string(event.sqlstate);
    const double took = detail::seconds(event.duration());
    const std::lock_guard lock(mutex_);
    counts& now = counted_[{operation_of(event.statement), error}];
    for (std::size_t i = 0; i < bounds.size(); ++i) now.within[i] += took <= bounds[i] ? 1U : 0U;
    ++now.count;
    now.rows += event.rows;
    now.wait += event.pool_wait;
    now.server += event.server;
    now.decode += event.decode;
  }

  [[nodiscard]] std::string text() const {
    const std::lock_guard lock(mutex_);
    detail::metrics_text out;
    constexpr std::string_view duration = "db_client_operation_duration_seconds";
    out.begin(duration, "histogram", "Time of statements, waiting for a connection and reading rows included.");
    for (const auto& [key, now] : counted_) {
      detail::metrics_text::labels labels = labels_of(key);
      labels.emplace_back("le", "");
      for (std::size_t i = 0; i < bounds.size(); ++i) {
        labels.back().second = bound_names[i];
        out.add(std::string(duration) + "_bucket", labels, now.within[i]);
      }
      labels.back().second = "+Inf";
      out.add(std::string(duration) + "_bucket", labels, now.count);
      out.add(std::string(duration) + "_sum", labels_of(key), detail::seconds(now.wait + now.server + now.decode));
      out.add(std::string(duration) + "_count", labels_of(key), now.count);
    }
    const auto total = [&](std::string_view name, std::string_view help, auto&& value) {
      out.begin(name, "counter", help);
      for (const auto& [key, now] : counted_) out.add(name, labels_of(key), value(now));
    };
    using detail::seconds;
    total("virga_pool_wait_seconds_total", "Time statements waited for a connection.",
          [](const counts& of) { return seconds(of.wait); });
    total("virga_server_seconds_total", "Time statements waited for the server.",
          [](const counts& of) { return seconds(of.server); });
    total("virga_decode_seconds_total", "Time it took to read rows.",
          [](const counts& of) { return seconds(of.decode); });
    total("virga_returned_rows_total", "Rows that statements gave.", [](const counts& of) { return of.rows; });
    return out.take();
  }

 private:
  using operation_and_error = std::pair<std::string, std::string>;
  static constexpr std::array bounds{.001, .005, .01, .05, .1, .5, 1., 5., 10.};
  static constexpr std::string_view bound_names[] = {"0.001", "0.005", "0.01", "0.05", "0.1", "0.5", "1", "5", "10"};
  struct counts {
    std::array<std::uint64_t, bounds.size()> within{};
    std::uint64_t count = 0, rows = 0;
    std::chrono::nanoseconds wait{0}, server{0}, decode{0};
  };
  static detail::metrics_text::labels labels_of(const operation_and_error& key) {
    detail::metrics_text::labels labels{{"db_system_name", "postgresql"}, {"db_operation_name", key.first}};
    if (!key.second.empty()) labels.emplace_back("error_type", key.second);
    return labels;
  }

  mutable std::mutex mutex_;
  std::map<operation_and_error, counts> counted_;
};

/// The state of a pool: `prometheus_text(db.statistics(), db.options(), "orders")`.
[[nodiscard]] inline std::string prometheus_text(const pool_statistics& now, const database_options& options,
                                                 std::string_view pool = "default") {
  detail::metrics_text out;
  constexpr std::string_view prefix = "db_client_connection_";
  const auto one = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
    const std::string full = std::string(prefix) + std::string(name);
    out.begin(full, type, help);
    out.add(full, {{"pool_name", pool}}, value);
  };
  const std::string count = std::string(prefix) + "count";
  out.begin(count, "gauge", "Connections that are open.");
  out.add(count, {{"pool_name", pool}, {"state", "idle"}}, now.idle);
  out.add(count, {{"pool_name", pool}, {"state", "used"}}, now.in_use);
  one("max", "gauge", "The most connections that may be open.", options.max_connections);
  one("idle_min", "gauge", "Connections kept open.", options.min_connections);
  one("pending_requests", "gauge", "Threads that wait for a connection.", now.waiting);
  one("acquired_total", "counter", "Connections given out.", now.acquired);
  one("waited_total", "counter", "How often one was waited for.", now.waited);
  one("wait_time_seconds_total", "counter", "How long they were waited for.", detail::seconds(now.waited_for));
  one("timeouts_total", "counter", "How often none became free in time.", now.timed_out);
  one("opened_total", "counter", "Connections opened.", now.opened);
  one("failed_to_open_total", "counter", "Connections that could not be opened.", now.failed_to_open);
  one("closed_broken_total", "counter", "Connections closed because they were of no use.", now.closed_broken);
  one("leaked_total", "counter", "Connections reported as leaked.", now.leaked);
  return out.take();
}

}  // namespace virga
