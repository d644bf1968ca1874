// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/projection.hpp"

namespace virga::query {

/// The columns of a source that is no table, found by their names.
template <class Source, class Columns>
struct named_columns {
  using source = Source;
  using columns = Columns;

  /// The column of that name. Compile time: the source has exactly one of it.
  template <fixed_string Column>
  [[nodiscard]] constexpr auto operator[](name_literal<Column>) const {
    constexpr bool is_there = times<Column>(columns{}) != 0, alone = times<Column>(columns{}) < 2;
    static_assert(is_there || !all_named(),
                  "virga: this common table expression or subquery selects no column of this name; select it there, or "
                  "give an expression the name with .as(…)");
    static_assert(alone,
                  "virga: this common table expression or subquery selects several columns of this name; give "
                  "them different ones with .as(…)");
    return pick<Column>(columns{});
  }
  /// The column that the source has from `column`.
  template <expression Column>
  [[nodiscard]] constexpr auto operator[](const Column&) const {
    return (*this)[name_literal<Column::name>{}];
  }

 private:
  /// An unnamed column has a message of its own.
  static consteval bool all_named() {
    return []<class... Column>(type_list<Column...>) { return ((Column::name.view() != "unnamed") && ...); }(columns{});
  }
  template <fixed_string Wanted, class... Column>
  static consteval std::size_t times(type_list<Column...>) {
    return ((Column::name.view() == Wanted.view() ? 1u : 0u) + ... + 0u);
  }
  template <fixed_string Wanted, class First, class... Rest>
  static constexpr auto pick(type_list<First, Rest...>) {
    if constexpr (First::name.view() == Wanted.view() || sizeof...(Rest) == 0)
      return First{};
    else
      return pick<Wanted>(type_list<Rest...>{});
  }
};

}  // namespace virga::query
