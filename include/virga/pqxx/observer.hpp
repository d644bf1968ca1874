// SPDX-License-Identifier: BSL-1.0
//
// Who wants to know what runs: the interface. Observers that are ready made are in observers/, a header each.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "virga/core/fingerprint.hpp"
#include "virga/exec/executor.hpp"
#include "virga/render/binder.hpp"

namespace virga {

/// A value that a statement binds for a column that is declared `loggable()`.
struct logged_value {
  std::size_t number;               // of its placeholder: 1 for $1
  std::string column;               // users.email
  std::optional<std::string> text;  // as it is sent, cut to its first 200 bytes; empty for null
};

/// A statement that was sent, or is about to be. The views live as long as the call.
struct query_event {
  std::string_view statement{};  // with placeholders; `begin`, `commit` and `rollback` of a transaction
  std::source_location where{};  // the call that runs it; its line is 0 where that is not known
  int process = 0;               // the server's, as in pg_stat_activity
  bool is_prepared = false;
  std::chrono::nanoseconds pool_wait{0};  // until there was a connection; on the first statement after that

  // what follows is known at the end
  std::chrono::nanoseconds server{0};  // from sending to the last byte of the answer
  std::chrono::nanoseconds decode{0};  // from then until the rows were read, and of each() what it calls
  std::size_t rows = 0;                // that the statement gave
  std::size_t affected = 0;            // that it changed, or gave
  bool succeeded = false;
  std::string_view sqlstate{};  // empty where it succeeded, and where the connection was lost without a word

  /// The values of columns that are declared `loggable()`; the others are not shown.
  std::span<const logged_value> values{};

  [[nodiscard]] std::chrono::nanoseconds duration() const { return pool_wait + server + decode; }
};

/// Is told of every statement of the connections it is set for, by the threads that send them, at the same time. What
/// it throws is ignored.
class observer {
 public:
  virtual ~observer() = default;
  virtual void started(const query_event&) {}
  /// Once the rows have been read.
  virtual void finished(const query_event&) = 0;
  /// What is to be sent behind the statement, for the server's logs: a comment. Where there is one, the statement is
  /// not prepared.
  virtual std::string comment(const query_event&) { return {}; }
};

namespace detail {

/// The values of a statement that may be shown.
[[nodiscard]] inline std::vector<logged_value> values_to_show(const statement& of) {
  constexpr std::size_t most = 200;
  std::vector<logged_value> found;
  for (std::size_t i = 0; of.places != nullptr && i < of.count; ++i) {
    if (of.places[i] == nullptr) continue;
    logged_value& one = found.emplace_back(logged_value{i + 1, render::describe(*of.places[i]), {}});
    if (of.values[i] == nullptr) continue;
    one.text = std::string_view(of.values[i]).substr(0, most);
    if (one.text->size() < most) continue;
    // not in the middle of a character
    while (!one.text->empty() && (static_cast<unsigned char>(of.values[i][one.text->size()]) & 0xC0U) == 0x80U)
      one.text->pop_back();
  }
  return found;
}

/// A statement of which somebody is told: of its beginning, and of its end when this goes.
class observed_statement {
  using clock = std::chrono::steady_clock;

 public:
  observed_statement(std::shared_ptr<observer> who, const query_event& event, const statement& what)
      : who_(std::move(who)), text_(what.text), values_(values_to_show(what)), event_(event) {
    event_.statement = text_;
    event_.where = what.where;
    event_.values = values_;
    std::string comment;
    tell([&] { comment = who_->comment(event_); });
    if (!comment.empty()) {
      event_.is_prepared = false;
      commented_ = text_ + " " + comment;
    }
    tell([&] { who_->started(event_); });
    began_ = clock::now();
  }
  observed_statement(const observed_statement&) = delete;
  observed_statement& operator=(const observed_statement&) = delete;
  // virtual, so that a file which only drops results does not compile it
  virtual ~observed_statement() {
    if (event_.rows > 0) event_.decode = clock::now() - answered_;
    tell([&] { who_->finished(event_); });
  }
  /// The statement with what is to be sent behind it; empty where that is nothing.
  [[nodiscard]] const std::string& commented() const { return commented_; }

  /// The end of it: a result with its rows, or why there is none.
  template <class Result>
  void ended_with(const Result& result, std::size_t rows) {
    if (result.succeeded())
      answered(rows, result.affected());
    else
      failed(result.sqlstate());
  }
  void answered(std::size_t rows, std::size_t affected) {
    answered_ = clock::now();
    event_.server = answered_ - began_;
    event_.rows = rows;
    event_.affected = affected;
    event_.succeeded = true;
  }
  /// The same where rows were read while others were on their way: `server` is how long they were waited for.
  void answered(std::size_t rows, std::size_t affected, std::chrono::nanoseconds server) {
    answered(rows, affected);
    event_.server = server;
    answered_ = began_ + std::chrono::duration_cast<clock::duration>(server);
  }
  void failed(std::string_view sqlstate) {
    event_.server = clock::now() - began_;
    event_.sqlstate = sqlstate_ = sqlstate;
  }

 private:
  template <class Function>
  static void tell(Function&& f) {
    try {
      f();
    } catch (...) {  // to be watched must not make a difference
    }
  }
  std::shared_ptr<observer> who_;
  std::string text_, sqlstate_{}, commented_{};
  std::vector<logged_value> values_;
  query_event event_;
  clock::time_point began_{}, answered_{};
};

}  // namespace detail

}  // namespace virga
