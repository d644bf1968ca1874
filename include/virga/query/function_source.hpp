// SPDX-License-Identifier: BSL-1.0
//
// Functions that give rows, in FROM. One of a program's own is one line, in C++'s types:
//
//   inline constexpr virga::sql_table_function<"top_titles", std::string(int)> top_titles{};
//   inline constexpr virga::sql_table_function<
//       "best", virga::sql_rows<virga::sql_column<"id", std::int64_t>, virga::sql_column<"mark",
//       std::optional<int>>>(int)> best{};
//   const auto top = top_titles(3).as("top"_name, "title"_name);
//   select(top["title"_name]).from(top)
//
// Source: PostgreSQL manual, "Table Functions" and "Set Returning Functions".
#pragma once
#include "virga/expr/function.hpp"
#include "virga/query/derived_table.hpp"

namespace virga {

/// A column of the rows that a function gives, in C++'s or SQL's types; `std::optional<…>` where it may be null.
template <fixed_string Name, class T>
struct sql_column {};
/// The result of a function that gives several columns: `sql_rows<sql_column<"id", int>, …>(parameters)`.
template <class... Columns>
struct sql_rows {};

namespace query {

/// The column of a source that a function's column becomes under a name.
template <class Source, fixed_string Name, class T>
struct column_of_function {
  using type = column<Source, Name, T, render::trait::none>;
};
template <class Source, fixed_string Name, class T>
struct column_of_function<Source, Name, signature::may_be_null<T>> {
  using type = column<Source, Name, T, render::trait::nullable>;
};

/// What a call gives, as `sql_column`s; one that gives a single value names none.
template <class Result, bool Nullable>
struct columns_of_result {
  using type = type_list<sql_column<"", std::conditional_t<Nullable, signature::may_be_null<Result>, Result>>>;
};
template <class... Columns, bool Nullable>
struct columns_of_result<sql_rows<Columns...>, Nullable> {
  using type = type_list<Columns...>;
};
template <class Call>
struct columns_of_call;
// most such functions are strict: for a null argument they give no row at all
template <fixed_string Name, class Result, nullability Nullability, class... Arguments>
struct columns_of_call<function_call<Name, Result, Nullability, Arguments...>>
    : columns_of_result<Result, Nullability == nullability::always> {};

/// A function in FROM, under a name. SQL: `function(arguments) as "name"("column", …)`.
template <fixed_string Name, class Call, bool Ordinality, class... Columns>
struct function_table : named_columns<schema::derived_source<Name>, type_list<Columns...>> {
  using derived_kind = Call;
  Call call;

  constexpr explicit function_table(Call of) : call(std::move(of)) {}

  /// The only column that the function gives.
  [[nodiscard]] constexpr auto value() const {
    constexpr bool single = sizeof...(Columns) == (Ordinality ? 2 : 1);
    static_assert(single,
                  "virga: value() is the column of a function that gives one; say which: name[\"column\"_name]");
    return first(type_list<Columns...>{});
  }
  /// The number of the row, from 1. bigint, never null. Compile time: `with_ordinality()` was said.
  [[nodiscard]] constexpr auto ordinality() const {
    static_assert(Ordinality,
                  "virga: ordinality() needs with_ordinality(): unnest(…).with_ordinality().as(\"name\"_name)");
    return last(type_list<Columns...>{});
  }

  /// As an entry of FROM: its arguments may read the tables before it.
  static constexpr void render_source(sink& s) {
    Call::render(s);
    s.text(Ordinality ? " with ordinality as " : " as ");
    s.identifier(Name.view());
    render_names(s, type_list<Columns...>{});
    s.enter_source();
  }
  void bind(binder& b) const { call.bind(b); }

