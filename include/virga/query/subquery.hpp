// SPDX-License-Identifier: BSL-1.0
//
// Queries as expressions. They may read the columns of the statement around them.
// Source: PostgreSQL manual, "Subquery Expressions" and "Scalar Subqueries".
#pragma once
#include "virga/expr/refused.hpp"
#include "virga/expr/row_comparison.hpp"
#include "virga/query/named_query.hpp"

namespace virga {

namespace query {

/// The only column that a query gives; void where it gives several, or none.
template <class Results>
struct only {
  using item = void;
};
template <class Result>
struct only<type_list<Result>> : Result {};
template <class Query>
struct only_column : only<type_list<>> {};
template <gives_columns Query>
struct only_column<Query> : only<columns_given_by<Query>> {};

/// Whether an aggregate of a query's select list is one of that query, and not of one around it.
template <class Query, class Item>
constexpr bool aggregates_own_rows() {
  sink s;
  render::statement_facts facts;
  facts.sources = scope_of<Query>();
  const auto outer = s.enter(facts);
  s.in(clause::projection);
  Item::render(s);
  s.leave(outer);
  return facts.has_aggregate;
}

/// Whether a query gives exactly one row, whatever the tables hold: an aggregate over all of them.
template <class Query>
constexpr bool gives_one_row() {
  using item = typename only_column<Query>::item;
  constexpr bool aggregates = [] {
    if constexpr (requires { typename item::aggregate_kind; })
      return aggregates_own_rows<Query, item>();
    else
      return false;
  }();
  return aggregates && !has_clause<Query, clause::group_by> && !has_clause<Query, clause::having> &&
         !has_clause<Query, clause::limit> && !has_clause<Query, clause::offset>;
}

template <class Query>
constexpr void render_nested(sink& s) {
  s.text("(");
  s.enter_value();
  Query::render(s);
  s.leave_value();
  s.text(")");
}

template <class Query>
constexpr bool check_one_column() {
  constexpr bool fits = !std::is_void_v<typename only_column<Query>::item>;
  static_assert(fits, "virga: a query used as a value, a list or an array gives exactly one column; select one");
  return fits;
}

}  // namespace query

/// `(select …)` as a value.
template <class Query>
struct scalar_subquery : expression_node<scalar_subquery<Query>> {
  using type = typename query::only_column<Query>::item::type;
  Query query;

