// SPDX-License-Identifier: BSL-1.0
//
// How transactions begin and end.
#pragma once
#include <algorithm>
#include <memory>
#include <vector>

#include "virga/pqxx/connection.hpp"
#include "virga/pqxx/guard.hpp"
#include "virga/pqxx/transaction_options.hpp"

namespace virga {

namespace detail {
/// A scalar subquery whose answer is another one after a crash of the server.
inline constexpr std::string_view counting_since =
    "(select extract(epoch from stats_reset)::text from pg_catalog.pg_stat_bgwriter)";

/// What a transaction and those inside of it share; each of them has a number, 0 for the outermost. Virtual for the
/// same reason as `connection` is.
class transaction_state {
  using clock = std::chrono::steady_clock;

 public:
  transaction_state(virga::connection& on, const transaction_options& options, const std::source_location& where,
                    clock::time_point deadline)
      : on_(on), ask_for_id_(options.resolve_commit.count() > 0) {
    on.stop_when(options.stop, deadline);
    try {
      on.refuse_stopped("begin", where);
      on.tidy();
      begin(where);
      const std::string first = opening_statements(on.native_handle(), options);
      if (!first.empty()) on.send(first, where);
    } catch (...) {
      on.stop_when({});
      throw;
    }
    open_.push_back(0);
  }
  transaction_state(const transaction_state&) = delete;
  transaction_state& operator=(const transaction_state&) = delete;
  virtual ~transaction_state() = default;

  [[nodiscard]] virga::connection& connection() const { return on_; }
  [[nodiscard]] pqxx::work& work() const { return *work_; }

  /// Begins a transaction inside of the innermost one; returns its number.
  virtual unsigned begin_inner(const std::source_location& where) {
    const unsigned id = ++count_;
    on_.send("savepoint " + savepoint(id), where);
    open_.push_back(id);
    return id;
  }
  virtual void commit(unsigned id, const std::source_location& where) {
    require_current(id, where);
    PGconn* const handle = on_.native_handle();
    // the server answers such a COMMIT with ROLLBACK, as if that were a success
    if (PQtransactionStatus(handle) == PQTRANS_INERROR)
      throw error(
          "virga: the transaction cannot be committed: a statement in it failed, and everything it did is undone; "
          "let that statement's exception leave the transaction, or undo to a savepoint",
          where);
    if (id != 0) {
      on_.send("release savepoint " + savepoint(id), where);
      return close(id);
    }
    commit_outermost(handle, where);
  }
  virtual void rollback(unsigned id, const std::source_location& where) {
    require_current(id, where);
    undo(id, where);
  }
  /// Undoes what was not ended.
  virtual void leave(unsigned id) noexcept {
    if (!is_open(id)) return;
    try {
      undo(id, {});
    } catch (...) {  // the connection is lost, and with it the transaction
    }
  }
  [[nodiscard]] virtual bool is_open(unsigned id) const {
    return std::find(open_.begin(), open_.end(), id) != open_.end();
  }
  virtual void require_current(unsigned id, const std::source_location& where = {}) const {
    if (!open_.empty() && open_.back() == id) return on_.require_free(where);
    if (!is_open(id))
      throw usage_error(
          "virga: the transaction has ended (it was committed or undone); begin another one for what is to "
          "be done after it",
          where);
    throw usage_error("virga: an inner transaction is open; run queries on that one, and end it before its outer one",
                      where);
  }

 private:
  [[nodiscard]] static std::string savepoint(unsigned id) { return "virga_savepoint_" + std::to_string(id); }

  /// Marks this one and those inside of it as ended.
  void close(unsigned id) {
    open_.erase(std::find(open_.begin(), open_.end(), id), open_.end());
    if (open_.empty()) on_.stop_when({});
  }
  void undo(unsigned id, const std::source_location& where) {
    if (id != 0) {
      const std::string name = savepoint(id);
      // a stop that was requested is no reason to keep what it interrupted
      const native::interruption when = on_.stops_when();
      close(id);
      on_.interrupt(soon_after(when));
      on_.send("rollback to savepoint " + name + "; release savepoint " + name, where);
      on_.interrupt(when);
      return;
    }
    const native::guard not_forever(on_.native_handle(), soon_after(on_.stops_when()), {});
    close(0);
    const std::unique_ptr<pqxx::work> ended = std::move(work_);
    end(*ended, false, where);
  }
  /// A server that has not answered a BEGIN for so long after the interruption is given up; of a ROLLBACK and a COMMIT
  /// it is given more, since then the connection can be used again, and it is known what became of the changes.
  static constexpr std::chrono::milliseconds patience_to_begin{250}, patience_to_end{2000};

  void begin(const std::source_location& where) {
    const native::guard not_forever(on_.native_handle(), on_.stops_when(), patience_to_begin);
    try {
      on_.observe("begin", where,
                  [&] { work_ = driver::translated(where, [&] { return driver::begin(on_.pqxx()); }); });
    } catch (const connection_error&) {
      on_.refuse_stopped("begin", where, "while the transaction was begun");
      throw;
    }
  }
  void end(pqxx::work& ended, bool commits, const std::source_location& where) {
    on_.observe(commits ? "commit" : "rollback", where,
                [&] { driver::translated(where, [&] { commits ? ended.commit() : ended.abort(); }); });
  }
  /// What bounds the end of a transaction that was bounded itself.
  static native::interruption soon_after(const native::interruption& when) {
    return when.is_possible() ? native::interruption{{}, std::chrono::steady_clock::now() + patience_to_end}
                              : native::interruption{};
  }
  void commit_outermost(PGconn* handle, const std::source_location& where) {
    std::string id, since;
    if (ask_for_id_) {
      const native::result said =
          on_.send("select pg_current_xact_id_if_assigned()::text, " + std::string(detail::counting_since), where);
      id = said.at(0, 0).text();
      since = said.at(0, 1).text();
    }
    on_.refuse_stopped("commit", where);
    if (native::is_lost(handle))
      throw connection_error(
          "virga: the connection to the server was lost before the commit; everything the transaction "
          "did is undone, run it again on a new connection",
          {}, where);
    const auto unknown = [&](const char* why) { return commit_unknown(why, id, since, where); };
    const native::guard not_forever(handle, on_.stops_when(), patience_to_end);
    close(0);
    const std::unique_ptr<pqxx::work> ended = std::move(work_);
    try {
      end(*ended, true, where);
    } catch (const commit_unknown&) {
      throw unknown("the server could not be asked");
    } catch (const database_error& wrong) {
      // statement_completion_unknown, transaction_resolution_unknown
      if (PQstatus(handle) != CONNECTION_OK || wrong.sqlstate() == "40003" || wrong.sqlstate() == "08007")
        throw unknown(wrong.what());
      throw;
    } catch (const std::exception& wrong) {
      // whatever was said, a connection that is gone after COMMIT was sent leaves it open
      if (PQstatus(handle) != CONNECTION_OK) throw unknown(wrong.what());
      throw;
    }
  }

  virga::connection& on_;
  std::unique_ptr<pqxx::work> work_{};
  std::vector<unsigned> open_{};  // the innermost last
  unsigned count_ = 0;            // of savepoints, so that each has a name of its own
  bool ask_for_id_;
};

}  // namespace detail

inline std::unique_ptr<detail::transaction_state> connection::begin(
    const transaction_options& options, const std::source_location& where,
    const std::chrono::steady_clock::time_point* deadline) {
  return std::make_unique<detail::transaction_state>(
      *this, options, where, deadline != nullptr ? *deadline : detail::deadline_of(options, where));
}

}  // namespace virga