 private:
  template <class First, class... More>
  static constexpr First first(type_list<First, More...>) {
    return {};
  }
  template <class First, class... More>
  static constexpr auto last(type_list<First, More...>) {
    if constexpr (sizeof...(More) == 0)
      return First{};
    else
      return last(type_list<More...>{});
  }
};

template <fixed_string Name>
struct refused_source {
  static constexpr render::source_info info{render::source_kind::derived_table, {}, Name.view(), {}};
  template <class Sink>
  static constexpr void check(Sink& s) {
    s.broken(render::rule::already_said);
  }
};
/// What stands in for a source of FROM that was refused, so that its message is the only one.
template <fixed_string Name>
struct refused_table {
  using source = refused_source<Name>;
  using columns = type_list<>;
  constexpr refused operator[](const auto&) const { return {}; }
  constexpr refused value() const { return {}; }
  constexpr refused ordinality() const { return {}; }
};
struct refused_rows {
  using refused_kind = refused_rows;
  constexpr refused_rows with_ordinality() const { return {}; }
  template <fixed_string Name>
  constexpr refused_table<Name> as(name_literal<Name>, const auto&...) const {
    return {};
  }
};

template <class Column>
inline constexpr bool is_unnamed = false;
template <class T>
inline constexpr bool is_unnamed<sql_column<"", T>> = true;

/// A function's column under the name that FROM gives it, and under its own; one that has none takes the source's.
template <fixed_string Source, fixed_string Name, class Column>
struct renamed;
template <fixed_string Source, fixed_string Name, fixed_string Old, class T>
struct renamed<Source, Name, sql_column<Old, T>>
    : column_of_function<schema::derived_source<Source>, Name, typename signature::spelled<T>::type> {};
template <fixed_string Source, class Column>
struct own_name;
template <fixed_string Source, fixed_string Own, class T>
struct own_name<Source, sql_column<Own, T>> : renamed<Source, Own, sql_column<Own, T>> {};
template <fixed_string Source, class T>
struct own_name<Source, sql_column<"", T>> : renamed<Source, Source, sql_column<"", T>> {};

/// The rows of a function, which stand in FROM once they have a name.
template <class Call, bool Ordinality, class... Given>
struct function_rows {
  Call call;

  /// One more column at the end, "ordinality": the number of the row, from 1. SQL: ` with ordinality`.
  [[nodiscard]] constexpr auto with_ordinality() const {
    static_assert(!Ordinality, "virga: with_ordinality() is said twice");
    return function_rows<Call, true, Given..., sql_column<"ordinality", types::bigint>>{call};
  }
  /// The name in FROM. The columns have those that the function gives them; an only one that has none takes this.
  template <fixed_string Name>
  [[nodiscard]] constexpr auto as(name_literal<Name>) const {
    constexpr bool named = sizeof...(Given) == (Ordinality ? 2 : 1) || !(is_unnamed<Given> || ...);
    static_assert(
        named,
        "virga: this function gives several columns without a name; name them: .as(\"name\"_name, \"a\"_name, …)");
    if constexpr (named)
      return function_table<Name, Call, Ordinality, typename own_name<Name, Given>::type...>(call);
    else
      return refused_table<Name>{};
  }
  /// The name in FROM, and those of the columns.
  template <fixed_string Name, fixed_string... Columns>
  requires(sizeof...(Columns) > 0)
      [[nodiscard]] constexpr auto as(name_literal<Name>, name_literal<Columns>... names) const {
    constexpr bool as_many = sizeof...(Columns) == sizeof...(Given);
    constexpr bool short_of_ordinality = Ordinality && sizeof...(Columns) + 1 == sizeof...(Given);
    static_assert(as_many || short_of_ordinality,
                  "virga: as(name, columns…) of a function names each column that it gives");
    if constexpr (as_many)
      return function_table<Name, Call, Ordinality, typename renamed<Name, Columns, Given>::type...>(call);
    else if constexpr (short_of_ordinality)
      return as(name_literal<Name>{}, names..., name_literal<"ordinality">{});
    else
      return refused_table<Name>{};
  }
};

/// The rows of a call; of one that was refused, nothing more is said.
template <class Call>
[[nodiscard]] constexpr auto rows_of_call(Call given) {
  if constexpr (refused_expression<Call>) {
    return refused_rows{};
  } else {
    return [&]<class... Columns>(type_list<Columns...>) {
      return function_rows<Call, false, Columns...>{std::move(given)};
    }(typename columns_of_call<Call>::type{});
  }
}

}  // namespace query

/// A function that gives rows, as an object, for a program's own: see the top of this file. Called and named it stands
/// in FROM: `top_titles(3).as("top"_name)`; its arguments may read the tables before it there.
/// SQL: `function(arguments) as "top"("column", …)`. Compile time: a signature takes the arguments.
template <fixed_string Name, class... Signatures>
struct sql_table_function {
  template <class... Given>
  [[nodiscard]] constexpr auto operator()(Given&&... given) const {
    return query::rows_of_call(call<Name, Signatures...>(static_cast<Given&&>(given)...));
  }
};

/// A function in FROM reads the tables before it with or without this word:
/// `cross_join(lateral(unnest(posts.tags).as(…)))`.
template <fixed_string Name, class Call, bool Ordinality, class... Columns>
[[nodiscard]] constexpr auto lateral(const query::function_table<Name, Call, Ordinality, Columns...>& table) {
  return table;
}

}  // namespace virga
