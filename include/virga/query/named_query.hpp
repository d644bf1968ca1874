// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/named_columns.hpp"
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
    else return type_list<result_column<Item, Item::nullable(Scope) || reads_left_out(Scope, &Item::render)>>{};
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
/// One without a name has a message of its own.
template <class Source, class Result>
struct column_of_query {
  using type = column<Source, "unnamed", typename Result::item::type, render::trait::none>;
};
template <class Source, named_item Item, bool Nullable>
struct column_of_query<Source, result_column<Item, Nullable>> {
  using type = column<Source, Item::name, typename Item::type, Nullable ? render::trait::nullable : render::trait::none>;
};
/// Whether all that a query gives has a name, said in words where not.
template <class... Results>
constexpr bool check_names(type_list<Results...>) {
  constexpr bool have_names = (named_item<typename Results::item> && ...);
  static_assert(
      have_names,
      "virga: every column of a common table expression or subquery needs a name; give this expression one with "
      ".as(\"name\"_name)");
  return have_names;
}
template <class Source, class... Results>
constexpr auto columns_of_query(type_list<Results...>) {
  return type_list<typename column_of_query<Source, Results>::type...>{};
}

/// The set operation of a chain; `nothing` where it is none.
template <class Chain>
constexpr auto find_set() {
  if constexpr (std::same_as<Chain, nothing>)
    return static_cast<nothing*>(nullptr);
  else if constexpr (requires { typename Chain::clause_type::left_member; })
    return static_cast<typename Chain::clause_type*>(nullptr);
  else
    return find_set<typename Chain::previous_type>();
}
/// Which columns of a query may be null where it stands laterally beside some sources.
template <class Query>
constexpr void find_nulls(const scope& around, bool* found) {
  using set = std::remove_pointer_t<decltype(find_set<Query>())>;
  [&]<class... Result>(type_list<Result...>) {
    if constexpr (std::same_as<set, nothing>) {
      const scope inside = scope_of<Query>(&around);
      ((*found++ = Result::nullable || Result::item::nullable(inside)), ...);
    } else {
      bool left[sizeof...(Result)]{}, right[sizeof...(Result)]{};
      find_nulls<typename set::left_member>(around, left);
      find_nulls<typename set::right_member>(around, right);
      for (std::size_t i = 0; i < sizeof...(Result); ++i) found[i] = set::nullable(left[i], right[i]);
    }
  }(columns_given_by<Query>{});
}

template <class... Column>
constexpr void render_names(sink& s, type_list<Column...>) {
  s.text("(");
  list_separator comma;
  ((comma.say(s), s.identifier(Column::name.view())), ...);
  s.text(")");
}
/// Whether a column is named by the program, and perhaps not in the text of its query.
template <class Item>
concept named_outside = requires {
  requires Item::is_named_outside;
};
template <clause Part, class First, class... Items>
consteval bool names_outside(projection<Part, First, Items...>*) {
  return named_outside<First>;
}
/// The names of a named query's columns, where its own text may have others: `("id", "name")`.
template <class Query, class Columns>
constexpr void render_given_names(sink& s) {
  // a refused one has said so
  if constexpr (!gives_columns<Query>)
    return;
  else if constexpr (names_outside(static_cast<projection_of<Query, result_part<Query>>*>(nullptr)))
    render_names(s, Columns{});
}

}  // namespace query

/// A query under a name, as other queries read it: its columns are `name[column]` (a column it selects) and
/// `name["alias"_name]`.
template <class Source, class Query>
struct named_query : query::named_columns<Source, decltype(query::columns_of_query<Source>(query::columns_given_by<Query>{}))> {};

}  // namespace virga
