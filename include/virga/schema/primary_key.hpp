// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/schema/extras.hpp"

namespace virga::schema {

template <class Column>
using if_primary_key = std::conditional_t<Column::info.has(render::trait::primary_key), type_list<Column>, type_list<>>;
template <class Extra>
constexpr auto columns_if_primary() {
  if constexpr (key_extra<Extra>) {
    if constexpr (Extra::kind == key_kind::primary)
      return typename Extra::columns{};
    else
      return type_list<>{};
  } else {
    return type_list<>{};
  }
}

/// The columns of a table's primary key, as a `type_list`; an empty one where the table declares none.
template <class Table>
constexpr auto primary_key_of() {
  const auto of_columns = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return joined(type_list<>{}, if_primary_key<column_at<typename Table::source, Index>>{}...);
  };
  const auto of_extras =
      []<std::size_t... Index, class... Extra>(const slots<std::index_sequence<Index...>, Extra...>*) {
    return joined(type_list<>{}, columns_if_primary<Extra>()...);
  };
  using extras = decltype(extras_of<Table>());
  return joined(of_columns(std::make_index_sequence<column_count<definitions_of<Table>>>{}),
                of_extras(static_cast<const extras*>(nullptr)));
}

}  // namespace virga::schema