  // no row is null
  static constexpr bool nullable(const scope&) {
    return query::only_column<Query>::nullable || !query::gives_one_row<Query>();
  }
  static constexpr void render(sink& s) {
    const bool grouped = s.enter_expression(&scalar_subquery::render);
    query::render_nested<Query>(s);
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { query.bind(b); }
};

/// A query as a value: `select(users.name, scalar(select(count()).from(posts).where(posts.author_id == users.id)))`.
/// Null where it gives no row; never null for a `count()` over all rows. SQL: `(select …)`.
/// Compile time: it gives one column. Run time: `database_error` 21000 where it gives more than one row.
template <class Query>
[[nodiscard]] constexpr auto scalar(Query query) {
  if constexpr (query::check_one_column<Query>())
    return scalar_subquery<Query>{{}, std::move(query)};
  else
    return refused{};
}

/// `array(select …)`.
template <class Query>
struct array_subquery : expression_node<array_subquery<Query>> {
  using type = types::array_of<typename query::only_column<Query>::item::type>;
  Query query;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    const bool grouped = s.enter_expression(&array_subquery::render);
    s.text("array");
    query::render_nested<Query>(s);
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { query.bind(b); }
};

/// The only column of a query's rows as an array, in the query's order. Never null: of no rows it is empty.
/// SQL: `array(select …)`. Run time: `decode_error` where a value is null.
template <class Query>
[[nodiscard]] constexpr auto array_from(Query query) {
  if constexpr (query::check_one_column<Query>()) {
    constexpr bool fits = types::array_element<typename query::only_column<Query>::item::type>;
    static_assert(fits, "virga: array_from(query) takes a query whose column is no array itself");
    if constexpr (fits)
      return array_subquery<Query>{{}, std::move(query)};
    else
      return refused{};
  } else {
    return refused{};
  }
}

/// `exists (select …)`.
template <bool Negated, class Query>
struct existence_test : expression_node<existence_test<Negated, Query>> {
  using type = types::boolean;
  static constexpr auto strength = Negated ? precedence::negation : precedence::atom;
  Query query;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    const bool grouped = s.enter_expression(&existence_test::render);
    s.text(Negated ? "not exists " : "exists ");
    query::render_nested<Query>(s);
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { query.bind(b); }
};

template <bool Negated, class Query>
[[nodiscard]] constexpr auto test_existence(Query query) {
  constexpr bool fits = query::gives_columns<Query>;
  static_assert(fits, "virga: exists(query) takes a select");
  if constexpr (fits)
    return existence_test<Negated, Query>{{}, std::move(query)};
  else
    return refused{};
}

/// Whether a query gives any row. boolean, never null. SQL: `exists (select …)`.
template <class Query>
[[nodiscard]] constexpr auto exists(Query query) {
  return test_existence<false>(std::move(query));
}
template <class Query>
[[nodiscard]] constexpr auto not_exists(Query query) {
  return test_existence<true>(std::move(query));
}

/// The rows of a query of one column, for a comparison with any or all of them.
template <fixed_string Quantifier, class Query>
struct quantified : expression_node<quantified<Quantifier, Query>> {
  using type = typename query::only_column<Query>::item::type;
  using quantified_kind = Query;
  Query query;

  // over no rows `any` is false and `all` is true; a null among them may make the answer null
  static constexpr bool nullable(const scope&) { return query::only_column<Query>::nullable; }
  static constexpr void render(sink& s) {
    s.text(Quantifier.view());
    query::render_nested<Query>(s);
  }
  void bind(binder& b) const { query.bind(b); }
};

template <fixed_string Quantifier, bool Fits, class Query>
[[nodiscard]] constexpr auto quantify(Query query) {
  if constexpr (Fits)
    return quantified<Quantifier, Query>{{}, std::move(query)};
  else
    return refused{};
}

/// At the right of a comparison: whether it is true for any row, for all rows of a query.
/// SQL: `users.age > any (select …)`.
template <statement_like Query>
[[nodiscard]] constexpr auto any_of(Query query) {
  return quantify<"any ", query::check_one_column<Query>()>(std::move(query));
}
template <statement_like Query>
[[nodiscard]] constexpr auto all_of(Query query) {
  return quantify<"all ", query::check_one_column<Query>()>(std::move(query));
}

namespace operators {
struct in_query : comparison {
  static constexpr auto needs = &comparisons::equal;
  static constexpr std::string_view text = " in ";
  static constexpr auto strength = precedence::pattern;
};
struct not_in_query : in_query {
  static constexpr std::string_view text = " not in ";
};
}  // namespace operators

/// Whether an expression is one of the rows of a query of one column. boolean; null where it is none of them and the
/// operand or one of them is null, so `not_in` finds nothing beside a null: prefer `not_exists`.
/// SQL: `operand in (select …)`.
template <expression Operand, statement_like Query>
[[nodiscard]] constexpr auto in_(Operand&& operand, const Query& query) {
  const auto rows = quantify<"", query::check_one_column<Query>()>(query);
  return compare_checked<operators::in_query, check_comparable<std::remove_cvref_t<Operand>, decltype(rows)>()>(
      static_cast<Operand&&>(operand), rows);
}
template <expression Operand, statement_like Query>
[[nodiscard]] constexpr auto not_in(Operand&& operand, const Query& query) {
  const auto rows = quantify<"", query::check_one_column<Query>()>(query);
  return compare_checked<operators::not_in_query, check_comparable<std::remove_cvref_t<Operand>, decltype(rows)>()>(
      static_cast<Operand&&>(operand), rows);
}

/// The rows of a query, for a row to be looked for among them.
template <class Query>
struct query_rows : expression_node<query_rows<Query>> {
  using type = types::boolean;  // of no matter
  Query query;

