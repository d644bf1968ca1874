// SPDX-License-Identifier: BSL-1.0
//
// Rows for an insert that a query gives, and rows of defaults alone.
#pragma once
#include "virga/query/named_query.hpp"
#include "virga/query/values.hpp"

namespace virga::query {

/// ` ("a", "b") select …`.
template <class Query, class... Columns>
struct selected_values {
  static constexpr auto part = clause::values;
  Query query;

  static constexpr void render(sink& s) { render_overriding(s, {}); }
  static constexpr void render_overriding(sink& s, std::string_view overriding) {
    s.text(" (");
    list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view())), ...);
    s.text(")");
    s.text(overriding);
    s.text(" ");
    // the query stands beside the table, not inside of a row of it
    const auto outer = s.isolate();
    Query::render(s);
    s.leave(outer);
  }
  void bind(binder& b) const { query.bind(b); }
};

/// ` default values`.
struct default_values_clause {
  static constexpr auto part = clause::values;
  static constexpr void render(sink& s) { s.text(" default values"); }
  void bind(binder&) const {}
};

/// The columns of a table that an insert can give.
template <class Table, bool Overriding = false>
constexpr auto written_columns() {
  return []<class... Column>(type_list<Column...>) {
    return joined(type_list<>{}, std::conditional_t<is_given<Column, Overriding>, type_list<Column>, type_list<>>{}...);
  }(columns_list<Table>());
}

/// Whether columns can be given by an insert, together; said in words where not.
template <class Table, bool Overriding, class... Columns>
constexpr bool check_given_columns() {
  constexpr bool are_columns = (table_column<Columns> && ...);
  static_assert(are_columns, "virga: columns() takes columns of the table");
  if constexpr (!are_columns) {
    return false;
  } else {
    constexpr bool of_this_table = (std::same_as<typename Columns::source, typename Table::source> && ...);
    if constexpr (!of_this_table) {
      static_assert(excused<about_stranger<typename Table::source, Columns...>>,
                    "virga: columns() names a column of another table");
      return false;
    } else {
      constexpr bool written = (is_given<Columns, Overriding> && ...);
      static_assert(written, "virga: columns() names a column that the database alone writes (generated always); leave it out, "
                             "or say overriding_system_value() for an identity");
      constexpr bool once = named_once<Columns...>();
      if constexpr (!once) static_assert(excused<about_repeated<Columns...>>, "virga: columns() names a column twice");
      constexpr bool complete = gives_all_required<Table, render::trait::none, Columns...>();
      if constexpr (!complete)
        static_assert(excused<about_missing<Table, render::trait::none, Columns...>>,
                      "virga: columns() leaves out a column that is not null and has no default; give it a value");
      return written && once && complete;
    }
  }
}

/// The first column that what a query gives for it does not fit.
template <class Results, class... Columns>
constexpr sentence misfit_in_words() {
  return []<class... Result>(type_list<Result...>) {
    sentence words;
    ((words.size() == 0 && !assignable<typename Columns::type, typename Result::item::type>
          ? words.add(sentence(column_in_words<Columns>().view(), " (", Columns::type::name, ") from ",
                               Result::item::type::name)
                          .view())
          : void()),
     ...);
    return words;
  }(Results{});
}
/// The first column that may get null from a query and does not take it.
template <class Results, class... Columns>
constexpr sentence unfilled_in_words() {
  return []<class... Result>(type_list<Result...>) {
    sentence words;
    ((words.size() == 0 && Result::nullable && !Columns::info.has(render::trait::nullable)
          ? words.add(sentence(column_in_words<Columns>().view(), " is not null").view())
          : void()),
     ...);
    return words;
  }(Results{});
}

/// Whether an insert can take rows from a query, said in words where not.
template <class Query>
constexpr bool check_gives() {
  constexpr bool gives = gives_columns<Query>;
  static_assert(gives, "virga: select(query) of an insert takes a select, or a statement with returning()");
  return gives;
}
/// What a query gives, for `check_selected`.
template <class Query>
constexpr auto results_of() {
  if constexpr (gives_columns<Query>)
    return columns_given_by<Query>{};
  else
    return nothing{};
}
/// Whether what a query gives fits the columns, one by one; said in words where not.
template <class... Result, class... Columns>
constexpr bool check_selected(type_list<Result...>, type_list<Columns...>) {
  constexpr bool as_many = sizeof...(Result) == sizeof...(Columns);
  static_assert(as_many,
                "virga: the query gives another number of columns than the insert writes; name those with columns(…)");
  if constexpr (as_many) {
    constexpr bool typed = (assignable<typename Columns::type, typename Result::item::type> && ...);
    if constexpr (!typed)
      static_assert(excused<about<fixed<&misfit_in_words<type_list<Result...>, Columns...>>()>>,
                    "virga: a column of the query cannot be stored in the column at its place: their SQL types differ; "
                    "cast<T>(…) it, or mend the order");
    constexpr bool filled = ((Columns::info.has(render::trait::nullable) || !Result::nullable) && ...);
    if constexpr (!filled)
      static_assert(excused<about<fixed<&unfilled_in_words<type_list<Result...>, Columns...>>()>>,
                    "virga: a column of the query may be null, and the column at its place is not null; "
                    "coalesce(…) it, or leave its nulls out");
    return typed && filled;
  } else {
    return false;
  }
}
template <class Columns>
constexpr bool check_selected(nothing, Columns) {
  return false;  // said by `check_gives`
}

}  // namespace virga::query
