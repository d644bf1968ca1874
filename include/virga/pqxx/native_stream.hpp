// SPDX-License-Identifier: BSL-1.0
//
// Rows of one statement that come one by one, and what becomes of those nobody wants.
// Source: PostgreSQL manual, "libpq — Retrieving Query Results in Chunks".
#pragma once
#include <optional>

#include "virga/pqxx/connection.hpp"

namespace virga {

namespace detail {

/// What a `native_stream` holds.
class stream_state {
 public:
  stream_state(connection& given, const statement& what, bool only_reads)
      : on(given), text(what.text), where(what.where) {
    mine.emplace(on, while_open, where);
    on.refuse_stopped(text, where);
    // what writes is to be done, whoever reads what it returns; and a transaction would be spoilt
    may_cancel = only_reads && PQtransactionStatus(on.handle_) == PQTRANS_IDLE;
    connection::watched_statement begun = on.watch(what);
    watched = std::move(begun.told);
    current = waiting([&] { return on.run(begun.sent, connection::reading::by_row); });
    columns = current.columns();
    // whatever is not a row is the whole answer
    if (!current.is_single_row()) finish(current);
    if (!current.succeeded()) on.refuse(current, text, where);
  }
  stream_state(const stream_state&) = delete;
  stream_state& operator=(const stream_state&) = delete;
  virtual ~stream_state() {
    if (!is_at_end) discard(may_cancel);
  }

  virtual bool next() {
    if (is_at_end) return false;
    if (on.interruption_.stop.stop_requested() || on.interruption_.is_late()) {
      discard(true);
      on.refuse_stopped(text, where, "while its rows were read");
    }
    if (rows != 0) current = waiting([&] { return on.next_piece(); });
    if (current.is_single_row()) {
      ++rows;
      return true;
    }
    current = native::rest_of(std::move(current), [&] { return on.next_piece(); });
    finish(current);
    if (!current.succeeded()) on.refuse(current, text, where);
    return false;
  }

  [[nodiscard]] const native::result& chunk() const { return current; }
  [[nodiscard]] std::size_t width() const { return columns; }

 private:
  /// Runs `f`, which takes something from the server; where somebody is told, its time counts.
  template <class Function>
  native::result waiting(Function&& f) {
    if (watched == nullptr) return f();
    const auto began = std::chrono::steady_clock::now();
    native::result result = f();
    waited += std::chrono::steady_clock::now() - began;
    return result;
  }
  /// Throws away the rows that are left.
  void discard(bool cancel) {
    native::stoppable rest(on.handle_, {});
    constexpr int few = 1000;  // those that have arrived, before anything is cancelled
    for (int i = 0; cancel && i < few && PQisBusy(on.handle_) == 0; ++i)
      if (rest.next().get() == nullptr) return finish(current);
    if (cancel) rest.cancel();
    while (rest.next().get() != nullptr) continue;
    finish(current);
  }
  void finish(const native::result& last) {
    is_at_end = true;
    mine.reset();
    if (watched == nullptr) return;
    if (last.succeeded())
      watched->answered(rows, rows, waited);
    else
      watched->failed(last.sqlstate());
    watched.reset();
  }

  connection& on;
  std::optional<connection::use> mine{};  // until the end
  std::string text;
  std::source_location where;
  bool may_cancel = false, is_at_end = false;
  std::size_t columns = 0, rows = 0;  // rows that were read
  native::result current{nullptr};
  std::unique_ptr<detail::observed_statement> watched{};
  std::chrono::nanoseconds waited{0};
  static constexpr const char* while_open =
      "virga: a stream of rows is open on this connection, and nothing else can run there until it is read to its end "
      "or "
      "gone; read the rows with all() first, or run the other statement on another connection";
};

}  // namespace detail

/// The rows of a statement, one at a time; nothing else runs on their connection until they are read or this is gone.
class native_stream {
 public:
  /// Sends the statement and waits for its first row. Run time: what `connection::send` throws.
  native_stream(connection& on, const statement& what, bool only_reads) : state_(on.stream(what, only_reads)) {}
  native_stream(native_stream&&) noexcept = default;
  native_stream& operator=(native_stream&& other) noexcept {
    std::swap(state_, other.state_);  // what was open here ends with the other, while its connection is there
    return *this;
  }

  [[nodiscard]] std::size_t columns() const { return live().width(); }
  /// Takes the next row; false after the last one. Run time: `database_error`, `connection_error`; `query_cancelled`
  /// where a stop was requested.
  bool next() { return live().next(); }
  /// The row, as a result of one row.
  [[nodiscard]] const native::result& chunk() const { return live().chunk(); }

 private:
  [[nodiscard]] detail::stream_state& live() const {
    if (state_ == nullptr) throw usage_error("virga: this stream was moved from; read the one it was moved to");
    return *state_;
  }
  std::unique_ptr<detail::stream_state> state_;
};

inline std::unique_ptr<detail::stream_state> connection::stream(const statement& what, bool only_reads) {
  return std::make_unique<detail::stream_state>(*this, what, only_reads);
}

inline native_stream open_stream(connection& on, const statement& what, bool only_reads) {
  return {on, what, only_reads};
}

}  // namespace virga
