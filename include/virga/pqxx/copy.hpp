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
  ongoing_copy(connection& on, std::string_view text, std::string_view copied, const std::source_location& where)
      : on_(on), mine_(on, by_a_copy), text_(text), copied_(copied), where_(where) {
    on_.refuse_stopped(text_, where_);
    watched_ = on_.watch({text_, nullptr, 0, false, where_});
    native::result first = on_.answer(PQsendQuery(handle(), watched_.sent.text.data()));
    if (first.is_copy()) return;
    end_with(first);
    on_.refuse(first, text_, where_, {.copied = copied_});
  }

  [[nodiscard]] PGconn* handle() const { return on_.handle_; }
  [[nodiscard]] bool is_stopped() const {
    return on_.interruption_.stop.stop_requested() || on_.interruption_.is_late();
  }
  [[nodiscard]] bool may_be_stopped() const { return on_.interruption_.is_possible(); }
  [[nodiscard]] bool is_open() const { return is_open_; }
  /// Throws `query_cancelled`.
  void refuse_stopped() const { on_.refuse_stopped(text_, where_, "while its rows passed"); }

  /// Reads the server's last word after all data have passed; returns how many rows it counted.
  /// Run time: `database_error`, `connection_error`.
  std::size_t finish() {
    native::result last = on_.answer(1);
    end_with(last);
    if (!last.succeeded()) on_.refuse(last, text_, where_, {.copied = copied_});
    return last.affected();
  }
  /// Ends a COPY whose rows the program does not give to their end: nothing of it is done.
  void refuse_rows() noexcept {
    (void)PQputCopyEnd(handle(), "the program gave no more rows");
    give_up();
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
    if (watched_.told == nullptr) return;
    watched_.told->ended_with(last, last.affected());
    watched_.told.reset();
  }

  connection& on_;
  use mine_;
  std::string_view text_, copied_;
  std::source_location where_;
  watched_statement watched_{};
  bool is_open_ = true;
};

namespace detail {

/// The connection that a COPY runs on, held for as long as this lives.
struct connection_of_copy {
  virga::connection& on;
  [[nodiscard]] virga::connection& connection() const { return on; }
};
inline pool::lease connection_for_copy(database& on, const std::source_location& where) { return on.acquire(where); }
inline connection_of_copy connection_for_copy(connection& on, const std::source_location&) { return {on}; }
inline connection_of_copy connection_for_copy(transaction& on, const std::source_location& where) {
  on.require_current(where);
  return {on.connection()};
}

template <class Executor>
constexpr bool check_copy_executor() {
  constexpr bool fits = requires(std::remove_reference_t<Executor> & on) {
    connection_for_copy(on, std::source_location());
  };
  static_assert(fits,
                "virga: COPY runs on a virga::database, connection or transaction; in a libpqxx transaction use "
                "pqxx::stream_to and pqxx::stream_from");
  return fits;
}

}  // namespace detail

}  // namespace virga
