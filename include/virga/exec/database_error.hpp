// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "virga/core/error.hpp"
#include "virga/core/name.hpp"

namespace virga {

/// What the server said of a statement it refused. Fields it did not send are empty.
/// Source: PostgreSQL manual, "Error and Notice Message Fields".
struct error_report {
  std::string sqlstate{}, message{}, detail{}, hint{}, schema{}, table{}, column{}, constraint{}, position{};
  std::string statement{};         // the SQL that was sent; never its values
  std::source_location where{};    // the call that sent it
  std::size_t place_in_batch = 0;  // counted from 1; 0 where it was not in one
  std::size_t row = 0;             // of a COPY, counted from 1; 0 where the server did not say
};

/// The server refused a statement. `what()` has its message, SQLSTATE, constraint and the SQL, but neither values nor
/// the server's detail, which quotes them; ask `report()` for those.
/// Source of the classes below: PostgreSQL manual, "PostgreSQL Error Codes".
class database_error : public error {
 public:
  explicit database_error(error_report report)
      : error(describe(report), report.statement, report.where), report_(std::move(report)) {}
  [[nodiscard]] const error_report& report() const noexcept { return report_; }
  [[nodiscard]] const std::string& sqlstate() const noexcept { return report_.sqlstate; }
  [[nodiscard]] const std::string& constraint() const noexcept { return report_.constraint; }
  [[nodiscard]] const std::string& table() const noexcept { return report_.table; }
  [[nodiscard]] const std::string& column() const noexcept { return report_.column; }
  /// The server's further sentence; it may quote values.
  [[nodiscard]] const std::string& detail() const noexcept { return report_.detail; }
  [[nodiscard]] const std::string& hint() const noexcept { return report_.hint; }
  /// Where in the SQL the mistake is, counted in characters from 1; empty where the server did not say.
  [[nodiscard]] const std::string& position() const noexcept { return report_.position; }
  /// Which of the rows of a `copy_into` was refused, counted from 1. 0 where the server did not say: a foreign key, for
  /// one, is checked when all rows are there.
  [[nodiscard]] std::size_t row() const noexcept { return report_.row; }

 private:
  static std::string describe(const error_report& report) {
    std::string text = "virga: the server refused ";
    text += report.place_in_batch == 0 ? "the statement"
                                       : "statement " + std::to_string(report.place_in_batch) + " of the batch";
    text += ": " + report.message;
    if (!report.sqlstate.empty()) text += " (SQLSTATE " + report.sqlstate + ")";
    if (!report.constraint.empty()) text += "; constraint \"" + report.constraint + "\"";
    if (!report.table.empty()) text += "; table \"" + report.table + "\"";
    if (!report.column.empty()) text += "; column \"" + report.column + "\"";
    if (report.row != 0) text += "; row " + std::to_string(report.row);
    if (!report.hint.empty()) text += "; hint: " + report.hint;
    return text;
  }
  error_report report_;
};

/// 23…: a constraint was broken. What its kinds can be asked is in exec/broken_constraint.hpp.
class constraint_violation : public database_error {
 public:
  using database_error::database_error;
  /// Whether it is this one: `e.is(users, "users_age_ok"_name)`. Compile time: the table declares a constraint or
  /// unique index of this name; those without a name of their own have PostgreSQL's, as `users_email_key`.
  template <class Table, fixed_string Name>
  [[nodiscard]] bool is(const Table&, name_literal<Name>) const;
};
/// 23502
class not_null_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
  using constraint_violation::is;
  /// Whether this column was to be null: `e.is(users.email)`. Compile time: the column is not null.
  template <class Column>
  [[nodiscard]] bool is(const Column&) const;
};
/// 23503, and 23001 where the key says `on delete restrict` (PostgreSQL 18)
class foreign_key_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
  using constraint_violation::is;
  /// Whether it is what this column references: `e.is(posts.author_id)`. Compile time: the column references a table.
  template <class Column>
  [[nodiscard]] bool is(const Column&) const;
};
/// 23505
class unique_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
  using constraint_violation::is;
  /// Whether it is the key of exactly these columns: `e.is(users.email)`, `e.is(tags.post_id, tags.tag)`. Compile time:
  /// the table has a primary key, unique column, unique key or unique index of them.
  template <class Column, class... Columns>
  [[nodiscard]] bool is(const Column&, const Columns&...) const;
};
/// 23514
class check_violation : public constraint_violation {
 public:
  using constraint_violation::constraint_violation;
};
/// 23P01
class exclusion_violation : public constraint_violation {
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
/// 40001: another transaction changed what this one read.
class serialization_failure : public transaction_rollback {
 public:
  using transaction_rollback::transaction_rollback;
};
/// 40P01: two transactions waited for each other, and the server ended this one.
class deadlock_detected : public transaction_rollback {
 public:
  using transaction_rollback::transaction_rollback;
};
/// 55P03: `nowait`, or the lock_timeout, met a lock of another transaction.
class lock_not_available : public database_error {
 public:
  using database_error::database_error;
};
/// 57014: the statement was cancelled: by its statement_timeout, or by somebody who asked for it.
class query_cancelled : public database_error {
 public:
  using database_error::database_error;
};
/// 57014, too: the time of the transaction was over (`transaction_options::timeout`).
class transaction_timeout : public query_cancelled {
 public:
  using query_cancelled::query_cancelled;
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
/// 42P01
class undefined_table : public undefined_object {
 public:
  using undefined_object::undefined_object;
};
/// 42703
class undefined_column : public undefined_object {
 public:
  using undefined_object::undefined_object;
};

/// No connection could be made, or the one there was is lost. Whatever was not committed is gone.
class connection_error : public error {
 public:
  explicit connection_error(std::string message, std::string sqlstate = {}, const std::source_location& where = {},
                            std::string statement = {})
      : error(std::move(message), std::move(statement), where), sqlstate_(std::move(sqlstate)) {}
  /// What the server said before it went: 57P01 where it was told to end the connection, 53300 where it takes no more.
  /// Empty where it could not say anything.
  [[nodiscard]] const std::string& sqlstate() const noexcept { return sqlstate_; }

