// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "virga/core/error.hpp"

namespace virga {

/// What the server said of a statement it refused. Fields it did not send are empty.
/// Source: PostgreSQL manual, "Error and Notice Message Fields".
struct error_report {
  std::string sqlstate, message, detail, hint, schema, table, column, constraint, position;
  std::string statement;  // the SQL that was sent; never its values
};

/// The server refused a statement. `what()` has its message, SQLSTATE, constraint and the SQL, but neither values nor
/// the server's detail, which quotes them; ask `report()` for those.
/// Source of the classes below: PostgreSQL manual, "PostgreSQL Error Codes".
class database_error : public error {
 public:
  explicit database_error(error_report report) : error(describe(report)), report_(std::move(report)) {}
  [[nodiscard]] const error_report& report() const noexcept { return report_; }
  [[nodiscard]] const std::string& sqlstate() const noexcept { return report_.sqlstate; }
  [[nodiscard]] const std::string& constraint() const noexcept { return report_.constraint; }

 private:
  static std::string describe(const error_report& report) {
    std::string text = "virga: the server refused the statement: " + report.message;
    if (!report.sqlstate.empty()) text += " (SQLSTATE " + report.sqlstate + ")";
    if (!report.constraint.empty()) text += "; constraint \"" + report.constraint + "\"";
    if (!report.table.empty()) text += "; table \"" + report.table + "\"";
    if (!report.column.empty()) text += "; column \"" + report.column + "\"";
    if (!report.hint.empty()) text += "; hint: " + report.hint;
    if (!report.statement.empty()) text += "; statement: " + report.statement;
    return text;
  }
  error_report report_;
};

/// 23…: a constraint was broken.
class constraint_violation : public database_error {
 public:
  using database_error::database_error;
};
/// 23502
class not_null_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
};
/// 23503, and 23001 where the key says `on delete restrict` (PostgreSQL 18)
class foreign_key_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
};
/// 23505
class unique_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
};
/// 23514
class check_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
};
/// 22…: a value the server cannot take or compute with.
class data_exception : public database_error {
 public:
  using database_error::database_error;
};
/// 40001, 40P01: the transaction may be tried again as a whole.
class transaction_rollback : public database_error {
 public:
  using database_error::database_error;
};
/// 42501
class insufficient_privilege : public database_error {
 public:
  using database_error::database_error;
};
/// 42P01, 42703 and others of 42: the database's tables are not what the program describes.
class undefined_object : public database_error {
 public:
  using database_error::database_error;
};

/// No connection could be made, or the one there was is lost.
class connection_error : public error {
 public:
  explicit connection_error(std::string message, std::string sqlstate = {})
      : error(std::move(message)), sqlstate_(std::move(sqlstate)) {}
  /// Empty where the server could not say any.
  [[nodiscard]] const std::string& sqlstate() const noexcept { return sqlstate_; }

 private:
  std::string sqlstate_;
};

/// Throws the type that belongs to the report's SQLSTATE.
[[noreturn]] inline void throw_database_error(error_report report) {
  const std::string_view state = report.sqlstate;
  if (state == "23502") throw not_null_violation(std::move(report));
  if (state == "23503" || state == "23001") throw foreign_key_violation(std::move(report));
  if (state == "23505") throw unique_violation(std::move(report));
  if (state == "23514") throw check_violation(std::move(report));
  if (state.starts_with("23")) throw constraint_violation(std::move(report));
  if (state.starts_with("22")) throw data_exception(std::move(report));
  if (state == "40001" || state == "40P01") throw transaction_rollback(std::move(report));
  if (state == "42501") throw insufficient_privilege(std::move(report));
  if (state == "42P01" || state == "42703" || state == "42883" || state == "42704")
    throw undefined_object(std::move(report));
  throw database_error(std::move(report));
}

}  // namespace virga
