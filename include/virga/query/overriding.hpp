// SPDX-License-Identifier: BSL-1.0
//
// Inserts that say what becomes of values for identity columns. Source: PostgreSQL manual, "INSERT", OVERRIDING.
#pragma once
#include "virga/query/insert_from.hpp"

namespace virga {

enum class overriding : unsigned char { nothing, system_value, user_value };

namespace query {

constexpr std::string_view words_of(overriding what) {
  return what == overriding::system_value ? " overriding system value" : " overriding user value";
}

/// The rows of an insert, with the words between their columns and their values.
template <overriding What, class Values>
struct overriding_values : Values {
  static constexpr void render(sink& s) { Values::render_overriding(s, words_of(What)); }
};
/// The rows of an insert, as it says them.
template <overriding What, class Values>
[[nodiscard]] constexpr auto rows_given(Values values) {
  if constexpr (What == overriding::nothing)
    return values;
  else
    return overriding_values<What, Values>{std::move(values)};
}

}  // namespace query

/// An insert that knows which columns a query is to fill.
template <class Insert, overriding What, class... Columns>
struct insert_columns {
  Insert insert;

  /// The rows: a select that gives one column for each, in their order. SQL: ` ("a", "b") select …`.
  /// Compile time: as many columns, each of a type that the table's column takes, none null where that is not null.
  template <class Query>
  [[nodiscard]] constexpr auto select(Query query) const {
    if constexpr (query::check_selected<Query, Columns...>())
      return insert.then(query::rows_given<What>(query::selected_values<Query, Columns...>{std::move(query)}));
    else
      return insert.then(query::no_clause<render::clause::values>());
  }
};

/// An insert that overrides the database's values or the given ones, and needs its rows now.
template <class Insert, class Table, overriding What>
struct overriding_insert {
  Insert insert;

  /// One row, from assignments, of identity columns, too.
  template <column_assignment... Assignments>
  [[nodiscard]] constexpr auto values(Assignments... assignments) const {
    static_assert(sizeof...(Assignments) > 0,
                  "virga: values() needs a row: assignments, an infer_insert<table>, or a vector of them");
    if constexpr (query::check_given<Table, true, Assignments...>()) {
      if constexpr (!query::gives_all_required<Table, render::trait::made_on_insert, typename Assignments::column...>())
        static_assert(
            excused<query::about_missing<Table, render::trait::made_on_insert, typename Assignments::column...>>,
            "virga: values() leaves out a column that is not null and has no default; give it a value");
      return insert.then(query::rows_given<What>(
          query::completed<query::assigned_values, Table, render::trait::made_on_insert>(std::move(assignments)...)));
    } else {
      return insert.then(query::no_clause<render::clause::values>());
    }
  }
  /// One row, many rows, as structs. These have no member for an identity that is always generated.
  using new_row = typename Table::template rows<insert_mode>;
  [[nodiscard]] constexpr auto values(new_row row) const {
    return insert.then(query::rows_given<What>(query::row_values<Table>{std::move(row)}));
  }
  template <query::rows_for<new_row> Rows>
  [[nodiscard]] auto values(Rows&& rows) const {
    return insert.then(query::batch_values<Table>{std::forward<Rows>(rows), query::words_of(What)});
  }
  [[nodiscard]] auto values(std::initializer_list<new_row> rows) const {
    return insert.then(query::batch_values<Table>{rows, query::words_of(What)});
  }
  /// Names the columns that a query fills, identity columns among them.
  template <class... Columns>
  [[nodiscard]] constexpr auto columns(const Columns&...) const {
    if constexpr (query::check_given_columns<Table, true, Columns...>())
      return insert_columns<Insert, What, Columns...>{insert};
    else
      return query::no_statement{};
  }
  /// The rows that a query gives, for every column but those that the database computes.
  template <class Query>
  [[nodiscard]] constexpr auto select(Query query) const {
    return [&]<class... Column>(type_list<Column...>) {
      return insert_columns<Insert, What, Column...>{insert}.select(std::move(query));
    }(query::written_columns<Table, true>());
  }
};

}  // namespace virga