 private:
  std::string sqlstate_;
};
/// All connections of a database stayed in use for too long. Nothing was sent.
class pool_timeout : public connection_error {
 public:
  using connection_error::connection_error;
};
namespace detail {
/// Sentences as one.
inline std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& one : sentences) text.append(text.empty() ? "" : "; ").append(one);
  return text;
}
}  // namespace detail

/// A URL or options that no database can be opened with. `what()` names every mistake, and no password.
class configuration_error : public connection_error {
 public:
  explicit configuration_error(std::vector<std::string> mistakes, const std::source_location& where = {})
      : connection_error("virga: the database cannot be opened as configured: " + detail::joined(mistakes), {}, where), mistakes_(std::move(mistakes)) {}
  /// One sentence each.
  [[nodiscard]] const std::vector<std::string>& mistakes() const noexcept { return mistakes_; }

 private:
  std::vector<std::string> mistakes_;
};

/// The connection was lost while the commit was under way, and nobody could say whether it took place. It is not a
/// `connection_error`, since to run the transaction again could do its work twice: look for what it changed first.
class commit_unknown : public error {
 public:
  explicit commit_unknown(const std::string& why, std::string transaction_id = {}, std::string counting_since = {},
                          const std::source_location& where = {})
      : error("virga: the connection was lost during the commit, and whether it took place is not known: " + why +
                  "; look for what the transaction changed before running it again",
              where),
        transaction_id_(std::move(transaction_id)),
        counting_since_(std::move(counting_since)) {}
  /// For `select pg_xact_status('…')`; empty where it was not asked for. After a crash the server may have given the
  /// same one to another transaction: "committed" is an answer only where `counting_since` is still the same.
  [[nodiscard]] const std::string& transaction_id() const noexcept { return transaction_id_; }
  /// Since when the server has kept its statistics, which begin anew after a crash and on another server:
  /// `select extract(epoch from stats_reset) from pg_stat_bgwriter`, asked for together with the id.
  [[nodiscard]] const std::string& counting_since() const noexcept { return counting_since_; }

 private:
  std::string transaction_id_, counting_since_;
};

/// A connection, transaction or database used in a way that cannot work: after its end, by two threads at once, by a
/// thread that would wait for itself. `what()` says which, and what to do.
class usage_error : public error {
 public:
  using error::error;
};

/// Throws the type that belongs to the report's SQLSTATE.
[[noreturn]] inline void throw_database_error(error_report report) {
  const std::string_view state = report.sqlstate;
  if (state == "23502") throw not_null_violation(std::move(report));
  if (state == "23503" || state == "23001") throw foreign_key_violation(std::move(report));
  if (state == "23505") throw unique_violation(std::move(report));
  if (state == "23514") throw check_violation(std::move(report));
  if (state == "23P01") throw exclusion_violation(std::move(report));
  if (state.starts_with("23")) throw constraint_violation(std::move(report));
  if (state.starts_with("22")) throw data_exception(std::move(report));
  if (state == "40001") throw serialization_failure(std::move(report));
  if (state == "40P01") throw deadlock_detected(std::move(report));
  if (state == "55P03") throw lock_not_available(std::move(report));
  if (state == "57014") throw query_cancelled(std::move(report));
  if (state == "42501") throw insufficient_privilege(std::move(report));
  if (state == "42P01") throw undefined_table(std::move(report));
  if (state == "42703") throw undefined_column(std::move(report));
  if (state == "42883" || state == "42704") throw undefined_object(std::move(report));
  throw database_error(std::move(report));
}

}  // namespace virga
