// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdlib>
#include <type_traits>

#include "virga/pqxx/pool.hpp"
#include "virga/pqxx/transaction.hpp"

namespace virga {

/// A database: what a program keeps, and runs its queries on. Any number of threads may use it; it opens connections
/// as they are needed, keeps them, and drops those that are lost.
class database {
 public:
  /// Opens a first connection, so that a wrong URL shows at once. The URL may carry options, which win over those given
  /// here: `postgresql://host/name?max_connections=20&acquire_timeout=5s`.
  /// Run time: `configuration_error` naming every mistake; `connection_error` with the cause and what to do.
  explicit database(std::string url, database_options options = {})
      : pool_(std::make_shared<pool>(std::move(url), std::move(options))) {}
  database(const database&) = delete;
  database& operator=(const database&) = delete;
  /// Connections that are still in use are closed when they are given back.
  ~database() { pool_->close(); }

  /// The database that an environment variable names. Run time: as above, and `configuration_error` where it is not set.
  [[nodiscard]] static database from_environment(database_options options = {}, const char* variable = "DATABASE_URL") {
    const char* url = std::getenv(variable);
    if (url == nullptr || *url == '\0')
      throw configuration_error({"the environment variable " + std::string(variable) +
                                 " is not set; set it to postgresql://user:password@host:port/database"});
    return database(url, std::move(options));
  }

  /// Runs `f(transaction&)` in a transaction and commits it; returns what `f` returns. If `f` throws, everything is
  /// undone and the exception goes on.
  template <class Function>
  auto transaction(Function&& f, std::source_location where = std::source_location::current()) {
    const lease held = acquire(where);
    virga::transaction tx(held.connection());
    if constexpr (std::is_void_v<decltype(f(tx))>) {
      f(tx);
      tx.commit();
    } else {
      auto result = f(tx);
      tx.commit();
      return result;
    }
  }

  using lease = pool::lease;
  /// Takes a connection, for more than one statement outside of a transaction; it is given back when it goes out of
  /// scope. Run time: `pool_timeout` where none became free in time, `connection_error` where none could be opened,
  /// `usage_error` where waiting for one could never end.
  [[nodiscard]] lease acquire(std::source_location where = std::source_location::current()) {
    return pool_->acquire(where);
  }

  [[nodiscard]] pool_statistics statistics() const { return pool_->statistics(); }
  /// As they are in force: those of the URL included.
  [[nodiscard]] const database_options& options() const { return pool_->options(); }
  /// Takes a connection and asks the server for an answer within `timeout`. Throws nothing.
  [[nodiscard]] health_report check_health(std::chrono::milliseconds timeout = std::chrono::seconds(1)) {
    const auto began = std::chrono::steady_clock::now();
    health_report report;
    try {
      const lease held = acquire();
      report.healthy = native::ping(held.connection().native_handle(), timeout);
      if (!report.healthy) report.problem = "the server did not answer within " + std::to_string(timeout.count()) + " ms";
    } catch (const std::exception& wrong) {
      report.problem = wrong.what();
    }
    report.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    return report;
  }

 private:
  std::shared_ptr<pool> pool_;
};

inline native::result execute(database& on, const statement& what) { return on.acquire().connection().send(what); }

}  // namespace virga
