// SPDX-License-Identifier: BSL-1.0
//
// What COPY in both directions shares: a statement that goes on while data pass beside it.
// Source: PostgreSQL manual, "COPY"; "libpq — Functions Associated with the COPY Command".
#pragma once
#include "virga/pqxx/database.hpp"

namespace virga {

/// A COPY from its begin to its end. The connection is in use meanwhile; the observer is told of the begin and the end.
class connection::ongoing_copy {
 public:
  /// Begins it. `text` is NUL-terminated and outlives this. Run time: what `send` throws.
  ongoing_copy(connection& on, std::string_view text, std::string_view copied)
      : on_(on), mine_(on, by_a_copy), text_(text), copied_(copied) {
    on_.refuse_stopped(text_);
    if (on_.options_.observer != nullptr) {
      event_.pool_wait = std::exchange(on_.pool_wait_, {});
      on_.tell([&](observer& who) { who.started(event_); });
    }
    native::result first = on_.answer(PQsendQuery(handle(), text_.data()));
    if (first.is_copy()) return;
    end_with(first);
    native::refuse(handle(), first, text_, 0, copied_);
  }

  [[nodiscard]] PGconn* handle() const { return on_.handle_; }
  [[nodiscard]] bool is_stopped() const { return on_.stop_.stop_requested(); }
  [[nodiscard]] bool may_be_stopped() const { return on_.stop_.stop_possible(); }
  [[nodiscard]] bool is_open() const { return is_open_; }
  /// Throws `query_cancelled`.
  void refuse_stopped() const { on_.refuse_stopped(text_); }

  /// Reads the server's last word after all data have passed; returns how many rows it counted.
  /// Run time: `database_error`, `connection_error`.
  std::size_t finish() {
    native::result last = on_.answer(1);
    end_with(last);
    if (!last.succeeded()) native::refuse(handle(), last, text_, 0, copied_);
    return last.affected();
  }
  /// Reads the answer to a COPY that was given up. A connection that does not come out of it is closed.
  void give_up() noexcept {
    native::result last = native::receive(handle());
    if (last.is_copy()) {
      ::shutdown(PQsocket(handle()), SHUT_RDWR);
      (void)PQconsumeInput(handle());
    }
    end_with(last);
  }

 private:
  static constexpr const char* by_a_copy =
      "virga: the rows of a COPY on this connection are still being walked; walk them to their end or give them up "
      "first, or run the other query on a connection of its own";

  void end_with(const native::result& last) {
    is_open_ = false;
    if (on_.options_.observer == nullptr) return;
    event_.server = std::chrono::steady_clock::now() - began_;
    event_.succeeded = last.succeeded();
    event_.affected = last.affected();
    event_.sqlstate = last.sqlstate();
    on_.tell([&](observer& who) { who.finished(event_); });
  }

  connection& on_;
  use mine_;
  std::string_view text_, copied_;
  query_event event_{.statement = text_, .process = PQbackendPID(on_.handle_)};
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  bool is_open_ = true;
};

namespace detail {

/// The connection that a COPY runs on, held for as long as this lives.
struct connection_of_copy {
  virga::connection& on;
  [[nodiscard]] virga::connection& connection() const { return on; }
};
inline pool::lease connection_for_copy(database& on) { return on.acquire(); }
inline connection_of_copy connection_for_copy(connection& on) { return {on}; }
inline connection_of_copy connection_for_copy(transaction& on) {
  on.require_current();
  return {on.connection()};
}

template <class Executor>
constexpr bool check_copy_executor() {
  constexpr bool fits = requires(std::remove_reference_t<Executor> & on) { connection_for_copy(on); };
  static_assert(fits,
                "virga: COPY runs on a virga::database, connection or transaction; in a libpqxx transaction use "
                "pqxx::stream_to and pqxx::stream_from");
  return fits;
}

}  // namespace detail

}  // namespace virga
