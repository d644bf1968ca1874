// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/row.hpp"

namespace virga {

template <class T>
concept statement_like = requires { typename std::remove_cvref_t<T>::statement_kind; };

namespace query {

/// A statement that something can be read from.
template <class T>
concept gives_columns = requires { typename T::clause_type; } && gives_rows<T>;

template <class Projection, const auto& Scope>
struct columns_given;
template <clause Part, class... Items, const auto& Scope>
struct columns_given<projection<Part, Items...>, Scope> {
  template <class Item>
  static constexpr auto given_by() {
    if constexpr (requires { typename Item::table_type; })
      return expanded<Item::nullable(Scope)>(columns_list<typename Item::table_type>());
    else return type_list<result_column<Item, Item::nullable(Scope)>>{};
  }
  template <bool Optional, class... Column>
  static constexpr auto expanded(type_list<Column...>) {
    return type_list<result_column<Column, Optional || Column::info.has(render::trait::nullable)>...>{};
  }
  using type = decltype(joined(type_list<>{}, given_by<Items>()...));
};
/// The columns that a query gives, as `result_column`s; a whole table stands for its columns.
template <class Query>
using columns_given_by =
    typename columns_given<projection_of<Query, result_part<Query>>, scope_constant<Query>>::type;

template <class Item>
concept named_item = requires { Item::name.view(); };

/// A column of a named query made from what the query gives: its name, type and nullability; nothing of a key stays.
template <class Source, class Result>
struct column_of_query {
  static_assert(named_item<typename Result::item>,
                "virga: every column of a common table expression or subquery needs a name; give this expression one with "
                ".as(\"name\"_name)");
  using type = column<Source, "unnamed", typename Result::item::type, render::trait::none>;
};
template <class Source, named_item Item, bool Nullable>
struct column_of_query<Source, result_column<Item, Nullable>> {
  using type = column<Source, Item::name, typename Item::type, Nullable ? render::trait::nullable : render::trait::none>;
};
template <class Source, class... Results>
constexpr auto columns_of_query(type_list<Results...>) {
  return type_list<typename column_of_query<Source, Results>::type...>{};
}

}  // namespace query

/// A query under a name, as other queries read it: its columns are `name[column]` (a column it selects) and
/// `name["alias"_name]`.
template <class Source, class Query>
struct named_query {
  using source = Source;
  using columns = decltype(query::columns_of_query<Source>(query::columns_given_by<Query>{}));

  /// The column of that name. Compile time: the query selects exactly one column under it.
  template <fixed_string Column>
  [[nodiscard]] constexpr auto operator[](name_literal<Column>) const {
    return by_name<Column>(columns{});
  }
  /// The column that the query selects from `column`.
  template <expression Column>
  [[nodiscard]] constexpr auto operator[](const Column&) const {
    return by_name<Column::name>(columns{});
  }

 private:
  /// An unnamed column has a message of its own.
  static consteval bool all_named() {
    return []<class... Columns>(type_list<Columns...>) { return ((Columns::name.view() != "unnamed") && ...); }(columns{});
  }
  template <fixed_string Wanted, class... Columns>
  static constexpr auto by_name(type_list<Columns...>) {
    constexpr std::size_t times = ((Columns::name.view() == Wanted.view() ? 1u : 0u) + ... + 0u);
    static_assert(times != 0 || !all_named(),
                  "virga: this common table expression or subquery selects no column of this name; select it there, or "
                  "give an expression the name with .as(…)");
    static_assert(times < 2, "virga: this common table expression or subquery selects several columns of this name; give "
                             "them different ones with .as(…)");
    return pick<Wanted, Columns...>();
  }
  template <fixed_string Wanted, class First, class... Rest>
  static constexpr auto pick() {
    if constexpr (First::name.view() == Wanted.view() || sizeof...(Rest) == 0) return First{};
    else return pick<Wanted, Rest...>();
  }
};

}  // namespace virga
