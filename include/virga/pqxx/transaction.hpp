// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

#include "virga/pqxx/connection.hpp"
#include "virga/pqxx/guard.hpp"
#include "virga/pqxx/transaction_options.hpp"

namespace virga {

namespace detail {
/// A scalar subquery whose answer is another one after a crash of the server.
inline constexpr std::string_view counting_since =
    "(select extract(epoch from stats_reset)::text from pg_catalog.pg_stat_bgwriter)";
}  // namespace detail

/// A transaction, or one inside of another. Queries run on it: `q.all(tx)`. Without `commit()` everything is undone
/// when it goes out of scope. (It is `virga::transaction`; its own name leaves the word free for its member.)
class open_transaction : public executor_methods<open_transaction> {
 public:
  /// Run time: `connection_error`; `database_error` for a role or setting that the server refuses.
  explicit open_transaction(virga::connection& on, const transaction_options& options = {},
                            std::source_location where = std::source_location::current())
      : open_transaction(on, options, where, detail::deadline_of(options, where)) {}
  /// The same; the transaction's timeout began earlier.
  open_transaction(virga::connection& on, const transaction_options& options, const std::source_location& where,
                   std::chrono::steady_clock::time_point deadline)
      : shared_(std::make_shared<shared>(on)), id_(0) {
    on.stop_when(options.stop, deadline);
    try {
      on.refuse_stopped("begin", where);
      on.tidy();
      begin(where);
      const std::string first = detail::opening_statements(on.native_handle(), options);
      if (!first.empty()) on.send(first, where);
    } catch (...) {
      on.stop_when({});
      throw;
    }
    shared_->ask_for_id = options.resolve_commit.count() > 0;
    shared_->open.push_back(id_);
  }
  open_transaction(const open_transaction&) = delete;
  open_transaction& operator=(const open_transaction&) = delete;
  ~open_transaction() {
    if (!is_open()) return;
    try {
      undo({});
    } catch (...) {  // the connection is lost, and with it the transaction
    }
  }

  /// The libpqxx transaction behind it, for what is written against libpqxx.
  pqxx::work& pqxx() {
    require_current();
    return *shared_->work;
  }
  [[nodiscard]] virga::connection& connection() { return shared_->on; }

  /// Makes the changes permanent; those of an inner transaction, as soon as the outer one is committed.
  /// Run time: `database_error` where the server refuses (everything is undone then); `connection_error` where the
  /// connection was lost before (too); `commit_unknown` where it was lost meanwhile; `usage_error` after its end.
  void commit(std::source_location where = std::source_location::current()) {
    require_current(where);
    PGconn* const handle = shared_->on.native_handle();
    // the server answers such a COMMIT with ROLLBACK, as if that were a success
    if (PQtransactionStatus(handle) == PQTRANS_INERROR)
      throw error(
          "virga: the transaction cannot be committed: a statement in it failed, and everything it did is undone; "
          "let that statement's exception leave the transaction, or undo to a savepoint",
          where);
    if (id_ != 0) {
      shared_->on.send("release savepoint " + savepoint(), where);
      return close();
    }
    commit_outermost(handle, where);
  }

  /// False once it was committed or undone.
  [[nodiscard]] bool is_open() const {
    return std::find(shared_->open.begin(), shared_->open.end(), id_) != shared_->open.end();
  }

  /// Undoes the changes now. Run time: `usage_error` after its end, `connection_error`.
  void rollback(std::source_location where = std::source_location::current()) {
    require_current(where);
    undo(where);
  }

  /// Runs `f(transaction&)` in a transaction inside of this one: if `f` throws, what it did is undone, and the
  /// exception goes on. This transaction is of no use until then. Returns what `f` returns.
  template <class Function>
  auto transaction(Function&& f, std::source_location where = std::source_location::current()) {
    require_current(where);
    open_transaction inner(shared_, where);
    if constexpr (std::is_void_v<decltype(f(inner))>) {
      f(inner);
      if (inner.is_open()) inner.commit(where);
    } else {
      auto result = f(inner);
      if (inner.is_open()) inner.commit(where);
      return result;
    }
  }

  /// Throws `usage_error` unless this is the innermost transaction and goes on, with no stream open in it.
  void require_current(const std::source_location& where = {}) const {
    const auto& open = shared_->open;
    if (!open.empty() && open.back() == id_) return shared_->on.require_free(where);
    if (!is_open())
      throw usage_error(
          "virga: the transaction has ended (it was committed or undone); begin another one for what is to "
          "be done after it",
          where);
    throw usage_error("virga: an inner transaction is open; run queries on that one, and end it before its outer one",
                      where);
  }

