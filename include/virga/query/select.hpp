// SPDX-License-Identifier: BSL-1.0
//
// SELECT. The methods below are the grammar; each clause has its own file beside this one.
// Source: PostgreSQL manual, "SELECT".
#pragma once
#include "virga/query/from.hpp"
#include "virga/query/group_by.hpp"
#include "virga/query/limit.hpp"
#include "virga/query/order_by.hpp"
#include "virga/query/statement.hpp"
#include "virga/query/where.hpp"
#include "virga/query/with.hpp"

namespace virga {

/// A select as far as it was said. A value: extend it twice, and neither changes the other.
template <class Projection, class Previous, class Clause>
struct select_query : statement_base<select_query<Projection, Previous, Clause>> {
  using projection_type = Projection;
  using previous_type = Previous;
  using clause_type = Clause;

  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;

  // ---- clauses: each may be said of a value that lives on (which is copied) or of a temporary (which is moved) ----
  /// ` from "table"`: a table, an alias, a common table expression.
  template <class Table>
  [[nodiscard]] constexpr auto from(const Table&) const& {
    query::check_table<Table>();
    return next<query::from_type<Table>>{{}, *this, {}};
  }
  template <class Table>
  [[nodiscard]] constexpr auto from(const Table&) && {
    query::check_table<Table>();
    return next<query::from_type<Table>>{{}, static_cast<select_query&&>(*this), {}};
  }
  /// ` inner join "table" on predicate`: rows of both sides that fit.
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Table&, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::inner, Table, Predicate>>{{}, *this, {static_cast<Predicate&&>(on)}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Table&, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::inner, Table, Predicate>>{{}, static_cast<select_query&&>(*this), {static_cast<Predicate&&>(on)}};
  }
  /// ` left join …`: rows of the left side stay; what they find no partner for is null, in the result type too.
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Table&, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::left, Table, Predicate>>{{}, *this, {static_cast<Predicate&&>(on)}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Table&, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::left, Table, Predicate>>{{}, static_cast<select_query&&>(*this), {static_cast<Predicate&&>(on)}};
  }
  /// ` right join …`: rows of `table` stay.
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto right_join(const Table&, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::right, Table, Predicate>>{{}, *this, {static_cast<Predicate&&>(on)}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto right_join(const Table&, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::right, Table, Predicate>>{{}, static_cast<select_query&&>(*this), {static_cast<Predicate&&>(on)}};
  }
  /// ` full join …`: rows of both sides stay.
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto full_join(const Table&, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::full, Table, Predicate>>{{}, *this, {static_cast<Predicate&&>(on)}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto full_join(const Table&, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::full, Table, Predicate>>{{}, static_cast<select_query&&>(*this), {static_cast<Predicate&&>(on)}};
  }
  /// ` cross join "table"`: every row with every row.
  template <class Table>
  [[nodiscard]] constexpr auto cross_join(const Table&) const& {
    query::check_table<Table>();
    return next<query::cross_join_type<Table>>{{}, *this, {}};
  }
  template <class Table>
  [[nodiscard]] constexpr auto cross_join(const Table&) && {
    query::check_table<Table>();
    return next<query::cross_join_type<Table>>{{}, static_cast<select_query&&>(*this), {}};
  }
  /// ` where predicate`: rows for which it is true; not those for which it is null.
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) const& {
    query::check_predicate<Predicate>();
    return next<query::where_type<Predicate, query::when_empty::every_row>>{{}, *this, {static_cast<Predicate&&>(condition)}};
  }
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) && {
    query::check_predicate<Predicate>();
    return next<query::where_type<Predicate, query::when_empty::every_row>>{{}, static_cast<select_query&&>(*this), {static_cast<Predicate&&>(condition)}};
  }
  /// ` group by expressions`.
  template <class... Expressions>
  [[nodiscard]] constexpr auto group_by(Expressions... expressions) const& {
    query::check_expressions<Expressions...>();
    return next<query::group_by_type<Expressions...>>{{}, *this, {{{static_cast<Expressions&&>(expressions)}...}}};
  }
  template <class... Expressions>
  [[nodiscard]] constexpr auto group_by(Expressions... expressions) && {
    query::check_expressions<Expressions...>();
    return next<query::group_by_type<Expressions...>>{{}, static_cast<select_query&&>(*this), {{{static_cast<Expressions&&>(expressions)}...}}};
  }
  /// ` having predicate`: groups for which it is true.
  template <class Predicate>
  [[nodiscard]] constexpr auto having(Predicate condition) const& {
    query::check_predicate<Predicate>();
    return next<query::having_type<Predicate>>{{}, *this, {static_cast<Predicate&&>(condition)}};
  }
  template <class Predicate>
  [[nodiscard]] constexpr auto having(Predicate condition) && {
    query::check_predicate<Predicate>();
    return next<query::having_type<Predicate>>{{}, static_cast<select_query&&>(*this), {static_cast<Predicate&&>(condition)}};
  }
  /// ` order by keys`: columns, expressions, `asc(…)`, `desc(…)`, `when(flag, desc(…))`.
  template <class... Keys>
  [[nodiscard]] constexpr auto order_by(Keys... keys) const& {
    query::check_keys<Keys...>();
    return next<query::order_by_clause<query::key_type<Keys>...>>{{}, *this, {{{{static_cast<Keys&&>(keys)}}...}}};
  }
  template <class... Keys>
  [[nodiscard]] constexpr auto order_by(Keys... keys) && {
    query::check_keys<Keys...>();
    return next<query::order_by_clause<query::key_type<Keys>...>>{{}, static_cast<select_query&&>(*this), {{{{static_cast<Keys&&>(keys)}}...}}};
  }
  /// ` limit $n`: at most so many rows; 0 is legal. Run time: `value_error` for a negative number.
  template <class Number>
  [[nodiscard]] constexpr auto limit(Number rows) const& {
    return next<query::row_limit<render::clause::limit>>{{}, *this, {query::checked_rows<render::clause::limit>(rows)}};
  }
  template <class Number>
  [[nodiscard]] constexpr auto limit(Number rows) && {
    return next<query::row_limit<render::clause::limit>>{{}, static_cast<select_query&&>(*this), {query::checked_rows<render::clause::limit>(rows)}};
  }
  /// ` offset $n`: leaves out so many rows first.
  template <class Number>
  [[nodiscard]] constexpr auto offset(Number rows) const& {
    return next<query::row_limit<render::clause::offset>>{{}, *this, {query::checked_rows<render::clause::offset>(rows)}};
  }
  template <class Number>
  [[nodiscard]] constexpr auto offset(Number rows) && {
    return next<query::row_limit<render::clause::offset>>{{}, static_cast<select_query&&>(*this), {query::checked_rows<render::clause::offset>(rows)}};
  }

  // ---- what it is ------------------------------------------------------------------------------------------
  static constexpr void render(sink& s) { query::render_statement<select_query, render::clause::projection>(s); }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

 private:
  template <class Next>
  using next = select_query<Projection, select_query, Next>;
};

/// Begins a select. Items: columns, whole tables, expressions, expressions under a name. Without any: every column of
/// every table in FROM. Rows: the table's own struct for one table; a `row` otherwise (query/row.hpp).
template <class... Items>
[[nodiscard]] constexpr auto select(Items... items) {
  query::check_items<Items...>();
  using projection = query::projection_type<render::clause::projection, Items...>;
  return select_query<projection, query::nothing, projection>{{}, {}, {{{static_cast<Items&&>(items)}...}}};
}
/// The same, with equal rows given once. SQL: `select distinct …`.
template <class... Items>
[[nodiscard]] constexpr auto select_distinct(Items... items) {
  query::check_items<Items...>();
  using start = query::link<query::nothing, query::distinct_clause>;
  using projection = query::projection_type<render::clause::projection, Items...>;
  return select_query<projection, start, projection>{{}, {}, {{{static_cast<Items&&>(items)}...}}};
}

/// What may follow `with(…)`.
template <class... Tables>
struct with_tables {
  query::with_clause<Tables...> clause;

  template <class... Items>
  [[nodiscard]] constexpr auto select(Items... items) && {
    query::check_items<Items...>();
    using start = query::link<query::nothing, query::with_clause<Tables...>>;
    using projection = query::projection_type<render::clause::projection, Items...>;
    return select_query<projection, start, projection>{
        {}, start{{}, std::move(clause)}, {{{static_cast<Items&&>(items)}...}}};
  }
};

/// Puts common table expressions before a query; a later one may read an earlier one. SQL: `with "name" as (…), …`.
template <class... Tables>
[[nodiscard]] constexpr auto with(Tables... tables) {
  constexpr bool fits = (query::common_table_like<Tables> && ...);
  static_assert(fits, "virga: with() takes common table expressions: cte(\"name\"_name).as(select(…))");
  if constexpr (fits) return with_tables<Tables...>{{{{std::move(tables)}...}}};
  else return with_tables<>{};
}

}  // namespace virga
