// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <condition_variable>
#include <mutex>
#include <type_traits>
#include <vector>

#include "virga/pqxx/transaction.hpp"

namespace virga {

struct database_options {
  connection_options connection{};
  /// The most connections that are open at once.
  std::size_t max_connections = 10;
  /// How long to wait for one of them while all are in use.
  std::chrono::milliseconds acquire_timeout{30000};
};

/// A database: what a program keeps, and runs its queries on. Any number of threads may use it; it opens connections
/// as they are needed, keeps them, and drops those that are lost.
class database {
 public:
  /// Opens a first connection, so that a wrong URL shows at once.
  /// Run time: `connection_error` with the cause and what to do.
  explicit database(std::string url, database_options options = {}) : url_(std::move(url)), options_(options) {
    if (options_.max_connections == 0) throw error("virga: database_options.max_connections is 0; it must be at least 1");
    idle_.push_back(std::make_unique<virga::connection>(url_, options_.connection));
    open_ = 1;
  }
  database(const database&) = delete;
  database& operator=(const database&) = delete;

  /// Runs `f(transaction&)` in a transaction and commits it; returns what `f` returns. If `f` throws, everything is
  /// undone and the exception goes on.
  template <class Function>
  auto transaction(Function&& f) {
    lease held = acquire();
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

  /// A connection of the database, given back when it goes out of scope.
  class lease {
   public:
    lease(database& from, std::unique_ptr<virga::connection> held) : from_(from), held_(std::move(held)) {}
    lease(const lease&) = delete;
    lease& operator=(const lease&) = delete;
    ~lease() { from_.release(std::move(held_)); }
    [[nodiscard]] virga::connection& connection() { return *held_; }

   private:
    database& from_;
    std::unique_ptr<virga::connection> held_;
  };

  /// Takes a connection, for more than one statement outside of a transaction. Run time: `connection_error` where none
  /// could be opened, or none became free in time.
  [[nodiscard]] lease acquire() {
    std::unique_lock lock(mutex_);
    const bool in_time = freed_.wait_for(lock, options_.acquire_timeout,
                                         [&] { return !idle_.empty() || open_ < options_.max_connections; });
    if (!in_time)
      throw connection_error("virga: all " + std::to_string(options_.max_connections) +
                             " connections of the database stayed in use for " +
                             std::to_string(options_.acquire_timeout.count()) +
                             " ms; finish transactions sooner, or raise max_connections");
    if (!idle_.empty()) {
      auto taken = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(taken)};
    }
    ++open_;
    lock.unlock();
    try {
      return {*this, std::make_unique<virga::connection>(url_, options_.connection)};
    } catch (...) {
      forget_one();
      throw;
    }
  }

 private:
  void release(std::unique_ptr<virga::connection> held) {
    // a transaction that somebody left open through the raw handle must not reach the next user
    if (!held->is_usable() || PQtransactionStatus(held->native_handle()) != PQTRANS_IDLE) {
      held.reset();
      return forget_one();
    }
    {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(held));
    }
    freed_.notify_one();
  }
  void forget_one() {
    {
      const std::lock_guard lock(mutex_);
      --open_;
    }
    freed_.notify_one();
  }

  std::string url_;
  database_options options_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<virga::connection>> idle_;
  std::size_t open_ = 0;
};

inline native::result execute(database& on, const statement& what) { return on.acquire().connection().send(what); }

}  // namespace virga
