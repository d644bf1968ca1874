// SPDX-License-Identifier: BSL-1.0
//
// Which rows are asked for in PostgreSQL's binary format: those all of whose columns can come so, where that saves time
// on the whole. An executor does so where it knows the types that the server will send; otherwise they come as text.
#pragma once
#include "virga/exec/declared_type.hpp"
#include "virga/query/row.hpp"

namespace virga::exec {

/// The oids of a row's columns, and what these save in binary format.
template <std::size_t Width>
struct binary_columns {
  unsigned oids[Width + 1] = {};
  std::size_t count = 0;
  int gain = 0;
  bool possible = true;

  template <class Type>
  constexpr void add() {
    if constexpr (comes_in_binary<Type>) {
      oids[count++] = oid_of_type(Type::name);
      gain += Type::binary_gain;
    } else {
      possible = false;
    }
  }
  template <class Item>
  constexpr void add_item() {
    if constexpr (requires { typename Item::table_type; }) {
      [&]<class... Column>(type_list<Column...>) {
        (this->template add<typename Column::type>(), ...);
      }(query::columns_list<typename Item::table_type>());
    } else {
      add<typename Item::type>();
    }
  }
};
template <class... Items>
inline constexpr auto binary_columns_of = [] {
  binary_columns<(query::width<Items> + ... + 0)> columns;
  (columns.template add_item<Items>(), ...);
  return columns;
}();

/// `statement::binary_types` of a projection.
template <class Projection>
inline constexpr const unsigned* binary_types = nullptr;
template <query::clause Part, class... Items>
inline constexpr const unsigned* binary_types<query::projection<Part, Items...>> =
    binary_columns_of<Items...>.possible && (binary_columns_of<Items...>.gain > 0) ? binary_columns_of<Items...>.oids
                                                                                : nullptr;

/// Whether a column that is expected in binary format comes as that: its type is the same, or both are text.
inline bool comes_as_expected(unsigned expected, unsigned received) {
  constexpr unsigned texts[] = {oid_of_type("text"), oid_of_type("varchar"), oid_of_type("character"),
                                oid_of_type("name")};
  bool is_text = false, is_sent_as_text = false;
  for (const unsigned text : texts) {
    is_text = is_text || text == expected;
    is_sent_as_text = is_sent_as_text || text == received;
  }
  return expected == received || (is_text && is_sent_as_text);
}

}  // namespace virga::exec