 private:
  struct shared {
    explicit shared(virga::connection& given) : on(given) {}
    virga::connection& on;
    std::unique_ptr<pqxx::work> work{};
    std::vector<unsigned> open{};  // the innermost last
    unsigned count = 0;            // of savepoints, so that each has a name of its own
    bool ask_for_id = false;
  };

  open_transaction(std::shared_ptr<shared> outer, const std::source_location& where)
      : shared_(std::move(outer)), id_(++shared_->count) {
    shared_->on.send("savepoint " + savepoint(), where);
    shared_->open.push_back(id_);
  }

  [[nodiscard]] std::string savepoint() const { return "virga_savepoint_" + std::to_string(id_); }

  /// Marks this one and those inside of it as ended.
  void close() {
    auto& open = shared_->open;
    open.erase(std::find(open.begin(), open.end(), id_), open.end());
    if (open.empty()) shared_->on.stop_when({});
  }
  void undo(const std::source_location& where) {
    if (id_ != 0) {
      const std::string name = savepoint();
      // a stop that was requested is no reason to keep what it interrupted
      const native::interruption when = shared_->on.stops_when();
      close();
      shared_->on.interrupt(soon_after(when));
      shared_->on.send("rollback to savepoint " + name + "; release savepoint " + name, where);
      shared_->on.interrupt(when);
      return;
    }
    const native::guard not_forever(shared_->on.native_handle(), soon_after(shared_->on.stops_when()), {});
    close();
    const std::unique_ptr<pqxx::work> ended = std::move(shared_->work);
    shared_->on.observe("rollback", where, [&] { driver::translated(where, [&] { ended->abort(); }); });
  }
  /// A server that has not answered a BEGIN for so long after the interruption is given up; of a ROLLBACK and a COMMIT
  /// it is given more, since then the connection can be used again, and it is known what became of the changes.
  static constexpr std::chrono::milliseconds patience_to_begin{250}, patience_to_end{2000};

  void begin(const std::source_location& where) {
    virga::connection& on = shared_->on;
    const native::guard not_forever(on.native_handle(), on.stops_when(), patience_to_begin);
    try {
      on.observe("begin", where,
                 [&] { shared_->work = driver::translated(where, [&] { return driver::begin(on.pqxx()); }); });
    } catch (const connection_error&) {
      on.refuse_stopped("begin", where, "while the transaction was begun");
      throw;
    }
  }
  /// What bounds the end of a transaction that was bounded itself.
  static native::interruption soon_after(const native::interruption& when) {
    return when.is_possible() ? native::interruption{{}, std::chrono::steady_clock::now() + patience_to_end}
                              : native::interruption{};
  }
  void commit_outermost(PGconn* handle, const std::source_location& where) {
    std::string id, counting_since;
    if (shared_->ask_for_id) {
      const native::result said = shared_->on.send(
          "select pg_current_xact_id_if_assigned()::text, " + std::string(detail::counting_since), where);
      id = said.at(0, 0).text();
      counting_since = said.at(0, 1).text();
    }
    shared_->on.refuse_stopped("commit", where);
    if (native::is_lost(handle))
      throw connection_error(
          "virga: the connection to the server was lost before the commit; everything the transaction "
          "did is undone, run it again on a new connection",
          {}, where);
    const auto unknown = [&](const char* why) { return commit_unknown(why, id, counting_since, where); };
    const native::guard not_forever(handle, shared_->on.stops_when(), patience_to_end);
    close();
    const std::unique_ptr<pqxx::work> ended = std::move(shared_->work);
    try {
      shared_->on.observe("commit", where, [&] { driver::translated(where, [&] { ended->commit(); }); });
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

  std::shared_ptr<shared> shared_;
  unsigned id_;  // 0 for the outermost
};

using transaction = open_transaction;

inline native::result execute(transaction& on, const statement& what) {
  on.require_current(what.where);
  return on.connection().send(what);
}
template <class Take>
void execute_batch(transaction& on, const std::vector<statement>& all, const Take& take) {
  on.require_current();
  execute_batch(on.connection(), all, take);
}
inline native_stream open_stream(transaction& on, const statement& what, bool only_reads) {
  on.require_current(what.where);
  return {on.connection(), what, only_reads};
}

}  // namespace virga
