// SPDX-License-Identifier: BSL-1.0
//
// Inserts that say what becomes of values for identity columns. Source: PostgreSQL manual, "INSERT", OVERRIDING.
#pragma once
#include "virga/query/insert_from.hpp"

namespace virga {

enum class overriding : unsigned char { nothing, system_value, user_value };

namespace query {

constexpr std::string_view words_of(overriding what) {
  if (what == overriding::nothing) return {};
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
    if constexpr (query::check_gives<Query>() &&
                  query::check_selected(query::results_of<Query>(), type_list<Columns...>{}))
      return insert.then(query::rows_given<What>(query::selected_values<Query, Columns...>{std::move(query)}));
    else
      return insert.then(query::no_clause<render::clause::values>());
  }
};

/// The words of an insert that give it its rows. `Self::insert()` is the insert that they are given to.
template <class Self, class Table, overriding What>
class rows_of_insert {
 public:
  using new_row = typename Table::template rows<insert_mode>;

  /// One row, from assignments: `values(users.email = "a@b.c", users.name = "Ann")`. Other columns are left to the
  /// database. Compile time: every column that is not null and has no default must be given, none twice, all of this
  /// table, none that the database alone writes (but identity columns, where they are overridden).
  template <class First, class... More>
  requires(column_assignment<First> || (column_assignment<More> || ...))
      [[nodiscard]] constexpr auto values(First first, More... more) const {
    if constexpr (query::check_single_assignments<First, More...>() &&
                  query::check_assigned<Table, overrides>(query::columns_of_given<First, More...>())) {
      using namespace render;
      if constexpr (!query::gives_all_required<Table, trait::made_on_insert, typename First::column,
                                               typename More::column...>()) {
        using missing =
            query::about_missing<Table, trait::made_on_insert, typename First::column, typename More::column...>;
        constexpr sentence words =
            query::missing_in_words<Table, trait::made_on_insert, typename First::column, typename More::column...>();
        if constexpr (composes)
          refuse<missing, sentence("virga: values() leaves out a column that is not null and has no default: ",
                                   words.view(), "; give it a value")>();
        else
          static_assert(excused<missing>,
                        "virga: values() leaves out a column that is not null and has no default; give it a value");
      }
      return give(query::rows_given<What>(query::completed<query::assigned_values, Table, trait::made_on_insert>(
          std::move(first), std::move(more)...)));
    } else {
      return give(query::no_clause<render::clause::values>());
    }
  }
  /// One row, as a struct: `values({.email = "a@b.c", .name = "Ann"})`. Fields left out are left to the database. (It
  /// has no member for an identity that is always generated.)
  [[nodiscard]] constexpr auto values(new_row row) const {
    return give(query::rows_given<What>(query::row_values<Table>{std::move(row)}));
  }
  /// Many rows, in one statement: a vector, or a list of them, `values({{.email = …}, {.email = …}})`. An empty one
  /// throws `empty_statement` when it is run.
  template <query::rows_for<new_row> Rows>
  [[nodiscard]] auto values(Rows&& rows) const {
    return give(query::batch_values<Table>{std::forward<Rows>(rows), query::words_of(What)});
  }
  [[nodiscard]] auto values(std::initializer_list<new_row> rows) const {
    return give(query::batch_values<Table>{rows, query::words_of(What)});
  }
  /// Anything else, to say what is taken.
  template <class... Given>
  requires(sizeof...(Given) == 0 || !(column_assignment<Given> || ...)) &&
      (!std::is_convertible_v<Given, new_row> && ...) &&
      (!query::rows_for<Given, new_row> && ...) [[nodiscard]] constexpr auto values(const Given&...) const {
    static_assert(sizeof...(Given) != 0,
                  "virga: values() needs a row: assignments, an infer_insert<table>, or a vector of them");
    static_assert(sizeof...(Given) == 0,
                  "virga: columns are given as assignments: users.name = \"Ann\"; or give an "
                  "infer_insert of this table, or a vector of them");
    return give(query::no_clause<render::clause::values>());
  }

  /// Names the columns that a query fills: `insert_into(archive).columns(archive.id, archive.title).select(…)`.
  template <class... Columns>
  [[nodiscard]] constexpr auto columns(const Columns&...) const {
    if constexpr (query::check_given_columns<Table, overrides, Columns...>())
      return filled<Columns...>();
    else
      return query::no_statement{};
  }
  /// The rows that a query gives, for every column that an insert can write, in the order of the table's description.
  template <class Query>
  [[nodiscard]] constexpr auto select(Query query) const {
    constexpr auto columns = query::written_columns<Table, overrides>();
    if constexpr (query::check_gives<Query>() && query::check_selected(query::results_of<Query>(), columns))
      return
          [&]<class... Column>(type_list<Column...>) { return filled<Column...>().select(std::move(query)); }(columns);
    else
      return give(query::no_clause<render::clause::values>());
  }

 private:
  static constexpr bool overrides = What != overriding::nothing;

  [[nodiscard]] constexpr const auto& insert() const { return static_cast<const Self&>(*this).begun(); }
  template <class Values>
  [[nodiscard]] constexpr auto give(Values values) const {
    return insert().then(std::move(values));
  }
  template <class... Columns>
  [[nodiscard]] constexpr auto filled() const {
    return insert_columns<std::remove_cvref_t<decltype(insert())>, What, Columns...>{insert()};
  }
};

/// An insert that overrides the database's values or the given ones, and needs its rows now.
template <class Insert, class Table, overriding What>
struct overriding_insert : rows_of_insert<overriding_insert<Insert, Table, What>, Table, What> {
  Insert of;

  constexpr explicit overriding_insert(const Insert& given) : of(given) {}
  [[nodiscard]] constexpr const Insert& begun() const { return of; }
};

}  // namespace virga
