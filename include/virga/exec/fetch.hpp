// SPDX-License-Identifier: BSL-1.0
//
// The terminals: what `query.all(db)` and its siblings do.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "virga/exec/database_error.hpp"
#include "virga/exec/decode.hpp"
#include "virga/query/statement.hpp"

namespace virga {

namespace exec {

/// Sends a statement; returns its rows.
template <class Statement, class Executor>
[[nodiscard]] auto send(const Statement& query, Executor& on) {
  constexpr bool fits = executor<Executor>;
  static_assert(fits, "virga: this is nothing a query can run on; give a virga::database, connection or transaction, or a "
                      "libpqxx transaction (and include virga/pqxx.hpp)");
  if constexpr (fits) {
    const query::bound_statement<Statement> bound(query);
    return execute(on, statement{bound.text(), bound.values(), bound.count(), bound.is_constant});
  }
}

/// The same, where rows are expected.
template <class Statement, class Executor>
[[nodiscard]] auto send_for_rows(const Statement& query, Executor& on) {
  static_assert(query::gives_rows<Statement>, "virga: this statement gives no rows; add returning(…), or run it with run()");
  auto result = send(query, on);
  const std::size_t expected = decoder_of<Statement>::columns;
  if (result.columns() != expected)
    throw error("virga: the result has " + std::to_string(result.columns()) + " columns, and the query selects " +
                std::to_string(expected));
  return result;
}

[[noreturn]] inline void refuse_count(std::size_t rows, std::string_view text) {
  throw row_count_error("virga: one() needs exactly one row and got " + std::to_string(rows) +
                        "; use first() where there may be none, all() where there may be more; statement: " +
                        std::string(text));
}

}  // namespace exec

template <class Statement, class Executor>
[[nodiscard]] auto fetch_all(const Statement& query, Executor& on) {
  const auto result = exec::send_for_rows(query, on);
  std::vector<row_type<Statement>> rows(result.rows());
  for (std::size_t i = 0; i < rows.size(); ++i) exec::decoder_of<Statement>::decode(result, i, rows[i]);
  return rows;
}

template <class Statement, class Executor>
[[nodiscard]] auto fetch_one(const Statement& query, Executor& on) {
  const auto result = exec::send_for_rows(query, on);
  if (result.rows() != 1) exec::refuse_count(result.rows(), query::bound_statement<Statement>(query).text());
  row_type<Statement> row{};
  exec::decoder_of<Statement>::decode(result, 0, row);
  return row;
}

template <class Statement, class Executor>
[[nodiscard]] auto fetch_first(const Statement& query, Executor& on) {
  const auto result = exec::send_for_rows(query, on);
  std::optional<row_type<Statement>> row;
  if (result.rows() != 0) exec::decoder_of<Statement>::decode(result, 0, row.emplace());
  return row;
}

template <class Statement, class Executor, class Function>
void fetch_each(const Statement& query, Executor& on, Function& f) {
  const auto result = exec::send_for_rows(query, on);
  for (std::size_t i = 0; i < result.rows(); ++i) {
    row_type<Statement> row{};
    exec::decoder_of<Statement>::decode(result, i, row);
    f(std::move(row));
  }
}

template <class Statement, class Executor>
std::size_t execute_only(const Statement& query, Executor& on) {
  return exec::send(query, on).affected();
}

}  // namespace virga
