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

/// Whether a statement gives rows, said in words where not.
template <class Statement>
constexpr bool check_rows() {
  constexpr bool gives = query::gives_rows<Statement>;
  static_assert(gives, "virga: this statement gives no rows; add returning(…), or run it with run()");
  return gives;
}

/// The text of a statement; empty where it is no constant.
template <class Statement>
constexpr std::string_view constant_text() {
  if constexpr (query::bound_statement<Statement>::is_constant)
    return render::program_of<Statement>.view();
  else
    return {};
}

/// A statement's text and values, for one call; values that cannot be sent name it.
template <class Statement>
struct call : query::bound_statement<Statement> {
  call(const Statement& query, const std::source_location& where) try : query
    ::bound_statement<Statement>(query) { refuse_too_many(); }
  catch (error& wrong) {
    wrong.happened_in(constant_text<Statement>(), where);
    throw;
  }
  [[nodiscard]] statement at(const std::source_location& where) const {
    const unsigned* types = nullptr;
    if constexpr (query::gives_rows<Statement>) types = binary_types_of<Statement>;
    return {this->text(), this->values(), this->count(), this->is_constant,
            where,        this->places(), types,         render::program_of<Statement>.types};
  }

 private:
  void refuse_too_many() const {
    constexpr std::size_t most = 65535;
    if constexpr (!query::bound_statement<Statement>::is_constant)
      if (this->count() > most)
        throw usage_error("virga: the statement has " + std::to_string(this->count()) +
                          " values, and PostgreSQL takes at most 65535; give a list as one value: in_(column, list)");
  }
};

/// Sends a statement; returns its rows.
template <class Statement, class Executor>
[[nodiscard]] auto send(const Statement& query, Executor& on, const std::source_location& where) {
  const call<Statement> bound(query, where);
  return execute(on, bound.at(where));
}

/// Says of which statement an error is that was thrown while its rows were read, and throws it again.
template <class Statement>
[[noreturn, gnu::always_inline]] inline void rethrow(error& wrong, const Statement& query,
                                                     const std::source_location& where) {
  if constexpr (query::bound_statement<Statement>::is_constant)
    wrong.happened_in(render::program_of<Statement>.view(), where);
  else
    wrong.happened_in(query::bound_statement<Statement>(query).text(), where);
  throw;
}

inline void check_width(std::size_t received, std::size_t expected) {
  if (received != expected)
    throw error("virga: the result has " + std::to_string(received) + " columns, and the query selects " +
                std::to_string(expected));
}

/// The rows of a statement's result.
template <class Statement, class Result>
[[nodiscard]] auto all_rows(const Result& result) {
  check_width(result.columns(), decoder_of<Statement>::columns);
  const std::size_t count = result.rows();
  std::vector<row_type<Statement>> rows(count);
  auto* row = rows.data();
  for (std::size_t index = 0; index != count; ++index) decoder_of<Statement>::decode(result, index, *row++);
  return rows;
}

[[noreturn]] inline void refuse_count(std::size_t rows) {
  throw row_count_error("virga: one() needs exactly one row and got " + std::to_string(rows) +
                        "; use first() where there may be none, all() where there may be more");
}

/// The only row of a statement's result. Not in the body of the terminal: there it would be moved once more (g++ 12).
template <class Statement, class Result>
[[nodiscard]] row_type<Statement> only_row(const Result& result) {
  row_type<Statement> row{};
  check_width(result.columns(), decoder_of<Statement>::columns);
  if (result.rows() != 1) refuse_count(result.rows());
  decoder_of<Statement>::decode(result, 0, row);
  return row;
}
template <class Statement, class Result>
[[nodiscard]] std::optional<row_type<Statement>> first_row(const Result& result) {
  std::optional<row_type<Statement>> row;
  check_width(result.columns(), decoder_of<Statement>::columns);
  if (result.rows() != 0) decoder_of<Statement>::decode(result, 0, row.emplace());
  return row;
}

}  // namespace exec

template <class Self>
template <class Executor>
auto statement_base<Self>::all(Executor&& on, std::source_location where) const {
  query::require_valid<Self>();
  if constexpr (query::require_runnable<Self>() && exec::check_rows<Self>() &&
                exec::check_executor<std::remove_reference_t<Executor>>()) {
    const auto result = exec::send(static_cast<const Self&>(*this), on, where);
    try {
      return exec::all_rows<Self>(result);
    } catch (error& wrong) {
      exec::rethrow(wrong, static_cast<const Self&>(*this), where);
    }
  } else {
    return std::vector<not_selected>();
  }
}

template <class Self>
template <class Executor>
auto statement_base<Self>::one(Executor&& on, std::source_location where) const {
  query::require_valid<Self>();
  if constexpr (query::require_runnable<Self>() && exec::check_rows<Self>() &&
                exec::check_executor<std::remove_reference_t<Executor>>()) {
    const auto result = exec::send(static_cast<const Self&>(*this), on, where);
    try {
      return exec::only_row<Self>(result);
    } catch (error& wrong) {
      exec::rethrow(wrong, static_cast<const Self&>(*this), where);
    }
  } else {
    return not_selected();
  }
}

template <class Self>
template <class Executor>
auto statement_base<Self>::first(Executor&& on, std::source_location where) const {
  query::require_valid<Self>();
  if constexpr (query::require_runnable<Self>() && exec::check_rows<Self>() &&
                exec::check_executor<std::remove_reference_t<Executor>>()) {
    const auto result = exec::send(static_cast<const Self&>(*this), on, where);
    try {
      return exec::first_row<Self>(result);
    } catch (error& wrong) {
      exec::rethrow(wrong, static_cast<const Self&>(*this), where);
    }
  } else {
    return std::optional<not_selected>();
  }
}

template <class Self>
template <class Executor>
std::size_t statement_base<Self>::run(Executor&& on, std::source_location where) const {
  query::require_valid<Self>();
  if constexpr (query::require_runnable<Self>() && exec::check_executor<std::remove_reference_t<Executor>>())
    return exec::send(static_cast<const Self&>(*this), on, where).affected();
  else
    return 0;
}

}  // namespace virga

#include "virga/exec/stream.hpp"
#include "virga/exec/view.hpp"
