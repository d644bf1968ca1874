// SPDX-License-Identifier: BSL-1.0
//
// The pool behind a database, as those see it who use one; how it works is in working_pool.hpp.
#pragma once
#include <chrono>
#include <memory>
#include <stop_token>
#include <utility>

#include "virga/pqxx/connection.hpp"
#include "virga/pqxx/transaction.hpp"

namespace virga {

namespace detail {
/// What runs in a transaction: any function of it.
struct transaction_body {
  void* function;
  void (*call)(void* function, transaction& tx);
};
}  // namespace detail

class pool : public std::enable_shared_from_this<pool> {
 protected:
  using clock = std::chrono::steady_clock;

 public:
  /// A connection of the pool, given back when this goes out of scope, which may be after the database is gone.
  class lease {
   public:
    lease(lease&&) noexcept = default;  // the one moved from has nothing to give back
    lease& operator=(lease&& other) noexcept {
      std::swap(from_, other.from_);
      std::swap(held_, other.held_);
      return *this;
    }
    ~lease() {
      if (from_ != nullptr) from_->release(*held_);
    }
    /// Run time: `usage_error` after it was moved from.
    [[nodiscard]] virga::connection& connection() const {
      if (from_ == nullptr) throw usage_error("virga: this lease was moved from; use the one it was moved to");
      return *held_;
    }

   private:
    friend pool;
    lease(std::shared_ptr<pool> from, virga::connection& held) : from_(std::move(from)), held_(&held) {}
    std::shared_ptr<pool> from_;
    virga::connection* held_;
  };

  pool() = default;
  pool(const pool&) = delete;
  pool& operator=(const pool&) = delete;
  virtual ~pool() = default;

  /// Takes a connection, in the order of asking; a thread that comes back at once goes on for the length of a turn
  /// (turns.hpp). Run time: `pool_timeout`, `connection_error`; `usage_error` where waiting could never end, since
  /// those who have the connections wait as well; `query_cancelled` where a stop was requested meanwhile.
  [[nodiscard]] virtual lease acquire(std::source_location where) = 0;
  [[nodiscard]] virtual lease acquire(std::chrono::milliseconds timeout, std::source_location where,
                                      const std::stop_token& stop) = 0;
  /// Sends a statement on a connection of its own.
  virtual native::result send(const statement& what) = 0;
  /// Takes a connection for a transaction, and says when that has to be over.
  virtual lease acquire_for(const transaction_options& options, const std::source_location& where,
                            clock::time_point& deadline) = 0;
  /// Runs a function in a transaction, again where the server undid it.
  virtual void run(const detail::transaction_body& body, const transaction_options& options,
                   const std::source_location& where) = 0;

  /// No connection is given out any more; those in use are closed when they are given back.
  virtual void close() = 0;
  [[nodiscard]] virtual pool_statistics statistics() const = 0;
  [[nodiscard]] virtual const database_options& options() const = 0;
  [[nodiscard]] virtual health_report check_health(std::chrono::milliseconds timeout, const std::source_location& where) = 0;

 protected:
  virtual void release(connection& back) noexcept = 0;
  lease lend(connection& taken) { return {shared_from_this(), taken}; }
};

}  // namespace virga
