// SPDX-License-Identifier: BSL-1.0
//
// From a result's cells to the structs of the program.
#pragma once
#include <string>

#include "virga/exec/binary_rows.hpp"
#include "virga/exec/executor.hpp"
#include "virga/query/row.hpp"
#include "virga/types/hex.hpp"

namespace virga::exec {

/// How a result column is called in messages: `users.email`, an alias, or (null) its place in the result.
template <class Item>
inline constexpr render::column_info alias_of = render::place_named(query::output_name<Item>());
template <class Item>
consteval const render::column_info* label_of() {
  if constexpr (requires { Item::info.source; })
    return &Item::info;
  else if constexpr (!query::output_name<Item>().empty())
    return &alias_of<Item>;
  else
    return nullptr;
}

[[noreturn]] inline void refuse(const render::column_info* label, std::size_t index, std::string_view type,
                                cell received, fault wrong) {
  constexpr std::size_t most = 200;
  std::string shown = received.null ? "NULL" : std::string(received.text().substr(0, most));
  if (received.binary) {
    std::string digits(2 + 2 * shown.size(), '\\');
    char* at = digits.data() + 1;
    *at++ = 'x';
    for (const char byte : shown) at = types::write_hex_byte(at, static_cast<unsigned char>(byte));
    shown = std::move(digits);
  }
  throw decode_error(
      label != nullptr ? render::describe(*label) : "column " + std::to_string(index + 1) + " of the result",
      std::string(type), std::move(shown), wrong);
}

/// Reads a value that is not null.
template <class Type, class Value>
fault read_value(cell& from, Value& out) {
  if constexpr (decodes_binary<Type>) {
    if (from.binary) return Type::decode_binary(from.text(), out);
  } else {
    from.binary = false;  // it is the text
  }
  return Type::decode(from.text(), out);
}

/// Reads one cell. It knows nothing of the query, so that one function serves all columns of a type.
template <class Type, class Value>
void decode_cell(cell from, const render::column_info* label, std::size_t index, Value& out) {
  if constexpr (is_optional<Value>) {
    if (from.null) {
      out.reset();
    } else if (const fault wrong = read_value<Type>(from, out.emplace())) {
      refuse(label, index, Type::name, from, wrong);
    }
  } else {
    const fault wrong = from.null ? "it is NULL, and the description says it cannot be" : read_value<Type>(from, out);
    if (wrong != nullptr) refuse(label, index, Type::name, from, wrong);
  }
}

/// Reads a table's row from the cells that begin at `first`.
template <class Table, class Result, class Row>
void decode_table(const Result& result, std::size_t index, std::size_t first, Row& out) {
  [&]<std::size_t... Field, class... Column>(std::index_sequence<Field...>, type_list<Column...>) {
    auto fields = schema::tied(out);
    (decode_cell<typename Column::type>(result.at(index, first + Field), &Column::info, first + Field,
                                        schema::field_of<Field>(fields)),
     ...);
  }
  (std::make_index_sequence<query::width<query::all_of<Table>>>{}, query::columns_list<Table>());
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
[[gnu::always_inline]] inline void decode_item(const Result& result, std::size_t index, std::size_t first, Value& out) {
  if constexpr (!requires { typename Item::table_type; }) {
    decode_cell<typename Item::type>(result.at(index, first), label_of<Item>(), first, out);
  } else {
    using table = typename Item::table_type;
    if constexpr (!is_optional<Value>)
      decode_table<table>(result, index, first, out);
    else if (is_absent<table>(result, index, first))
      out.reset();
    else
      decode_table<table>(result, index, first, out.emplace());
  }
}

/// Compares what `sql<T>` declares of a column with what the server says of it.
template <class Item, class Result>
void check_declared(const Result& result, std::size_t index, std::size_t column) {
  if constexpr (declared_item<Item> && requires { result.type(column); }) {
    using type = typename Item::type;
    const unsigned received = result.type(column);
    if (agrees(type::name, type::family, received)) return;
    const std::string why = "sql<T>() declares " + std::string(type::name) + ", and the server sends " +
                            name_of_type(received) + "; declare that, or cast in the SQL";
    refuse(label_of<Item>(), column, type::name, result.at(index, column), why.c_str());
  }
}

/// Reads the rows of a projection.
template <class Projection, class Row>
struct decoder;
template <query::clause Part, class... Items, class Row>
struct decoder<query::projection<Part, Items...>, Row> {
  static constexpr std::size_t columns = (query::width<Items> + ... + 0);

  template <bool Checked = checks_declared_types, class Result>
  static void decode(const Result& result, std::size_t index, Row& out) {
    if constexpr (Checked && (declared_item<Items> || ...)) {
      std::size_t column = 0;
      if (index == 0) ((check_declared<Items>(result, index, column), column += query::width<Items>), ...);
    }
    [&]<std::size_t... Index>(std::index_sequence<Index...>) __attribute__((always_inline)) {
      std::size_t first = 0;
      ((decode_item<Items>(result, index, first, out.template get<Index>()), first += query::width<Items>), ...);
    }
    (std::index_sequence_for<Items...>{});
  }
};
/// One whole table: its own struct.
template <query::clause Part, class Table, class Row>
struct decoder<query::projection<Part, query::all_of<Table>>, Row> {
  static constexpr std::size_t columns = query::width<query::all_of<Table>>;

  template <class Result>
  static void decode(const Result& result, std::size_t index, Row& out) {
    decode_table<Table>(result, index, 0, out);
  }
};

/// `statement::binary_types` of a statement that gives rows.
template <class Statement>
inline constexpr const unsigned* binary_types_of =
    binary_types<query::projection_of<Statement, query::result_part<Statement>>>;

template <class Statement>
using decoder_of = decoder<query::projection_of<Statement, query::result_part<Statement>>, virga::row_type<Statement>>;

}  // namespace virga::exec
