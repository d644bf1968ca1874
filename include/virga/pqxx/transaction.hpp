// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/pqxx/connection.hpp"

namespace virga {

/// A transaction. Queries run on it: `q.all(tx)`. Without `commit()` everything is undone when it goes out of scope.
class transaction {
 public:
  explicit transaction(virga::connection& on)
      : connection_(on), work_(driver::translated([&] { return std::make_unique<pqxx::work>(on_driver(on)); })) {}

  /// The libpqxx transaction behind it, for what is written against libpqxx.
  pqxx::work& pqxx() { return *work_; }
  [[nodiscard]] virga::connection& connection() { return connection_; }

  /// Makes the changes permanent. Run time: `database_error` where the server refuses (everything is undone then),
  /// `connection_error` where the connection was lost, in which case the server alone knows.
  void commit() {
    // the server answers such a COMMIT with ROLLBACK, as if that were a success
    if (PQtransactionStatus(connection_.native_handle()) == PQTRANS_INERROR)
      throw error("virga: the transaction cannot be committed: a statement in it failed, and everything it did is undone; "
                  "let that statement's exception leave the transaction, or undo to a savepoint");
    driver::translated([&] { work_->commit(); });
  }

 private:
  static driver::connection& on_driver(virga::connection& on) { return static_cast<driver::connection&>(on.pqxx()); }

  virga::connection& connection_;
  std::unique_ptr<pqxx::work> work_;
};

inline native::result execute(transaction& on, const statement& what) { return on.connection().send(what); }

}  // namespace virga
