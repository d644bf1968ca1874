// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/row.hpp"

namespace virga {

namespace schema {

/// A common table expression, as columns know it: by its name alone.
template <fixed_string Name>
struct common_table_source {
  static constexpr render::source_info info{render::source_kind::common_table, {}, Name.view(), {}};

  template <class Sink>
  static constexpr void check(Sink& s) {
    if (!s.knows_common_table(info)) s.broken(render::rule::common_table_without_with, nullptr, &info);
  }
};

}  // namespace schema

namespace query {

/// A statement that something can be read from.
template <class T>
concept gives_columns = requires { typename T::clause_type; } && gives_rows<T>;

/// The columns that a projection gives a common table expression.
template <fixed_string Name, class Projection, const auto& Scope>
struct common_columns;

template <class Item>
concept named_item = requires { Item::name.view(); };

/// A column of a CTE made from an item of its query: its name, type and nullability; nothing of a key stays.
template <fixed_string Name, class Item, bool Nullable>
struct common_column {
  static_assert(named_item<Item>, "virga: every column of a common table expression needs a name; give this expression "
                                  "one with .as(\"name\"_name)");
  using type = column<schema::common_table_source<Name>, "unnamed", typename Item::type, render::trait::none>;
};
template <fixed_string Name, named_item Item, bool Nullable>
struct common_column<Name, Item, Nullable> {
  using type = column<schema::common_table_source<Name>, Item::name, typename Item::type,
                      Nullable ? render::trait::nullable : render::trait::none>;
};

template <fixed_string Name, clause Part, class... Items, const auto& Scope>
struct common_columns<Name, projection<Part, Items...>, Scope> {
  template <class Item>
  static constexpr auto columns_from() {
    if constexpr (requires { typename Item::table_type; }) {
      return expand<Item::nullable(Scope)>(columns_list<typename Item::table_type>());
    } else {
      return type_list<typename common_column<Name, Item, Item::nullable(Scope)>::type>{};
    }
  }
  template <bool Optional, class... Column>
  static constexpr auto expand(type_list<Column...>) {
    return type_list<typename common_column<Name, Column, Optional || Column::info.has(render::trait::nullable)>::type...>{};
  }
  using type = decltype(joined(type_list<>{}, columns_from<Items>()...));
};

}  // namespace query

/// A common table expression: a named query that the query after it reads like a table. Its columns are
/// `name[column]` (a column its query selects) and `name["alias"_name]`.
/// Source: PostgreSQL manual, "WITH Queries".
template <fixed_string Name, class Query>
struct common_table {
  using source = schema::common_table_source<Name>;
  using query_type = Query;
  using columns =
      typename query::common_columns<Name, query::projection_of<Query, query::result_part<Query>>,
                                     query::scope_constant<Query>>::type;

  Query query;

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
    static_assert(times != 0 || !all_named(), "virga: the common table expression selects no column of this name; select it there, or "
                              "give an expression the name with .as(…)");
    static_assert(times < 2, "virga: the common table expression selects several columns of this name; give them "
                             "different ones with .as(…)");
    return pick<Wanted, Columns...>();
  }
  template <fixed_string Wanted, class First, class... Rest>
  static constexpr auto pick() {
    if constexpr (First::name.view() == Wanted.view() || sizeof...(Rest) == 0) return First{};
    else return pick<Wanted, Rest...>();
  }
};

/// A common table expression without its query yet.
template <fixed_string Name>
struct common_table_name {
  /// `cte("recent"_name).as(select(…).from(…))`.
  template <class Query>
  [[nodiscard]] constexpr auto as(Query query) const {
    constexpr bool fits = query::gives_columns<Query>;
    static_assert(fits, "virga: cte(name).as(query) takes a select, or an insert, update or delete with returning()");
    if constexpr (fits) return common_table<Name, Query>{std::move(query)};
    else return *this;
  }
};

/// Names a common table expression. Put it before the query that uses it: `with(recent).select(…).from(recent)`.
template <fixed_string Name>
[[nodiscard]] constexpr common_table_name<Name> cte(name_literal<Name>) {
  return {};
}

namespace query {

template <class T>
concept common_table_like = requires { typename T::query_type; };

/// `with "name" as (…), …`, before the statement that reads them.
template <class... Tables>
struct with_clause {
  static constexpr auto part = clause::with;
  [[no_unique_address]] pack<Tables...> tables;

  static constexpr void render(sink& s) {
    s.text("with ");
    list_separator comma;
    ((comma.say(s), render_one<Tables>(s)), ...);
    s.text(" ");
  }
  void bind(binder& b) const {
    tables.each([&](const auto& table) { table.query.bind(b); });
  }

 private:
  template <class Table>
  static constexpr void render_one(sink& s) {
    s.identifier(Table::source::info.table);
    s.text(" as (");
    const auto outer = s.isolate();
    Table::query_type::render(s);
    s.leave(outer);
    s.text(")");
    // known from here on: a later one may read it, an earlier one not
    s.add_common_table(Table::source::info);
  }
};

}  // namespace query
}  // namespace virga
