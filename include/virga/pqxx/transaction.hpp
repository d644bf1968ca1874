// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <chrono>
#include <memory>
#include <type_traits>
#include <vector>

#include "virga/pqxx/connection.hpp"
#include "virga/pqxx/transaction_options.hpp"

namespace virga {

/// A transaction, or one inside of another. Queries run on it: `q.all(tx)`. Without `commit()` everything is undone
/// when it goes out of scope. (It is `virga::transaction`; its own name leaves the word free for its member.)
class open_transaction : public executor_methods<open_transaction> {
 public:
  /// Run time: `connection_error`; `database_error` for a role or setting that the server refuses.
  explicit open_transaction(virga::connection& on, const transaction_options& options = {},
                            std::source_location where = std::source_location::current())
      : owned_(on.begin(options, where, nullptr)), state_(*owned_), id_(0) {}
  /// The same; the transaction's timeout began earlier.
  open_transaction(virga::connection& on, const transaction_options& options, const std::source_location& where,
                   std::chrono::steady_clock::time_point deadline)
      : owned_(on.begin(options, where, &deadline)), state_(*owned_), id_(0) {}
  open_transaction(const open_transaction&) = delete;
  open_transaction& operator=(const open_transaction&) = delete;
  ~open_transaction() { state_.leave(id_); }

  /// The libpqxx transaction behind it, for what is written against libpqxx.
  pqxx::work& pqxx() {
    require_current();
    return state_.work();
  }
  [[nodiscard]] virga::connection& connection() { return state_.connection(); }

  /// Makes the changes permanent; those of an inner transaction, as soon as the outer one is committed.
  /// Run time: `database_error` where the server refuses (everything is undone then); `connection_error` where the
  /// connection was lost before (too); `commit_unknown` where it was lost meanwhile; `usage_error` after its end.
  void commit(std::source_location where = std::source_location::current()) { state_.commit(id_, where); }

  /// False once it was committed or undone.
  [[nodiscard]] bool is_open() const { return state_.is_open(id_); }

  /// Undoes the changes now. Run time: `usage_error` after its end, `connection_error`.
  void rollback(std::source_location where = std::source_location::current()) { state_.rollback(id_, where); }

  /// Runs `f(transaction&)` in a transaction inside of this one: if `f` throws, what it did is undone, and the
  /// exception goes on. This transaction is of no use until then. Returns what `f` returns.
  template <class Function>
  auto transaction(Function&& f, std::source_location where = std::source_location::current()) {
    require_current(where);
    open_transaction inner(state_, where);
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
  void require_current(const std::source_location& where = {}) const { state_.require_current(id_, where); }

 private:
  open_transaction(detail::transaction_state& of, const std::source_location& where)
      : state_(of), id_(state_.begin_inner(where)) {}

  std::unique_ptr<detail::transaction_state> owned_{};  // by the outermost
  detail::transaction_state& state_;
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
