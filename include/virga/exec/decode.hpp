// SPDX-License-Identifier: BSL-1.0
//
// From a result's cells to the structs of the program.
#pragma once
#include <string>

#include "virga/exec/executor.hpp"
#include "virga/query/row.hpp"

namespace virga::exec {

[[noreturn]] inline void refuse(std::string column, std::string_view type, cell received, fault wrong) {
  constexpr std::size_t most = 200;
  throw decode_error(std::move(column), std::string(type),
                     received.null ? "NULL" : std::string(received.text().substr(0, most)), wrong);
}

/// How a result column is called in messages: `users.email`, an alias, or its place.
template <class Item>
std::string describe(std::size_t index) {
  if constexpr (requires { Item::describe(); }) return Item::describe();
  else if constexpr (!query::output_name<Item>().empty()) return std::string(query::output_name<Item>());
  else return "column " + std::to_string(index + 1) + " of the result";
}

/// Reads one cell. `Item` names it in errors.
template <class Item, class Type, class Value>
void decode_cell(cell from, std::size_t index, Value& out) {
  if constexpr (is_optional<Value>) {
    if (from.null) {
      out.reset();
    } else if (const fault wrong = Type::decode(from.text(), out.emplace())) {
      refuse(describe<Item>(index), Type::name, from, wrong);
    }
  } else {
    const fault wrong = from.null ? "it is NULL, and the description says it cannot be" : Type::decode(from.text(), out);
    if (wrong != nullptr) refuse(describe<Item>(index), Type::name, from, wrong);
  }
}

/// How many columns of the result an item takes.
template <class Item>
inline constexpr std::size_t width = 1;
template <class Table>
inline constexpr std::size_t width<query::all_of<Table>> = [] {
  return []<class... Column>(type_list<Column...>) { return sizeof...(Column); }(query::columns_list<Table>());
}();

/// Reads a table's row from the cells that begin at `first`.
template <class Table, class Result, class Row>
void decode_table(const Result& result, std::size_t index, std::size_t first, Row& out) {
  [&]<std::size_t... Field, class... Column>(std::index_sequence<Field...>, type_list<Column...>) {
    (decode_cell<Column, typename Column::type>(result.at(index, first + Field), first + Field,
                                                schema::field<Field>(out)),
     ...);
  }(std::make_index_sequence<width<query::all_of<Table>>>{}, query::columns_list<Table>());
}

/// Whether an outer join found no row of this table: a column that is never null is null. Without such a column, all
/// of them are.
template <class Table, class Result>
bool is_absent(const Result& result, std::size_t index, std::size_t first) {
  return [&]<class... Column>(type_list<Column...>) {
    constexpr bool certain[] = {!Column::info.has(render::trait::nullable)...};
    for (std::size_t i = 0; i < sizeof...(Column); ++i)
      if (certain[i]) return result.at(index, first + i).null;
    for (std::size_t i = 0; i < sizeof...(Column); ++i)
      if (!result.at(index, first + i).null) return false;
    return true;
  }(query::columns_list<Table>());
}

template <class Item, class Result, class Value>
void decode_item(const Result& result, std::size_t index, std::size_t first, Value& out) {
  if constexpr (!requires { typename Item::table_type; }) {
    decode_cell<Item, typename Item::type>(result.at(index, first), first, out);
  } else {
    using table = typename Item::table_type;
    if constexpr (!is_optional<Value>) decode_table<table>(result, index, first, out);
    else if (is_absent<table>(result, index, first)) out.reset();
    else decode_table<table>(result, index, first, out.emplace());
  }
}

/// Reads the rows of a projection.
template <class Projection, class Row>
struct decoder;
template <query::clause Part, class... Items, class Row>
struct decoder<query::projection<Part, Items...>, Row> {
  static constexpr std::size_t columns = (width<Items> + ... + 0);

  template <class Result>
  static void decode(const Result& result, std::size_t index, Row& out) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      std::size_t first = 0;
      ((decode_item<Items>(result, index, first, out.template get<Index>()), first += width<Items>), ...);
    }(std::index_sequence_for<Items...>{});
  }
};
/// One whole table: its own struct.
template <query::clause Part, class Table, class Row>
struct decoder<query::projection<Part, query::all_of<Table>>, Row> {
  static constexpr std::size_t columns = width<query::all_of<Table>>;

  template <class Result>
  static void decode(const Result& result, std::size_t index, Row& out) {
    decode_table<Table>(result, index, 0, out);
  }
};

template <class Statement>
using decoder_of =
    decoder<query::projection_of<Statement, query::result_part<Statement>>, virga::row_type<Statement>>;

}  // namespace virga::exec
