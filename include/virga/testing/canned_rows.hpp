// SPDX-License-Identifier: BSL-1.0
//
// From the structs of the program to cells as a server would send them: what exec/decode.hpp does, the other way round.
#pragma once

#include "virga/exec/decode.hpp"
#include "virga/query/statement.hpp"

namespace virga::testing {

/// A row of a result; an empty optional is null.
using canned_row = std::vector<std::optional<std::string>>;

namespace detail {

template <class Type, class Value>
void add_cell(canned_row& to, const Value& value) {
  if constexpr (is_optional<Value>) {
    if (value)
      add_cell<Type>(to, *value);
    else
      to.emplace_back();
  } else {
    parameter_text text;
    if (const fault wrong = Type::encode(value, text))
      throw value_error("column " + std::to_string(to.size() + 1) + " of a canned row", std::string(Type::name), wrong);
    to.emplace_back(text.view());
  }
}
/// A table's row; null cells for one that an outer join did not find.
template <class Table, class Value>
void add_table(canned_row& to, const Value& value) {
  if constexpr (is_optional<Value>) {
    if (value)
      add_table<Table>(to, *value);
    else
      to.resize(to.size() + query::width<query::all_of<Table>>);
  } else {
    [&]<std::size_t... Field, class... Column>(std::index_sequence<Field...>, type_list<Column...>) {
      (add_cell<typename Column::type>(to, schema::field<Field>(value)), ...);
    }
    (std::make_index_sequence<query::width<query::all_of<Table>>>{}, query::columns_list<Table>());
  }
}
template <class Item, class Value>
void add_item(canned_row& to, const Value& value) {
  if constexpr (requires { typename Item::table_type; })
    add_table<typename Item::table_type>(to, value);
  else
    add_cell<typename Item::type>(to, value);
}

template <class Projection, class Row>
struct encoder;
template <query::clause Part, class... Items, class Row>
struct encoder<query::projection<Part, Items...>, Row> {
  static void encode(const Row& row, canned_row& to) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) { (add_item<Items>(to, row.template get<Index>()), ...); }
    (std::index_sequence_for<Items...>{});
  }
  template <class... Values>
  static consteval bool takes() {
    if constexpr (sizeof...(Values) != sizeof...(Items))
      return false;
    else
      return takes_each<Values...>(std::index_sequence_for<Items...>{});
  }
  template <class... Values>
  static Row make(const Values&... values) {
    Row row{};
    [&]<std::size_t... Index>(std::index_sequence<Index...>) { ((row.template get<Index>() = values), ...); }
    (std::index_sequence_for<Items...>{});
    return row;
  }

 private:
  template <class... Values, std::size_t... Index>
  static consteval bool takes_each(std::index_sequence<Index...>) {
    return (query::taken_by<std::remove_cvref_t<decltype(std::declval<Row&>().template get<Index>())>, const Values&> &&
            ...);
  }
};
template <query::clause Part, class Table, class Row>
struct encoder<query::projection<Part, query::all_of<Table>>, Row> {
  static void encode(const Row& row, canned_row& to) { add_table<Table>(to, row); }
  template <class...>
  static consteval bool takes() {
    return false;
  }
};

template <class Statement>
using encoder_of = encoder<query::projection_of<Statement, query::result_part<Statement>>, virga::row_type<Statement>>;

}  // namespace detail

}  // namespace virga::testing
