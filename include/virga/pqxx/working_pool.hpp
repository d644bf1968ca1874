// SPDX-License-Identifier: BSL-1.0
//
// How the pool does its work: which connection goes to whom, and which are opened and closed. What takes time (opening,
// closing, asking the server) happens outside of its lock.
//
// Idle connections are a stack, so that those not needed grow old and are closed; threads that wait are a queue
// (pool_waiting.hpp).
#pragma once
#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "virga/pqxx/pool.hpp"
#include "virga/pqxx/retry.hpp"
#include "virga/pqxx/scatter.hpp"
#include "virga/pqxx/turns.hpp"

namespace virga {

/// What pool.hpp promises. A template, so that what it uses is compiled where a database is opened, and not in every
/// file.
template <class = void>
class working_pool : public pool {
  using clock = std::chrono::steady_clock;

  struct entry : virga::connection {
    entry(const std::string& url, const connection_options& options, const native::interruption& when,
          const std::source_location& opened_at)
        : virga::connection(url, options, when, opened_at), process(PQbackendPID(native_handle())) {}
    int process;
    clock::time_point retires = clock::time_point::max();
    clock::time_point since = clock::now();  // in use, or idle, since then
    clock::duration was_idle{0};             // before it was given out
    std::thread::id user{};
    clock::time_point turn_began{}, kept_until{};  // see pool_waiting.hpp
    std::source_location where{};
    bool in_use = true, reported = false;
  };
  struct waiter {
    std::condition_variable served{};
    entry* given = nullptr;
    bool may_open = false;
    std::thread::id thread = std::this_thread::get_id();
    std::source_location where;
  };

 public:
  /// Opens the first connection, so that what is wrong shows at once. Run time: `configuration_error` naming every
  /// mistake, `connection_error`.
  working_pool(std::string url, database_options options, const std::source_location& where)
      : options_(std::move(options)) {
    std::vector<std::string> mistakes;
    url_ = detail::take_settings(url, options_, mistakes);
    if (std::string wrong = detail::mistake_in_url(url_); !wrong.empty()) mistakes.push_back(std::move(wrong));
    detail::find_mistakes(options_, mistakes);
    if (!mistakes.empty()) throw configuration_error(std::move(mistakes), where);
    opening_ = 1;
    const auto until = clock::now() + options_.connect_patience;
    entry* first = nullptr;
    while (first == nullptr) {
      first = open(until, until, false, {}, where);
      if (first == nullptr) std::this_thread::sleep_until(next_try_);
      if (first == nullptr) opening_ = 1;
    }
    first->in_use = false;
    idle_.push_back(first);
    keeper_ = native::quiet_thread([this] { keep_house(); });
  }
  working_pool(const working_pool&) = delete;
  working_pool& operator=(const working_pool&) = delete;
  ~working_pool() override {
    close();
    keeper_.join();
  }

