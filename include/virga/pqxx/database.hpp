// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <variant>

#include "virga/pqxx/pool.hpp"
#include "virga/pqxx/transaction.hpp"
#include "virga/pqxx/working_pool.hpp"

namespace virga {

namespace detail {
/// A base, so that it is there before a transaction on it and goes after it.
struct lease_holder {
  pool::lease held;
};
}  // namespace detail

/// A database: what a program keeps, and runs its queries on. Any number of threads may use it; it opens connections
/// as they are needed, keeps them, and drops those that are lost.
class database : public executor_methods<database> {
 public:
  /// Opens a first connection, so that a wrong URL shows at once. The URL may carry options, which win over those given
  /// here: `postgresql://host/name?max_connections=20&acquire_timeout=5s`.
  /// Run time: `configuration_error` naming every mistake; `connection_error` with the cause and what to do.
  template <class Pool = working_pool<>>
  explicit database(std::string url, database_options options = {},
                    std::source_location where = std::source_location::current())
      : pool_(std::make_shared<Pool>(std::move(url), std::move(options), where)) {}
  database(const database&) = delete;
  database& operator=(const database&) = delete;
  /// Connections that are still in use are closed when they are given back.
  ~database() { pool_->close(); }

  /// The database that an environment variable names. Run time: as above, and `configuration_error` where it is not
  /// set.
  template <class Pool = working_pool<>>
  [[nodiscard]] static database from_environment(database_options options = {}, const char* variable = "DATABASE_URL",
                                                 std::source_location where = std::source_location::current()) {
    const char* url = std::getenv(variable);
    if (url == nullptr || *url == '\0')
      throw configuration_error({"the environment variable " + std::string(variable) +
                                 " is not set; set it to postgresql://user:password@host:port/database"},
                                where);
    return database(url, std::move(options), where);
  }

  /// Runs `f(transaction&)` in a transaction and commits it, unless `f` has ended it; returns what `f` returns. If `f`
  /// throws, everything is undone and the exception goes on. Where the server undid it because of another transaction
  /// (`transaction_rollback`, or what libpqxx throws instead), `f` runs again, at most `options.retry.attempts` times
  /// in all: what it does outside of the database must bear that. Run time: what `f` and `transaction::commit` throw.
  /// `commit_unknown` is never tried again.
  template <class Function>
  auto transaction(Function&& f, const transaction_options& options = {},
                   std::source_location where = std::source_location::current()) {
    using value = decltype(f(std::declval<virga::transaction&>()));
    std::conditional_t<std::is_void_v<value>, std::optional<std::monostate>, std::optional<std::decay_t<value>>> kept;
    auto body = [&](virga::transaction& tx) {
      kept.reset();
      if constexpr (std::is_void_v<value>)
        f(tx);
      else
        kept.emplace(f(tx));
    };
    pool_->run({&body, [](void* function, virga::transaction& tx) { (*static_cast<decltype(body)*>(function))(tx); }},
               options, where);
    if constexpr (!std::is_void_v<value>) return std::move(*kept);
  }

  /// A transaction with its connection, which goes back when this goes out of scope.
  class held_transaction : private detail::lease_holder, public virga::transaction {
   public:
    held_transaction(pool& from, const transaction_options& options, const std::source_location& where)
        : held_transaction(from, options, where, std::chrono::steady_clock::time_point()) {}

   private:
    held_transaction(pool& from, const transaction_options& options, const std::source_location& where,
                     std::chrono::steady_clock::time_point deadline)
        : lease_holder{from.acquire_for(options, where, deadline)},
          virga::transaction(held.connection(), options, where, deadline) {}
  };
  /// Begins a transaction that ends with its scope; undone unless `commit()` is called on it.
  /// Run time: what `acquire` and `transaction` throw.
  [[nodiscard]] held_transaction begin(const transaction_options& options = {},
                                       std::source_location where = std::source_location::current()) {
    return {*pool_, options, where};
  }

  using lease = pool::lease;
  /// Takes a connection, for more than one statement outside of a transaction; it is given back when it goes out of
  /// scope. Run time: `pool_timeout` where none became free in time, `connection_error` where none could be opened,
  /// `usage_error` where waiting for one could never end.
  [[nodiscard]] lease acquire(std::source_location where = std::source_location::current()) {
    return pool_->acquire(where);
  }
  /// The same, waiting no longer than `timeout`.
  [[nodiscard]] lease acquire(std::chrono::milliseconds timeout,
                              std::source_location where = std::source_location::current()) {
    return pool_->acquire(timeout, where, {});
  }

  [[nodiscard]] pool_statistics statistics() const { return pool_->statistics(); }
  /// As they are in force: those of the URL included.
  [[nodiscard]] const database_options& options() const { return pool_->options(); }
  /// Takes a connection and asks the server for an answer, each within `timeout`. Throws nothing.
  [[nodiscard]] health_report check_health(std::chrono::milliseconds timeout = std::chrono::seconds(1),
                                           std::source_location where = std::source_location::current()) {
    return pool_->check_health(timeout, where);
  }

 private:
  friend native::result execute(database& on, const statement& what);
  std::shared_ptr<pool> pool_;
};

/// A stream with its connection, which goes back at its end, or when this is gone.
class leased_stream : private detail::lease_holder, public native_stream {
 public:
  leased_stream(pool::lease given, const statement& what, bool only_reads)
      : lease_holder{std::move(given)}, native_stream(held.connection(), what, only_reads) {}

  bool next() {
    const bool more = native_stream::next();
    if (!more) const pool::lease back = std::move(held);
    return more;
  }
};
inline leased_stream open_stream(database& on, const statement& what, bool only_reads) {
  return {on.acquire(what.where), what, only_reads};
}

template <class Take>
void execute_batch(database& on, const std::vector<statement>& all, const Take& take) {
  execute_batch(on.acquire(all.front().where).connection(), all, take);
}

inline native::result execute(database& on, const statement& what) { return on.pool_->send(what); }

}  // namespace virga