  static constexpr bool nullable(const scope&) {
    return []<class... Results>(type_list<Results...>) {
      return (Results::nullable || ...);
    }(query::columns_given_by<Query>{});
  }
  static constexpr void render(sink& s) { query::render_nested<Query>(s); }
  void bind(binder& b) const { query.bind(b); }
};

template <class Operator, class... Items, class Query>
[[nodiscard]] constexpr auto row_in_query(const row_value<Items...>& row, const Query& query) {
  constexpr bool columns = (expression<Items> && ...);
  static_assert(columns, "virga: in_(row_of(…), query): the row is of columns and expressions");
  constexpr bool fits = []<class... Results>(type_list<Results...>) {
    if constexpr (sizeof...(Results) != sizeof...(Items))
      return false;
    else if constexpr (!(expression<Items> && ...))
      return true;
    else
      return (comparable<typename Items::type, typename Results::item::type> && ...);
  }(query::columns_given_by<Query>{});
  static_assert(
      fits,
      "virga: in_(row_of(…), query): the query gives as many columns as the row has items, each comparable with it");
  constexpr bool compared = (compares_item<Operator, Items> && ...);
  static_assert(compared,
                "virga: PostgreSQL does not compare rows with items of this SQL type (json, xml, points and other "
                "figures); cast them to jsonb or text first");
  if constexpr (columns && fits && compared && !(refused_expression<Items> || ...))
    return binary<Operator, row_expression<Items...>, query_rows<Query>>{{}, {{}, row.items}, {{}, query}};
  else
    return refused{};
}
/// The same of a row, and a query of as many columns. SQL: `(a, b) in (select …)`.
template <row_like Row, statement_like Query>
[[nodiscard]] constexpr auto in_(const Row& row, const Query& query) {
  return row_in_query<operators::in_query>(row, query);
}
template <row_like Row, statement_like Query>
[[nodiscard]] constexpr auto not_in(const Row& row, const Query& query) {
  return row_in_query<operators::not_in_query>(row, query);
}

/// `("a", "b") = (select …)` in SET.
template <class Query, class... Columns>
struct row_assignment {
  using assignment_kind = row_assignment;
  using columns = type_list<Columns...>;
  query_rows<Query> value;

  static constexpr void render_target(sink& s) {
    s.text("(");
    list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view())), ...);
    s.text(")");
  }
};

/// Assigns the columns of a query's only row to columns of the table that an update changes: `set(row_of(users.name,
/// users.age) = select(staff.name, staff.age).from(staff).where(staff.user_id == users.id))`. No row gives nulls.
/// SQL: `("name", "age") = (select …)`.
/// Compile time: as many columns as the row has items, each of a type that can be stored.
/// Run time: `database_error` 21000 where the query gives more than one row; `not_null_violation`.
template <class... Items, class Query>
[[nodiscard]] constexpr auto assign_row(const row_value<Items...>&, const Query& query) {
  constexpr bool columns = (table_column<Items> && ...) && query::gives_columns<Query>;
  static_assert(columns, "virga: row_of(…) = query assigns the row of a select to columns of the table");
  if constexpr (columns) {
    constexpr bool fits = []<class... Results>(type_list<Results...>) {
      if constexpr (sizeof...(Results) != sizeof...(Items))
        return false;
      else
        return (assignable<typename Items::type, typename Results::item::type> && ...);
    }(query::columns_given_by<Query>{});
    static_assert(
        fits,
        "virga: row_of(…) = query: the query gives as many columns as the row has, each of a type that can be "
        "stored in its column; cast it first");
    if constexpr (fits)
      return row_assignment<Query, Items...>{{{}, query}};
    else
      return refused_assignment{};
  } else {
    return refused_assignment{};
  }
}

}  // namespace virga
