// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <variant>

#include "virga/pqxx/pool.hpp"
#include "virga/pqxx/retry.hpp"
#include "virga/pqxx/transaction.hpp"

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
  explicit database(std::string url, database_options options = {},
                    std::source_location where = std::source_location::current())
      : pool_(std::make_shared<pool>(std::move(url), std::move(options), where)) {}
  database(const database&) = delete;
  database& operator=(const database&) = delete;
  /// Connections that are still in use are closed when they are given back.
  ~database() { pool_->close(); }

  /// The database that an environment variable names. Run time: as above, and `configuration_error` where it is not
  /// set.
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
    const auto deadline = detail::deadline_of(options, where);
    const detail::retry_loop retry(options.retry, deadline);
    for (int attempt = 1;; ++attempt) {
      try {
        const lease held = pool_->acquire(pool_->patience_until(deadline), where, options.stop);
        virga::transaction tx(held.connection(), options, where, deadline);
        if constexpr (std::is_void_v<value>)
          f(tx);
        else
          kept.emplace(f(tx));
        if (tx.is_open()) tx.commit(where);
        break;
      } catch (const commit_unknown& unknown) {
        if (!took_place(unknown, options.resolve_commit))
          throw connection_error(
              "virga: the connection was lost during the commit, and the server has undone the "
              "transaction; it may be run again",
              {}, where);
        break;
      } catch (const std::exception& wrong) {
        kept.reset();
        if (!driver::is_conflict(wrong) || !retry.may_follow(attempt, options.stop)) throw;
      }
    }
    if constexpr (!std::is_void_v<value>) return std::move(*kept);
  }

  /// A transaction with its connection, which goes back when this goes out of scope.
  class held_transaction : private detail::lease_holder, public virga::transaction {
   public:
    held_transaction(pool& from, const transaction_options& options, const std::source_location& where)
        : held_transaction(from, options, where, detail::deadline_of(options, where)) {}

   private:
    held_transaction(pool& from, const transaction_options& options, const std::source_location& where,
                     std::chrono::steady_clock::time_point deadline)
        : lease_holder{from.acquire(from.patience_until(deadline), where, options.stop)},
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
    return pool_->acquire(timeout, where);
  }

  [[nodiscard]] pool_statistics statistics() const { return pool_->statistics(); }
  /// As they are in force: those of the URL included.
  [[nodiscard]] const database_options& options() const { return pool_->options(); }
  /// Takes a connection and asks the server for an answer, each within `timeout`. Throws nothing.
  [[nodiscard]] health_report check_health(std::chrono::milliseconds timeout = std::chrono::seconds(1),
                                           std::source_location where = std::source_location::current()) {
    const auto began = std::chrono::steady_clock::now();
    health_report report;
    try {
      const lease held = acquire(timeout, where);
      report.healthy = native::ping(held.connection().native_handle(), timeout);
      if (!report.healthy)
        report.problem = "the server did not answer within " + std::to_string(timeout.count()) + " ms";
    } catch (const std::exception& wrong) {
      report.problem = wrong.what();
    }
    report.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    return report;
  }

 private:
  /// Asks the server, on another connection, what became of a transaction. Throws it again where nobody knows.
  bool took_place(const commit_unknown& unknown, std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    const std::string& id = unknown.transaction_id();
    if (id.empty()) throw unknown;
    const auto because = [&](const std::string& why) {
      return commit_unknown(why, id, unknown.counting_since(), unknown.where());
    };
    std::string answer = "the server could not be reached within " + std::to_string(patience.count()) + " ms";
    for (;;) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      if (left.count() <= 0) break;
      try {
        const lease held = acquire(left, unknown.where());
        held.connection().stop_when({}, until);
        const struct in_time {
          virga::connection& on;
          ~in_time() { on.stop_when({}); }
        } bound{held.connection()};
        const native::result said = held.connection().send(
            "select pg_xact_status('" + id + "'::xid8), " + std::string(detail::counting_since), unknown.where());
        if (said.at(0, 0).null) throw because("the server has forgotten transaction " + id);
        const std::string_view status = said.at(0, 0).text();
        if (status == "committed" && (said.at(0, 1).null || said.at(0, 1).text() != unknown.counting_since()))
          throw because("the server crashed meanwhile, and may have given its number, " + id +
                        ", to another transaction");
        if (status != "in progress") return status == "committed";
        answer = "transaction " + id + " was still in progress after " + std::to_string(patience.count()) + " ms";
      } catch (const connection_error&) {  // the server is on its way back, perhaps
      } catch (const query_cancelled&) {   // it did not answer in time
      } catch (const database_error& refused) {
        throw because(refused.what());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    throw because(answer);
  }

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

inline native::result execute(database& on, const statement& what) {
  return on.acquire(what.where).connection().send(what);
}

}  // namespace virga
