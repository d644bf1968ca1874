// SPDX-License-Identifier: BSL-1.0
//
// Who wants to know what runs: the interface. Observers that are ready made are in observers/, a header each.
#pragma once
#include <chrono>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>

#include "virga/core/fingerprint.hpp"

namespace virga {

/// A statement that was sent, or is about to be. The views live as long as the call. Values are no part of it.
struct query_event {
  std::string_view statement;    // with placeholders; `begin`, `commit` and `rollback` of a transaction
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

/// A statement of which somebody is told: of its beginning, and of its end when this goes.
class observed_statement {
  using clock = std::chrono::steady_clock;

 public:
  observed_statement(std::shared_ptr<observer> who, const query_event& event)
      : who_(std::move(who)), text_(event.statement), event_(event) {
    event_.statement = text_;
    tell([&] { comment_ = who_->comment(event_); });
    if (!comment_.empty()) event_.is_prepared = false;
    tell([&] { who_->started(event_); });
    began_ = clock::now();
  }
  observed_statement(const observed_statement&) = delete;
  observed_statement& operator=(const observed_statement&) = delete;
  ~observed_statement() {
    if (event_.rows > 0) event_.decode = clock::now() - answered_;
    tell([&] { who_->finished(event_); });
  }
  /// The statement with what is to be sent behind it.
  [[nodiscard]] bool has_comment() const { return !comment_.empty(); }
  [[nodiscard]] std::string commented() const { return text_ + " " + comment_; }

  void answered(std::size_t rows, std::size_t affected) {
    answered_ = clock::now();
    event_.server = answered_ - began_;
    event_.rows = rows;
    event_.affected = affected;
    event_.succeeded = true;
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
  std::string text_, sqlstate_{}, comment_{};
  query_event event_;
  clock::time_point began_{}, answered_{};
};

}  // namespace detail

}  // namespace virga
