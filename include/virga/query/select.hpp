// SPDX-License-Identifier: BSL-1.0
//
// SELECT. The methods below are the grammar; each clause has its own file beside this one.
// Source: PostgreSQL manual, "SELECT".
#pragma once
#include "virga/query/derived_table.hpp"
#include "virga/query/from.hpp"
#include "virga/query/group_by.hpp"
#include "virga/query/limit.hpp"
#include "virga/query/lock.hpp"
#include "virga/query/only_if.hpp"
#include "virga/query/order_by.hpp"
#include "virga/query/statement.hpp"
#include "virga/query/where.hpp"
#include "virga/query/window_clause.hpp"
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
  [[nodiscard]] constexpr auto from(const Table& table) const& {
    query::check_table<Table>();
    return next<query::from_type<Table>>{{}, *this, {query::source_entry<Table>(table)}};
  }
  template <class Table>
  [[nodiscard]] constexpr auto from(const Table& table) && {
    query::check_table<Table>();
    return next<query::from_type<Table>>{{}, static_cast<select_query&&>(*this), {query::source_entry<Table>(table)}};
  }
  template <class... Tables>
  requires(sizeof...(Tables) != 1) [[nodiscard]] constexpr auto from(const Tables&...) const {
    query::refuse_from<Tables...>();
    return next<query::no_clause<query::clause::from>>{{}, *this, {0}};
  }
  /// ` inner join "table" on predicate`: rows of both sides that fit.
  template <class Table>
  [[nodiscard]] constexpr auto inner_join(const Table&) const {
    query::refuse_join<Table>();
    return next<query::no_clause<query::clause::join>>{{}, *this, {0}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Table& table, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::inner, Table, Predicate>>{
        {}, *this, query::make_join<query::join_kind::inner>(table, static_cast<Predicate&&>(on))};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Table& table, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::inner, Table, Predicate>>{
        {}, static_cast<select_query&&>(*this), query::make_join<query::join_kind::inner>(table, static_cast<Predicate&&>(on))};
  }
  /// ` left join …`: rows of the left side stay; what they find no partner for is null, in the result type too.
  template <class Table>
  [[nodiscard]] constexpr auto left_join(const Table&) const {
    query::refuse_join<Table>();
    return next<query::no_clause<query::clause::join>>{{}, *this, {0}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Table& table, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::left, Table, Predicate>>{
        {}, *this, query::make_join<query::join_kind::left>(table, static_cast<Predicate&&>(on))};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Table& table, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::left, Table, Predicate>>{
        {}, static_cast<select_query&&>(*this), query::make_join<query::join_kind::left>(table, static_cast<Predicate&&>(on))};
  }
  /// The same of a table that is wanted only sometimes: `left_join(only_if(flag, posts), …)` (query/only_if.hpp).
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto left_join(const optional_table<Table>& given, Predicate on) const& {
    query::check_predicate<Predicate>();
    return left_join(given.table, query::under_flag(given, std::move(on)));
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto left_join(const optional_table<Table>& given, Predicate on) && {
    query::check_predicate<Predicate>();
    return static_cast<select_query&&>(*this).left_join(given.table, query::under_flag(given, std::move(on)));
  }
  /// ` right join …`: rows of `table` stay.
  template <class Table>
  [[nodiscard]] constexpr auto right_join(const Table&) const {
    query::refuse_join<Table>();
    return next<query::no_clause<query::clause::join>>{{}, *this, {0}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto right_join(const Table& table, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::right, Table, Predicate>>{
        {}, *this, query::make_join<query::join_kind::right>(table, static_cast<Predicate&&>(on))};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto right_join(const Table& table, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::right, Table, Predicate>>{
        {}, static_cast<select_query&&>(*this), query::make_join<query::join_kind::right>(table, static_cast<Predicate&&>(on))};
  }
  /// ` full join …`: rows of both sides stay.
  template <class Table>
  [[nodiscard]] constexpr auto full_join(const Table&) const {
    query::refuse_join<Table>();
    return next<query::no_clause<query::clause::join>>{{}, *this, {0}};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto full_join(const Table& table, Predicate on) const& {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::full, Table, Predicate>>{
        {}, *this, query::make_join<query::join_kind::full>(table, static_cast<Predicate&&>(on))};
  }
  template <class Table, class Predicate>
  [[nodiscard]] constexpr auto full_join(const Table& table, Predicate on) && {
    query::check_table<Table>();
    query::check_predicate<Predicate>();
    return next<query::join_type<query::join_kind::full, Table, Predicate>>{
        {}, static_cast<select_query&&>(*this), query::make_join<query::join_kind::full>(table, static_cast<Predicate&&>(on))};
  }
  /// ` cross join "table"`: every row with every row.
  template <class Table>
  [[nodiscard]] constexpr auto cross_join(const Table& table) const& {
    query::check_table<Table>();
    return next<query::cross_join_type<Table>>{{}, *this, {query::source_entry<Table>(table), query::no_predicate{}}};
  }
  template <class Table>
  [[nodiscard]] constexpr auto cross_join(const Table& table) && {
    query::check_table<Table>();
    return next<query::cross_join_type<Table>>{{}, static_cast<select_query&&>(*this), {query::source_entry<Table>(table), query::no_predicate{}}};
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
    check_sortable<Expressions...>();
    return next<query::group_by_type<Expressions...>>{{}, *this, {{{static_cast<Expressions&&>(expressions)}...}}};
  }
  template <class... Expressions>
  [[nodiscard]] constexpr auto group_by(Expressions... expressions) && {
    query::check_expressions<Expressions...>();
    check_sortable<Expressions...>();
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
    check_sortable<Keys...>();
    return next<query::order_by_clause<query::key_type<Keys>...>>{{}, *this, {{{{static_cast<Keys&&>(keys)}}...}}};
  }
  template <class... Keys>
  [[nodiscard]] constexpr auto order_by(Keys... keys) && {
    query::check_keys<Keys...>();
    check_sortable<Keys...>();
    return next<query::order_by_clause<query::key_type<Keys>...>>{{}, static_cast<select_query&&>(*this), {{{{static_cast<Keys&&>(keys)}}...}}};
  }
  /// ` limit $n`: at most so many rows; 0 is legal. Run time: `value_error` for a negative number.
  template <class Number>
  [[nodiscard]] constexpr auto limit(Number rows) const& {
    return next<query::row_limit_type<render::clause::limit, Number>>{{}, *this, query::checked_rows<render::clause::limit>(rows)};
  }
  template <class Number>
  [[nodiscard]] constexpr auto limit(Number rows) && {
    return next<query::row_limit_type<render::clause::limit, Number>>{{}, static_cast<select_query&&>(*this), query::checked_rows<render::clause::limit>(rows)};
  }
  /// ` offset $n`: leaves out so many rows first.
  template <class Number>
  [[nodiscard]] constexpr auto offset(Number rows) const& {
    return next<query::row_limit_type<render::clause::offset, Number>>{{}, *this, query::checked_rows<render::clause::offset>(rows)};
  }
  template <class Number>
  [[nodiscard]] constexpr auto offset(Number rows) && {
    return next<query::row_limit_type<render::clause::offset, Number>>{{}, static_cast<select_query&&>(*this), query::checked_rows<render::clause::offset>(rows)};
  }

  /// ` fetch first $n rows only`: another word for `limit`, which `with_ties()` may follow.
  template <class Number>
  [[nodiscard]] constexpr auto fetch_first(Number rows) const {
    using limit = query::row_limit_type<render::clause::limit, Number>;
    return next<query::fetch_clause<limit, false>>{{}, *this, {query::checked_rows<render::clause::limit>(rows)}};
  }
  /// And the rows that are in the same place as the last one: `order_by(desc(posts.votes)).fetch_first(3).with_ties()`.
  /// SQL: ` fetch first $n rows with ties`. Compile time: directly after `fetch_first`; the query has `order_by`.
  [[nodiscard]] constexpr auto with_ties() const {
    constexpr bool fits = requires { requires Clause::may_have_ties; };
    static_assert(fits, "virga: with_ties() stands directly after fetch_first(n)");
    if constexpr (fits) {
      using tied = decltype(query::with_ties(clause));
      return select_query<Projection, Previous, tied>{{}, previous, query::with_ties(clause)};
    } else {
      return *this;
    }
  }

  /// Under a name, to stand in FROM of another query: `select(…).from(…).as("recent"_name)`. Its columns are
  /// `recent[users.id]` and `recent["n"_name]`. SQL: `(select …) as "recent"`.
  template <fixed_string Name>
  [[nodiscard]] constexpr auto as(name_literal<Name>) const {
    query::check_names(query::columns_given_by<select_query>{});
    return derived_table<Name, select_query>(*this);
  }

  /// Names a window that several functions of the select list share: `window("w"_name, partition_by(posts.author_id))`,
  /// read by `over("w"_name)`. May be said again for another. SQL: ` window "w" as (…), …`.
  template <fixed_string Name, class Window>
  [[nodiscard]] constexpr auto window(name_literal<Name>, const Window& definition) const {
    constexpr bool fits = requires { typename Window::window_kind; };
    static_assert(fits, "virga: window(name, …) takes partition_by(…) or order_by(…)");
    constexpr bool framed = fits && check_frame<Window>();
    if constexpr (framed)
      return next<query::window_clause<Name, Window>>{{}, *this, {definition}};
    else return next<query::no_clause<render::clause::window>>{{}, *this, {}};
  }
  /// Locks the rows for the rest of the transaction: `lock(for_update().skip_locked())`.
  template <class Lock>
  [[nodiscard]] constexpr auto lock(const Lock& how) const {
    constexpr bool fits = requires { typename Lock::lock_kind; };
    static_assert(fits, "virga: lock() takes for_update(), for_no_key_update(), for_share() or for_key_share()");
    if constexpr (fits) return next<Lock>{{}, *this, how};
    else return next<query::no_clause<render::clause::lock>>{{}, *this, {}};
  }

  // ---- what it is ------------------------------------------------------------------------------------------
  static constexpr void render(sink& s) {
    query::render_statement<select_query, render::clause::projection>(s);
    if (s.checking()) query::check_distinct_order<select_query>(s);
  }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

 private:
  template <class Next>
  using next = select_query<Projection, select_query, Next>;
};

/// Begins a select after what stands before its list.
template <class Start, class... Items>
[[nodiscard, gnu::always_inline]] constexpr auto begin_select(Start start, Items&&... items) {
  using projection = query::projection_type<render::clause::projection, std::remove_cvref_t<Items>...>;
  return select_query<projection, Start, projection>{{}, static_cast<Start&&>(start), {{{static_cast<Items&&>(items)}...}}};
}

/// Begins a select. Items: columns, whole tables, expressions, expressions under a name. Without any: every column of
/// every table in FROM. Rows: the table's own struct for one table; a `row` otherwise (query/row.hpp).
template <class... Items>
[[nodiscard]] constexpr auto select(Items... items) {
  query::check_items<Items...>();
  return begin_select(query::nothing{}, static_cast<Items&&>(items)...);
}
/// The same, with equal rows given once. SQL: `select distinct …`.
template <class... Items>
[[nodiscard]] constexpr auto select_distinct(Items... items) {
  query::check_items<Items...>();
  return begin_select(query::link<query::nothing, query::distinct_clause>{}, static_cast<Items&&>(items)...);
}

template <class... Expressions>
struct distinct_on_expressions {
  pack<Expressions...> expressions;
};
/// What `select_distinct_on` groups by.
template <class... Expressions>
[[nodiscard]] constexpr auto on(const Expressions&... expressions) {
  constexpr bool fits = sizeof...(Expressions) > 0 && (expression<Expressions> && ...);
  static_assert(fits, "virga: on() takes one or more columns or expressions");
  if constexpr (fits && check_sortable<Expressions...>())
    return distinct_on_expressions<Expressions...>{{{expressions}...}};
  else return distinct_on_expressions<refused>{};
}
/// The first row of each group that agrees in some expressions, in the order of `order_by`, which begins with these:
/// `select_distinct_on(on(posts.author_id), posts.title).from(posts).order_by(posts.author_id, desc(posts.id))`.
/// SQL: `select distinct on (…) …`.
template <class... Expressions, class... Items>
[[nodiscard]] constexpr auto select_distinct_on(distinct_on_expressions<Expressions...> key, Items... items) {
  using start = query::link<query::nothing, query::distinct_on_clause<Expressions...>>;
  query::check_items<Items...>();
  return begin_select(start{{}, {key.expressions}}, static_cast<Items&&>(items)...);
}

/// What may follow `with(…)`. A value: kept in a variable, it may begin any number of statements.
template <class... Tables>
struct with_tables {
  using start = query::link<query::nothing, query::with_clause<Tables...>>;
  query::with_clause<Tables...> clause;

  template <class... Items>
  [[nodiscard]] constexpr auto select(Items... items) const& {
    query::check_items<Items...>();
    return begin_select(start{{}, clause}, static_cast<Items&&>(items)...);
  }
  template <class... Items>
  [[nodiscard]] constexpr auto select(Items... items) && {
    query::check_items<Items...>();
    return begin_select(start{{}, std::move(clause)}, static_cast<Items&&>(items)...);
  }
  template <class... Items>
  [[nodiscard]] constexpr auto select_distinct(Items... items) const {
    using distinct = query::link<start, query::distinct_clause>;
    query::check_items<Items...>();
    return begin_select(distinct{start{{}, clause}, {}}, static_cast<Items&&>(items)...);
  }
  template <class... Expressions, class... Items>
  [[nodiscard]] constexpr auto select_distinct_on(distinct_on_expressions<Expressions...> key, Items... items) const {
    using distinct = query::link<start, query::distinct_on_clause<Expressions...>>;
    query::check_items<Items...>();
    return begin_select(distinct{start{{}, clause}, {std::move(key.expressions)}}, static_cast<Items&&>(items)...);
  }
  template <class Table>
  [[nodiscard]] constexpr auto insert_into(const Table& table) const {
    return begin_insert(table, start{{}, clause});
  }
  template <class Table>
  [[nodiscard]] constexpr auto update(const Table& table) const {
    return begin_update(table, start{{}, clause});
  }
  template <class Table>
  [[nodiscard]] constexpr auto delete_from(const Table& table) const {
    return begin_delete(table, start{{}, clause});
  }
  template <class Table>
  [[nodiscard]] constexpr auto merge_into(const Table& table) const {
    return begin_merge(table, start{{}, clause});
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
