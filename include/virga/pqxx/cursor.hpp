// SPDX-License-Identifier: BSL-1.0
//
// Streams in a program's own libpqxx transaction. Source: PostgreSQL manual, "DECLARE", "FETCH".
#pragma once
#include <atomic>

#include "virga/exec/stream.hpp"
#include "virga/pqxx/driver.hpp"

namespace virga::driver {

/// The rows of a query that a server-side cursor gives by the hundred; other statements may run in the transaction
/// meanwhile. What a cursor cannot give (`insert … returning`, anything outside of a transaction) is there as a whole.
class cursor_stream {
 public:
  cursor_stream(pqxx::transaction_base& on, const statement& what, bool only_reads)
      : on_(&on),
        where_(what.where),
        name_(only_reads && dynamic_cast<pqxx::nontransaction*>(&on) == nullptr ? next_name() : std::string()),
        chunk_(begin(what)) {}
  cursor_stream(cursor_stream&& other) noexcept
      : on_(std::exchange(other.on_, nullptr)),
        where_(other.where_),
        name_(std::move(other.name_)),
        chunk_(std::move(other.chunk_)),
        is_first_(other.is_first_),
        is_at_end_(other.is_at_end_) {}
  cursor_stream& operator=(cursor_stream&& other) noexcept {
    std::swap(on_, other.on_);
    std::swap(where_, other.where_);
    std::swap(name_, other.name_);
    std::swap(chunk_, other.chunk_);
    std::swap(is_first_, other.is_first_);
    std::swap(is_at_end_, other.is_at_end_);
    return *this;
  }
  ~cursor_stream() {
    if (on_ == nullptr || is_at_end_ || name_.empty()) return;
    try {
      run("close " + name_);
    } catch (const std::exception&) {  // the transaction has failed, and the cursor is gone
    }
  }

  bool next() {
    if (on_ == nullptr) throw usage_error("virga: this stream was moved from; read the one it was moved to");
    if (is_at_end_) return false;
    if (std::exchange(is_first_, false)) return chunk_.rows() != 0 || end();
    if (name_.empty() || chunk_.rows() < at_once) return end();
    is_at_end_ = true;  // should it fail
    chunk_ = fetch();
    is_at_end_ = false;
    return chunk_.rows() != 0 || end();
  }
  [[nodiscard]] const rows_of_pqxx& chunk() const { return chunk_; }
  [[nodiscard]] std::size_t columns() const { return chunk_.columns(); }

 private:
  static constexpr std::size_t at_once = 500;

  static std::string next_name() {
    static std::atomic<unsigned> count = 0;
    return "virga_cursor_" + std::to_string(++count);
  }
  rows_of_pqxx run(const std::string& text) const {
    return translated(where_, [&] { return execute_in(*on_, statement{text, nullptr, 0, false, where_}); });
  }
  rows_of_pqxx fetch() const { return run("fetch " + std::to_string(at_once) + " from " + name_); }
  rows_of_pqxx begin(const statement& what) const {
    if (name_.empty()) return translated(where_, [&] { return execute_in(*on_, what); });
    const std::string text = "declare " + name_ + " no scroll cursor for " + std::string(what.text);
    translated(where_, [&] { return execute_in(*on_, statement{text, what.values, what.count, false, where_}); });
    return fetch();
  }
  bool end() {
    is_at_end_ = true;
    if (!name_.empty()) run("close " + name_);
    return false;
  }

  pqxx::transaction_base* on_;
  std::source_location where_;
  std::string name_;  // empty where there is no cursor
  rows_of_pqxx chunk_;
  bool is_first_ = true, is_at_end_ = false;
};

}  // namespace virga::driver

namespace virga {

inline driver::cursor_stream open_stream(pqxx::transaction_base& on, const statement& what, bool only_reads) {
  return {on, what, only_reads};
}

}  // namespace virga
