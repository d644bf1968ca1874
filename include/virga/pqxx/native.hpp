// SPDX-License-Identifier: BSL-1.0
//
// The way of virga's own connections: libpq, through the handle behind libpqxx's connection.
// Source: PostgreSQL manual, "libpq — C Library".
#pragma once
#include <libpq-fe.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "virga/exec/database_error.hpp"
#include "virga/exec/executor.hpp"
#include "virga/pqxx/observer.hpp"

namespace virga::native {

/// A result of libpq, owned. Rows as a `result_set`.
class result {
 public:
  explicit result(PGresult* owned) : result_(owned), is_binary_(owned != nullptr && PQbinaryTuples(owned) != 0) {}
  result(result&& other) noexcept
      : result_(std::exchange(other.result_, nullptr)),
        is_binary_(other.is_binary_),
        watched_(std::move(other.watched_)) {}
  result& operator=(result&& other) noexcept {
    std::swap(result_, other.result_);
    std::swap(is_binary_, other.is_binary_);
    std::swap(watched_, other.watched_);
    return *this;
  }
  ~result() {
    if (result_ != nullptr) PQclear(result_);
  }

  [[nodiscard]] std::size_t rows() const { return static_cast<std::size_t>(PQntuples(result_)); }
  [[nodiscard]] std::size_t columns() const { return static_cast<std::size_t>(PQnfields(result_)); }
  /// Rows that a command changed, or a select gave.
  [[nodiscard]] std::size_t affected() const { return std::strtoull(PQcmdTuples(result_), nullptr, 10); }
  // inlined for certain: it runs once for each cell of a result
  [[nodiscard, gnu::always_inline]] inline cell at(std::size_t row, std::size_t column) const {
    const int r = static_cast<int>(row), c = static_cast<int>(column);
    const auto size = static_cast<std::size_t>(PQgetlength(result_, r, c));
    // an empty text and a null have no length; only then is the null flag worth a look
    return {PQgetvalue(result_, r, c), size, size == 0 && PQgetisnull(result_, r, c) != 0, is_binary_};
  }
  /// The oid of a column's type.
  [[nodiscard]] unsigned type(std::size_t column) const { return PQftype(result_, static_cast<int>(column)); }
  [[nodiscard]] PGresult* get() const { return result_; }
  /// The end of this result is the end of the statement that somebody is told of.
  void end_with(std::unique_ptr<detail::observed_statement> watched) { watched_ = std::move(watched); }
  [[nodiscard]] bool succeeded() const {
    const ExecStatusType status = PQresultStatus(result_);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY || is_single_row();
  }
  /// One row of an answer, others of which follow.
  [[nodiscard]] bool is_single_row() const { return PQresultStatus(result_) == PGRES_SINGLE_TUPLE; }
  [[nodiscard]] bool is_copy() const {
    const ExecStatusType status = PQresultStatus(result_);
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
  }
  /// Empty where there is none.
  [[nodiscard]] std::string_view sqlstate() const { return field(PG_DIAG_SQLSTATE); }
  [[nodiscard]] std::string_view field(int which) const {
    const char* text = PQresultErrorField(result_, which);
    return text != nullptr ? text : std::string_view();
  }

 private:
  PGresult* result_;
  bool is_binary_;
  std::unique_ptr<detail::observed_statement> watched_{};
};

/// A message of libpq without its line ends.
inline std::string one_line(std::string_view message) {
  std::string line;
  for (const char c : message) line += c == '\n' || c == '\t' ? ' ' : c;
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// The number of the row in what the server says of the place of an error, `COPY users, line 70001, column age: "x"`,
/// in whatever language: the first number after the table's name, where that begins a line or follows the word COPY. 0
/// where there is none.
inline std::size_t copied_row(std::string_view context, std::string_view table) {
  for (std::size_t at = context.find(table); at != context.npos; at = context.find(table, at + 1)) {
    const std::string_view before = context.substr(0, at), after = context.substr(at + table.size());
    if (!before.empty() && !before.ends_with('\n') && !before.ends_with("COPY ")) continue;
    const std::string_view line = after.substr(0, after.find_first_of("\n\""));
    const std::size_t digits = line.find_first_of("0123456789");
    if (digits != line.npos) return std::strtoull(std::string(line.substr(digits)).c_str(), nullptr, 10);
  }
  return 0;
}

/// Where a statement failed that was one of several, or had data beside it.
struct failure_place {
  std::size_t in_batch = 0;
  std::string_view copied = {};  // the table that a COPY fills
};

/// Throws what a failed result means.
[[noreturn]] inline void refuse(PGconn* on, const result& failed, std::string_view text,
                                const std::source_location& where = {}, const failure_place& place = {}) {
  if (PQstatus(on) == CONNECTION_BAD) {
    std::string why(failed.field(PG_DIAG_MESSAGE_PRIMARY));
    if (why.empty()) why = one_line(PQerrorMessage(on));
    const std::string state(failed.sqlstate());
    throw connection_error("virga: the connection to the server is lost: " + why +
                               (state.empty() ? "" : " (SQLSTATE " + state + ")") +
                               "; whatever was not committed is gone, run the transaction again on a new connection",
                           state, where, std::string(text));
  }
  if (failed.is_copy())
    throw usage_error(
        "virga: COPY moves data beside its statement, which this way of running it does not do; use copy_into() and "
        "copy_out(), or pqxx::stream_to on the transaction's pqxx()");
  error_report report;
  report.sqlstate = failed.sqlstate();
  report.message = failed.field(PG_DIAG_MESSAGE_PRIMARY);
  if (report.message.empty()) report.message = one_line(PQerrorMessage(on));
  report.detail = failed.field(PG_DIAG_MESSAGE_DETAIL);
  report.hint = failed.field(PG_DIAG_MESSAGE_HINT);
  report.schema = failed.field(PG_DIAG_SCHEMA_NAME);
  report.table = failed.field(PG_DIAG_TABLE_NAME);
  report.column = failed.field(PG_DIAG_COLUMN_NAME);
  report.constraint = failed.field(PG_DIAG_CONSTRAINT_NAME);
  report.position = failed.field(PG_DIAG_STATEMENT_POSITION);
  report.statement = text;
  report.place_in_batch = place.in_batch;
  if (!place.copied.empty()) report.row = copied_row(failed.field(PG_DIAG_CONTEXT), place.copied);
  report.where = where;
  throw_database_error(std::move(report));
}

}  // namespace virga::native
