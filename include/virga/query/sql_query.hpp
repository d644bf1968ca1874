// SPDX-License-Identifier: BSL-1.0
//
// Whole queries and sources of FROM that are written by hand: `sql<T>` for rows. Their columns are named and typed by
// the program; the text is a literal, its arguments are expressions, tables or bound values.
#pragma once
#include "virga/query/clause_query.hpp"
#include "virga/query/from.hpp"
#include "virga/query/function_source.hpp"
#include "virga/query/target.hpp"

namespace virga {

namespace query {

/// A column of a query written by hand, as its result knows it.
template <fixed_string Name, class T>
struct handwritten_column {
  using type = typename declared<T>::type;
  using declared_kind = handwritten_column;
  static constexpr auto name = Name;
  static constexpr bool is_named_outside = true;
  static constexpr bool dynamic = false;
  static constexpr bool nullable(const scope&) { return declared<T>::nullable; }
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};

/// A table in a text written by hand, as it is called in FROM; the other arguments may be its columns.
template <class Table>
struct table_argument {
  static constexpr bool dynamic = false;
  static constexpr auto strength = precedence::atom;
  using table_type = Table;
  [[no_unique_address]] source_entry<Table> table;
  static constexpr void render(sink& s) { source_entry<Table>::render(s); }
  void bind(binder& b) const { table.bind(b); }
};
template <class Given>
[[nodiscard]] constexpr auto text_argument(Given&& given) {
  using table = std::remove_cvref_t<Given>;
  if constexpr (table_like<table>)
    return table_argument<table>{source_entry<table>(given)};
  else
    return raw_operand(static_cast<Given&&>(given));
}

/// Whether the columns of such a query are columns, said in words where not.
template <class... Columns>
struct handwritten_columns {
  static constexpr bool are_columns = false;
};
template <fixed_string... Name, class... T>
struct handwritten_columns<sql_column<Name, T>...> {
  static constexpr bool are_columns = sizeof...(Name) > 0;
  static constexpr bool are_typed = (has_declared_type<T> && ...);
  static constexpr bool are_named = ((Name.view() != "") && ...);
  template <class... Made>
  using items = projection<clause::projection, handwritten_column<Name, T>...>;
};
template <class... Columns>
constexpr bool check_handwritten_columns() {
  using columns = handwritten_columns<Columns...>;
  static_assert(columns::are_columns,
                "virga: sql_query<columns…>(text) and sql_source<columns…>(text) say which columns the text gives: "
                "sql_column<\"id\", std::int64_t>, …");
  if constexpr (columns::are_columns) {
    static_assert(
        columns::are_typed,
        "virga: sql_column<\"name\", T>: T has no SQL type; give one that has, as std::int64_t or std::string");
    return columns::are_typed;
  } else {
    return false;
  }
}
/// Whether a text may be given an argument of a C++ type.
template <class Argument>
inline constexpr bool is_text_argument =
    expression<Argument> || table_like<Argument> || has_default_type<std::decay_t<Argument>>;

/// The text of a query written by hand, with the tables that it was given in sight.
template <fixed_string Text, class... Arguments>
struct handwritten_clause : handwritten<Text, Arguments...> {
  static constexpr auto part = clause::projection;
  using handwritten_kind = handwritten_clause;
  static constexpr void enter(scope& sources) { (enter_one<Arguments>(sources), ...); }

 private:
  template <class Argument>
  static constexpr void enter_one(scope& sources) {
    if constexpr (requires { typename Argument::table_type; }) sources.enter(Argument::table_type::source::info, false);
  }
};

}  // namespace query

/// A query that virga has no words for, its columns typed by hand, in the order of the text:
/// `sql_query<sql_column<"id", std::int64_t>, sql_column<"name", std::optional<std::string>>>("select … where id >
/// {}"_sql, 3)`. It runs by itself (`.all(db)`), and stands where a select may: `.as("recent"_name)` in FROM, in
/// `cte("recent"_name).as(…)`, in `union_`, `exists`, `scalar`, `lateral`. Each `{}` takes the next argument: a value,
/// which is bound; an expression; or a table, which the text then calls by its name, and whose columns may be
/// arguments, too. A column is null where its type is a `std::optional`. In FROM and WITH the columns go by the names
/// given here. The types are believed; in debug builds those of a query that runs by itself are compared with what the
/// server sends. Compile time: as many arguments as holes. Run time: `decode_error` where the server sends another
/// type.
template <class... Columns, fixed_string Text, class... Arguments>
[[nodiscard]] constexpr auto sql_query(sql_literal<Text>, Arguments&&... arguments) {
  if constexpr (query::check_handwritten_columns<Columns...>() &&
                check_handwritten<count_holes(Text.view()) == sizeof...(Arguments),
                                  (query::is_text_argument<Arguments> && ...)>()) {
    using columns = query::handwritten_columns<Columns...>;
    static_assert(columns::are_named,
                  "virga: sql_query<columns…>(text): each column has a name: sql_column<\"id\", int>");
    using text =
        query::handwritten_clause<Text, decltype(query::text_argument(static_cast<Arguments&&>(arguments)))...>;
    return clause_query<typename columns::template items<>, text>{
        {}, {{{{query::text_argument(static_cast<Arguments&&>(arguments))}...}}}};
  } else {
    return query::no_statement{};
  }
}

/// A source of FROM that virga has no words for, typed by hand, as `sql_query` is: a call with a grammar of its own
/// (`json_table(…)`, `xmltable(…)`, `rows from (…)`), which stands in FROM and in joins once it has a name:
/// `sql_source<sql_column<"n", int>>("generate_series(1, {})"_sql, posts.id).as("s"_name)`. Its columns take the names
/// that `as` gives them, or those given here. Expressions among the arguments may read the tables before it.
/// SQL: `text as "s"("n")`. Compile time and run time: as for `sql_query`.
template <class... Columns, fixed_string Text, class... Arguments>
[[nodiscard]] constexpr auto sql_source(sql_literal<Text>, Arguments&&... arguments) {
  if constexpr (query::check_handwritten_columns<Columns...>() &&
                check_handwritten<count_holes(Text.view()) == sizeof...(Arguments),
                                  (query::is_text_argument<Arguments> && ...)>()) {
    using text = handwritten<Text, decltype(query::text_argument(static_cast<Arguments&&>(arguments)))...>;
    return query::function_rows<text, false, Columns...>{
        {{{query::text_argument(static_cast<Arguments&&>(arguments))}...}}};
  } else {
    return query::refused_rows{};
  }
}

}  // namespace virga
