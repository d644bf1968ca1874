// SPDX-License-Identifier: BSL-1.0
//
// The one place that looks into a table's struct, and the only includer of Boost.PFR. A table is reflected on first
// use, not where it is declared: a program pays for the tables it uses.
#pragma once
#include <boost/pfr/core.hpp>
#include <cstddef>
#include <string_view>
#include <utility>

#include "virga/schema/modes.hpp"
#include "virga/schema/source.hpp"

namespace virga::schema {

/// A table in definition mode: the type that the rest of this file looks into.
template <class Table>
using definitions_of = typename Table::template rows<definition_mode>;

/// The same, from a table's row in any mode.
template <class Row>
using definitions_behind = rows_of<Row, definition_mode>;

/// How many columns a table has.
template <class Definitions>
inline constexpr std::size_t column_count = boost::pfr::tuple_size_v<Definitions>;

/// The definition of the column at an index.
template <class Definitions, std::size_t Index>
inline constexpr auto definition_at = boost::pfr::tuple_element_t<Index, Definitions>::definition;

/// The same as plain data.
template <class Definitions, std::size_t Index>
inline constexpr column_facts facts_at = definition_at<Definitions, Index>.facts();

/// What has to be right about every column before anything is made of it, said in words where it is not; once a table.
template <class Definitions>
constexpr bool check_lengths() {
  constexpr bool fit = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return ((definition_at<Definitions, Index>.length >= 0) && ...);
  }
  (std::make_index_sequence<column_count<Definitions>>{});
  static_assert(
      fit,
      "virga: a column's length is out of range: varchar and character take 1 to 10485760 characters, bit and varbit "
      "1 to 83886080 bits, vectors 1 to 16000 numbers (sparse ones 1000000000), numeric a precision of 1 to 1000 "
      "digits, times 0 to 6 "
      "digits of a second (an interval only where it has seconds), shapes a SRID of 0 to 998999");
  return fit;
}

/// Calls `f.template operator()<Index>()` for each column, in order.
template <class Definitions, class Function>
constexpr void each_column(Function&& f) {
  [[maybe_unused]] constexpr bool said = check_lengths<Definitions>();
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (f.template operator()<Index>(), ...);
  }(std::make_index_sequence<column_count<Definitions>>{});
}

/// The index of a column by its name in the database; `column_count` where there is none.
template <class Definitions>
consteval std::size_t index_of(std::string_view name) {
  std::size_t found = column_count<Definitions>;
  each_column<Definitions>([&]<std::size_t Index>() {
    if (found == column_count<Definitions> && definition_at<Definitions, Index>.name.view() == name) found = Index;
  });
  return found;
}

/// The column expression of a source at an index.
template <class Source, std::size_t Index>
using column_at = typename columns_of<Source>::template field<definition_at<definitions_of<Source>, Index>>;

/// How many members any aggregate has.
template <class Aggregate>
inline constexpr std::size_t field_count = boost::pfr::tuple_size_v<Aggregate>;
/// A table's row has as many members as the table has columns, in every mode. Counting them once, in definition mode,
/// where all of them are empty, is a hundred times cheaper than in others.
template <class Row>
  requires requires { Row::table; }
inline constexpr std::size_t field_count<Row> = column_count<definitions_behind<Row>>;

/// The members of an aggregate, as a tuple of references.
template <class Row>
[[gnu::always_inline]] constexpr auto tied(Row& row) {
  namespace detail = boost::pfr::detail;
  return detail::tie_as_tuple(row, detail::size_t_<field_count<std::remove_cv_t<Row>>>{});
}

/// The field at an index of what `tied` gives.
template <std::size_t Index, class Tied>
[[gnu::always_inline]] constexpr auto& field_of(const Tied& fields) {
  return boost::pfr::detail::sequence_tuple::get<Index>(fields);
}
/// The field of a row at an index, whatever its mode.
template <std::size_t Index, class Row>
[[gnu::always_inline]] constexpr auto& field(Row& row) {
  return field_of<Index>(tied(row));
}
template <std::size_t Index, class Aggregate>
using field_type = std::remove_cvref_t<decltype(field<Index>(std::declval<Aggregate&>()))>;

}  // namespace virga::schema
