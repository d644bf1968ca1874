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

/// Whether a statement can run on an executor and gives rows, said in words where not.
template <class Statement, class Executor>
constexpr bool check_rows() {
  constexpr bool gives = query::gives_rows<Statement>;
  static_assert(gives, "virga: this statement gives no rows; add returning(…), or run it with run()");
  if constexpr (gives) return check_executor<Executor>();
  else return false;
}

/// Sends a statement; returns its rows.
template <class Statement, class Executor>
[[nodiscard]] auto send(const Statement& query, Executor& on) {
  const query::bound_statement<Statement> bound(query);
  return execute(on, statement{bound.text(), bound.values(), bound.count(), bound.is_constant});
}

/// The same, where rows are expected.
template <class Statement, class Executor>
[[nodiscard]] auto send_for_rows(const Statement& query, Executor& on) {
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
  if constexpr (exec::check_rows<Statement, Executor>()) {
    const auto result = exec::send_for_rows(query, on);
    std::vector<row_type<Statement>> rows(result.rows());
    for (std::size_t i = 0; i < rows.size(); ++i) exec::decoder_of<Statement>::decode(result, i, rows[i]);
    return rows;
  } else {
    return std::vector<not_selected>();
  }
}

template <class Statement, class Executor>
[[nodiscard]] auto fetch_one(const Statement& query, Executor& on) {
  if constexpr (exec::check_rows<Statement, Executor>()) {
    const auto result = exec::send_for_rows(query, on);
    if (result.rows() != 1) exec::refuse_count(result.rows(), query::bound_statement<Statement>(query).text());
    row_type<Statement> row{};
    exec::decoder_of<Statement>::decode(result, 0, row);
    return row;
  } else {
    return not_selected();
  }
}

template <class Statement, class Executor>
[[nodiscard]] auto fetch_first(const Statement& query, Executor& on) {
  if constexpr (exec::check_rows<Statement, Executor>()) {
    const auto result = exec::send_for_rows(query, on);
    std::optional<row_type<Statement>> row;
    if (result.rows() != 0) exec::decoder_of<Statement>::decode(result, 0, row.emplace());
    return row;
  } else {
    return std::optional<not_selected>();
  }
}

template <class Statement, class Executor, class Function>
void fetch_each(const Statement& query, Executor& on, Function& f) {
  if constexpr (exec::check_rows<Statement, Executor>()) {
    const auto result = exec::send_for_rows(query, on);
    for (std::size_t i = 0; i < result.rows(); ++i) {
      row_type<Statement> row{};
      exec::decoder_of<Statement>::decode(result, i, row);
      f(std::move(row));
    }
  }
}

template <class Statement, class Executor>
std::size_t execute_only(const Statement& query, Executor& on) {
  if constexpr (exec::check_executor<Executor>()) return exec::send(query, on).affected();
  else return 0;
}

}  // namespace virga