  [[nodiscard]] lease acquire(std::source_location where) override {
    return acquire(options_.acquire_timeout, where, {});
  }
  [[nodiscard]] lease acquire(std::chrono::milliseconds timeout, std::source_location where,
                              const std::stop_token& stop) override {
    const auto now = clock::now();
    entry* taken = nullptr;
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty() && !closed_)
        taken =
            queue_.empty() ? &take_idle(*idle_.back(), now, std::this_thread::get_id(), where) : take_kept(now, where);
    }
    if (taken == nullptr || !is_fit(*taken)) taken = &acquire_slowly(taken, timeout, where, stop);
    return lend(*taken);
  }

  void close() override {
    std::vector<std::unique_ptr<entry>> closing;
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      while (!idle_.empty()) closing.push_back(extract(*idle_.back()));
      for (waiter* one : queue_) one->served.notify_one();
    }
    work_.notify_all();
  }

  [[nodiscard]] pool_statistics statistics() const override {
    const std::lock_guard lock(mutex_);
    pool_statistics now = counted_;
    now.open = all_.size();
    now.idle = idle_.size();
    now.in_use = now.open - now.idle;
    now.opening = opening_;
    now.waiting = queue_.size();
    return now;
  }
  [[nodiscard]] const database_options& options() const override { return options_; }

  native::result send(const statement& what) override { return acquire(what.where).connection().send(what); }
  // what else a database does with connections: pool_transactions.hpp
  lease acquire_for(const transaction_options& options, const std::source_location& where,
                    clock::time_point& deadline) override;
  void run(const detail::transaction_body& body, const transaction_options& options,
           const std::source_location& where) override;
  health_report check_health(std::chrono::milliseconds timeout, const std::source_location& where) override;

 private:
  [[nodiscard]] std::chrono::milliseconds patience_until(clock::time_point deadline) const;
  bool took_place(const commit_unknown& unknown, std::chrono::milliseconds patience);

  // ---- taking a connection -----------------------------------------------------------------------------------------
  void give(entry& taken, clock::time_point now, std::thread::id user, const std::source_location& where) {
    taken.user = user;
    taken.where = where;
    taken.was_idle = now - taken.since;
    taken.since = taken.turn_began = now;
    taken.kept_until = {};
    taken.in_use = true;
    taken.reported = false;
    ++counted_.acquired;
  }
  entry& take_idle(entry& taken, clock::time_point now, std::thread::id user, const std::source_location& where) {
    if (idle_.back() == &taken)
      idle_.pop_back();
    else
      std::erase(idle_, &taken);
    give(taken, now, user, where);
    return taken;
  }

  /// Whether a connection that was taken can be used.
  bool is_fit(entry& taken) {
    PGconn* const handle = taken.native_handle();
    if (taken.was_idle >= options_.check_after) {
      const bool must_answer = taken.was_idle >= options_.ping_after || native::has_unread(handle);
      if (must_answer && !native::ping(handle, options_.ping_timeout)) return false;
    }
    if (!options_.before_acquire) return true;
    try {
      return options_.before_acquire(taken) && is_clean(handle);
    } catch (...) {
      discard(taken);
      throw;
    }
  }
  static bool is_clean(PGconn* handle) {
    return PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE;
  }

  entry& acquire_slowly(entry* unfit, std::chrono::milliseconds timeout, const std::source_location& where,
                        const std::stop_token& stop) {
    const auto began = clock::now();
    const auto deadline = began + timeout;
    const auto patience = std::min(deadline, began + options_.connect_patience);
    const native::interruption when{stop, timeout.count() > 0 ? deadline : clock::time_point::max()};
    const auto self = shared_from_this();
    for (bool is_first = unfit != nullptr;; is_first = true) {
      const bool was_new = unfit != nullptr && unfit->was_idle == clock::duration(0);
      if (unfit != nullptr) discard(*std::exchange(unfit, nullptr));
      if (was_new && clock::now() >= deadline) refuse_refused(timeout, where);
      entry* taken = next(deadline, timeout, is_first, where, stop);
      if (taken == nullptr) {
        try {
          taken = open(patience, deadline, true, when, where);
        } catch (const connection_error&) {  // it may have been cut short
          if (was_new && clock::now() >= deadline) refuse_refused(timeout, where);
          throw;
        }
        if (taken == nullptr) continue;
        const std::lock_guard lock(mutex_);
        give(*taken, taken->since, std::this_thread::get_id(), where);
      }
      if (is_fit(*taken)) {
        if (options_.connection.observer) taken->add_pool_wait(clock::now() - began);
        return *taken;
      }
      unfit = taken;
    }
  }

  [[noreturn]] static void refuse_refused(std::chrono::milliseconds timeout, const std::source_location& where) {
    throw pool_timeout("virga: before_acquire refused every connection for " + std::to_string(timeout.count()) +
                           " ms, new ones too; let it return true for one that can be used",
                       {}, where);
  }
  [[noreturn]] static void refuse_closed() {
    throw usage_error("virga: the database is closed; end the threads that use it before it goes");
  }
  bool may_open(clock::time_point now) const {
    return all_.size() + opening_ < options_.max_connections && opening_ < options_.max_opening && now >= next_try_;
  }

  // ---- waiting for one, and who gets the next: pool_waiting.hpp -----------------------------------------------------
  entry* next(clock::time_point deadline, std::chrono::milliseconds timeout, bool is_first,
              const std::source_location& where, const std::stop_token& stop);
  void refuse_hopeless(const std::source_location& where) const;
  [[noreturn]] void refuse_late(std::chrono::milliseconds timeout, const std::source_location& where);
  void serve(clock::time_point now);
  void keep_for_user(entry& back, clock::time_point now);
  entry* take_kept(clock::time_point now, const std::source_location& where);
  void watch();

  // ---- opening and closing -----------------------------------------------------------------------------------------
  /// Opens a connection in a place that was counted in `opening_`. Null where it failed and may be tried again.
  entry* open(clock::time_point patience, clock::time_point deadline, bool has_run, const native::interruption& when,
              const std::source_location& where) {
    std::unique_ptr<entry> made;
    try {
      made = std::make_unique<entry>(url_, options_.connection, when, where);
      if (options_.after_connect) options_.after_connect(*made);
    } catch (const connection_error& refused) {
      // where the server is full, a connection of our own may come free before it takes another one
      if (failed(is_passing(refused, has_run), patience, refused.sqlstate() == "53300" ? deadline : patience))
        return nullptr;
      throw;
    } catch (...) {
      failed(false, patience, patience);
      throw;
    }
    const auto now = clock::now();
    if (options_.max_lifetime.count() > 0) {
      const std::int64_t tenth = options_.max_lifetime.count() / 10;
      made->retires = now + options_.max_lifetime - std::chrono::milliseconds(detail::random_up_to(tenth));
    }
    made->since = now;
    const std::lock_guard lock(mutex_);
    all_.push_back(std::move(made));
    --opening_;
    failures_ = 0;
    next_try_ = {};
    ++counted_.opened;
    serve(now);
    return all_.back().get();
  }
  /// Whether the server may take the connection a moment later. One that has run before may be on its way back.
  static bool is_passing(const connection_error& refused, bool has_run) {
    const std::string& state = refused.sqlstate();
    return state == "53300" || state.starts_with("57P") || (has_run && state.empty());
  }
  bool failed(bool is_passing, clock::time_point patience, clock::time_point patience_with_others) {
    const std::lock_guard lock(mutex_);
    const auto now = clock::now();
    --opening_;
    ++counted_.failed_to_open;
    if (is_passing) next_try_ = now + std::chrono::milliseconds(std::min(250, 10 << std::min(failures_++, 5)));
    serve(now);
    for (waiter* one : queue_) one->served.notify_one();  // to wait no longer than until the next try
    return is_passing && next_try_ < (all_.empty() ? patience : patience_with_others) && !closed_;
  }
  /// Takes a connection out of the pool. The caller holds the lock, and destroys it without.
  std::unique_ptr<entry> extract(entry& gone) {
    std::erase(idle_, &gone);
    const auto at = std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.get() == &gone; });
    std::unique_ptr<entry> owned = std::move(*at);
    all_.erase(at);
    return owned;
  }
  void discard(entry& broken) {
    std::unique_ptr<entry> closing;
    {
      const std::lock_guard lock(mutex_);
      closing = extract(broken);
      ++counted_.closed_broken;
      serve(clock::now());
    }
    work_.notify_one();
  }

  void release(virga::connection& given) noexcept override {
    entry& back = static_cast<entry&>(given);
    bool keep = is_clean(back.native_handle());
    if (keep && options_.after_release) {
      try {
        keep = options_.after_release(back) && is_clean(back.native_handle());
      } catch (...) {
        keep = false;
      }
    }
    if (!keep) return discard(back);
    const auto now = clock::now();
    std::unique_ptr<entry> closing;
    const std::lock_guard lock(mutex_);
    if (closed_ || now >= back.retires) {
      if (!closed_) ++counted_.closed_old;
      closing = extract(back);
      work_.notify_one();
    } else {
      back.in_use = false;
      back.since = now;
      idle_.push_back(&back);
      if (!queue_.empty()) keep_for_user(back, now);
    }
    if (!queue_.empty()) serve(now);
  }

  // ---- the thread that looks after the connections nobody uses: pool_upkeep.hpp -------------------------------------
  void keep_house();
  std::chrono::milliseconds pause() const;
  std::vector<leak_report> find_leaks();
  std::vector<std::unique_ptr<entry>> take_expired();
  std::vector<entry*> take_suspects();
  void refill();

  std::string url_;
  database_options options_;
  mutable std::mutex mutex_;
  std::condition_variable work_;  // for the keeper
  std::vector<std::unique_ptr<entry>> all_;
  std::vector<entry*> idle_;
  std::vector<waiter*> queue_;  // who asked first stands first
  detail::turns turns_;
  waiter* watcher_ = nullptr;  // the one of them that looks after what is kept
  std::size_t opening_ = 0;
  clock::time_point next_try_{};  // no connection is opened before
  int failures_ = 0;              // in a row
  bool closed_ = false;
  pool_statistics counted_;
  std::thread keeper_;
};

}  // namespace virga

#include "virga/pqxx/pool_transactions.hpp"
#include "virga/pqxx/pool_upkeep.hpp"
#include "virga/pqxx/pool_waiting.hpp"
