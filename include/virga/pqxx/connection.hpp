// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <memory>
#include <string>
#include <unordered_map>

#include "virga/pqxx/driver.hpp"
#include "virga/pqxx/open.hpp"
#include "virga/pqxx/options.hpp"

namespace virga {

/// One connection to a server, for one thread at a time. Queries run on it, each in a transaction of its own.
class connection {
 public:
  /// Run time: `connection_error` with the cause and what to do.
  explicit connection(const std::string& url, const connection_options& options = {})
      : options_(options),
        handle_(native::open(url, options.connect_timeout)),
        driver_(driver::adopt(handle_)) {}

  /// The libpqxx connection, to use in the same thread.
  driver::any_connection& pqxx() { return *driver_; }
  /// The libpq handle behind it; libpqxx owns it.
  [[nodiscard]] PGconn* native_handle() const { return handle_; }
  /// False once the server or the network has gone away.
  [[nodiscard]] bool is_usable() const { return PQstatus(handle_) == CONNECTION_OK; }

  /// Sends a statement. Run time: `database_error`, `connection_error`.
  native::result send(const statement& what) {
    if (!what.is_constant || !options_.prepare) return checked(send_unnamed(what), what);
    native::result result = send_prepared(what);
    if (!result.succeeded() && is_stale(result)) {
      // the tables changed under the prepared statement, or a pooler gave us another session: prepare it again
      prepared_.erase(what.text.data());
      // a failed statement spoils its transaction, so only outside of one is a second try of any use
      if (PQtransactionStatus(handle_) == PQTRANS_IDLE) result = send_prepared(what);
    }
    return checked(std::move(result), what);
  }
  /// Sends text without values: one or several statements, the last one's result.
  native::result send(const std::string& text) {
    return checked(native::result(PQexec(handle_, text.c_str())), {text, nullptr, 0, false});
  }

 private:
  native::result send_unnamed(const statement& what) {
    return native::result(PQexecParams(handle_, what.text.data(), static_cast<int>(what.count), nullptr, what.values,
                                       nullptr, nullptr, 0));
  }
  native::result send_prepared(const statement& what) {
    auto known = prepared_.find(what.text.data());
    if (known == prepared_.end()) {
      std::string name = "virga_" + std::to_string(++prepared_count_);
      native::result prepared(PQprepare(handle_, name.c_str(), what.text.data(), 0, nullptr));
      if (!prepared.succeeded()) return prepared;
      known = prepared_.emplace(what.text.data(), std::move(name)).first;
    }
    return native::result(PQexecPrepared(handle_, known->second.c_str(), static_cast<int>(what.count), what.values,
                                         nullptr, nullptr, 0));
  }
  [[nodiscard]] static bool is_stale(const native::result& failed) {
    const std::string_view state = failed.sqlstate();
    return state == "26000" || state == "0A000" || state == "42P05";
  }
  native::result checked(native::result result, const statement& what) {
    if (!result.succeeded()) native::refuse(handle_, result, what.text);
    return result;
  }

  connection_options options_;
  PGconn* handle_;
  std::unique_ptr<driver::connection> driver_;
  std::unordered_map<const char*, std::string> prepared_;  // by the address of the constant text
  std::size_t prepared_count_ = 0;
};

inline native::result execute(connection& on, const statement& what) { return on.send(what); }

}  // namespace virga
