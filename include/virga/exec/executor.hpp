// SPDX-License-Identifier: BSL-1.0
//
// The one seam between queries and databases.
#pragma once
#include <concepts>
#include <cstddef>
#include <source_location>
#include <string_view>

#include "virga/render/source.hpp"
#include "virga/types/codec.hpp"

namespace virga {

/// A statement as an executor gets it. Everything it points to lives until the executor returns.
struct statement {
  std::string_view text;             // NUL-terminated
  const char* const* values;         // NUL-terminated text each, null pointers for nulls
  std::size_t count;                 // of values
  bool is_constant;                  // the text is a constant of the program: its address identifies it
  std::source_location where{};      // the call that runs it; its line is 0 where that is not known
  // for each value the column that lets it be shown, or null; null where none does
  const render::column_info* const* places = nullptr;
  // the oids that the columns of its rows must have to be read in binary format, 0 after the last one; null where
  // they are to come as text
  const unsigned* binary_types = nullptr;
  // the SQL type that the query says each value has, empty where it does not; null where it says none
  const std::string_view* parameter_types = nullptr;
};

/// The rows a statement gave.
template <class T>
concept result_set = requires(const T& result, std::size_t i) {
  { result.rows() } -> std::convertible_to<std::size_t>;
  { result.columns() } -> std::convertible_to<std::size_t>;
  { result.affected() } -> std::convertible_to<std::size_t>;
  { result.at(i, i) } -> std::same_as<cell>;
};

/// Something queries run on: a free function `execute(executor, statement)` sends one statement and returns its rows,
/// or throws `database_error` or `connection_error`.
template <class T>
concept executor = requires(T& on, const statement& what) {
  { execute(on, what) } -> result_set;
};

namespace exec {

/// Whether statements can run on something, said in words where not.
template <class Executor>
constexpr bool check_executor() {
  constexpr bool fits = executor<Executor>;
  static_assert(fits,
                "virga: this is nothing a query can run on; give a virga::database, connection or transaction, or a "
                "libpqxx transaction (and include virga/pqxx.hpp)");
  return fits;
}

}  // namespace exec

}  // namespace virga
