// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <exception>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>

namespace virga {

/// The root of everything virga throws. `what()` says what is wrong and what to do.
class error : public std::exception {
 public:
  explicit error(std::string message, const std::source_location& where = {}) : message_(std::move(message)) {
    say_where(where);
  }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
  /// The call in the program during which it happened; its line is 0 where that is not known.
  [[nodiscard]] const std::source_location& where() const noexcept { return where_; }
  /// The statement that it is about, with placeholders for its values; empty where there is none, or it was not put
  /// together yet.
  [[nodiscard]] const std::string& sql() const noexcept { return sql_; }

  /// Adds the statement and the call, where they are not known yet; for those who catch it on its way.
  void happened_in(std::string_view statement, const std::source_location& where) {
    if (sql_.empty() && !statement.empty()) {
      sql_ = statement;
      message_.append("; statement: ").append(sql_);
    }
    if (where_.line() == 0) say_where(where);
  }

 protected:
  error(std::string message, std::string statement, const std::source_location& where)
      : message_(std::move(message)), sql_(std::move(statement)) {
    if (!sql_.empty()) message_.append("; statement: ").append(sql_);
    say_where(where);
  }

 private:
  void say_where(const std::source_location& where) {
    where_ = where;
    if (where.line() != 0)
      message_.append("; called at ").append(where.file_name()).append(":") += std::to_string(where.line());
  }
  std::string message_, sql_{};
  std::source_location where_{};
};

/// A value that its column cannot hold (a NUL byte in text, a number out of range, more characters than a varchar's),
/// or would hold otherwise (more digits than a numeric's, microseconds in a timestamp(3)). Thrown before anything is
/// sent; where the column is another type in the database than in the program, and would cut the value without a word,
/// when the statement is prepared, before it runs (exec/cut_values.hpp). The value itself is not part of the message;
/// `received()` has it.
class value_error : public error {
 public:
  value_error(std::string column, std::string type, const std::string& why, std::size_t row = 0,
              std::string_view received = {})
      : error("virga: the value for " + column + " (" + type + ")" +
              (row == 0 ? "" : " in row " + std::to_string(row)) + " cannot be sent: " + why),
        column_(std::move(column)),
        type_(std::move(type)),
        received_(received.substr(0, 200)),
        row_(row) {}
  /// `table.column`, or the parameter's type where no column is near.
  [[nodiscard]] const std::string& column() const noexcept { return column_; }
  /// The SQL type, as PostgreSQL writes it, with its column's length or precision: `varchar(255)`.
  [[nodiscard]] const std::string& type() const noexcept { return type_; }
  /// The value as text, cut to its first 200 bytes; empty where it has none.
  [[nodiscard]] const std::string& received() const noexcept { return received_; }
  /// Which of many rows it is in, counted from 1; 0 where there is one row, or nobody counted.
  [[nodiscard]] std::size_t row() const noexcept { return row_; }

 private:
  std::string column_, type_, received_;
  std::size_t row_;
};

/// A cell that does not decode: the server's type and the program's description differ.
class decode_error : public error {
 public:
  decode_error(std::string column, std::string type, std::string received, const std::string& why)
      : error("virga: cannot read " + column + " as " + type + ": " + why + "; received \"" + received + "\""),
        column_(std::move(column)),
        type_(std::move(type)),
        received_(std::move(received)) {}
  [[nodiscard]] const std::string& column() const noexcept { return column_; }
  [[nodiscard]] const std::string& type() const noexcept { return type_; }
  /// The text received, cut to its first 200 bytes.
  [[nodiscard]] const std::string& received() const noexcept { return received_; }

 private:
  std::string column_, type_, received_;
};

/// `.one(db)` met no row, or more than one.
class row_count_error : public error {
 public:
  using error::error;
};

/// A statement that would do nothing, or everything, by accident: an empty batch, a patch with nothing set,
/// an update whose conditions were all left out.
class empty_statement : public error {
 public:
  using error::error;
};

}  // namespace virga
