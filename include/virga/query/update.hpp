// SPDX-License-Identifier: BSL-1.0
//
// UPDATE. Source: PostgreSQL manual, "UPDATE".
#pragma once
#include "virga/query/from.hpp"
#include "virga/query/set.hpp"
#include "virga/query/statement.hpp"
#include "virga/query/where.hpp"

namespace virga {

/// An update as far as it was said. A value: extend it twice, and neither changes the other.
template <class Table, class Previous, class Clause>
struct update_query : statement_base<update_query<Table, Previous, Clause>> {
  using previous_type = Previous;
  using clause_type = Clause;

  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;

  /// What changes: `set(users.name = "Robert", users.age = null, users.visits = users.visits + 1)`, or several columns from
  /// a query: `set(row_of(users.name, users.age) = select(…)…)` (query/subquery.hpp).
  /// SQL: ` set "name" = $1, …`.
  template <class First, class... More>
  requires(column_assignment<First> || (column_assignment<More> || ...))
      [[nodiscard]] constexpr auto set(First first, More... more) const {
    if constexpr (query::check_assignments<First, More...>() &&
                  query::check_assigned<Table, false>(query::columns_of_given<First, More...>()))
      return then(query::completed<query::set_clause, Table, render::trait::made_on_update>(std::move(first), std::move(more)...));
    else
      return then(query::no_clause<render::clause::set>());
  }
  /// The same as a patch: `set(infer_update<users>{.name = "Robert", .age = null})`. Fields that are unset stay as they
  /// are. Run time: `empty_statement` where none is set.
  [[nodiscard]] constexpr auto set(typename Table::template rows<update_mode> patch) const {
    return then(query::patch_clause<Table>{std::move(patch)});
  }
  /// Anything else, to say what is taken.
  template <class... Given>
  requires(sizeof...(Given) == 0 || !(column_assignment<Given> || ...)) &&
      (!std::is_convertible_v<Given, typename Table::template rows<update_mode>> && ...)
          [[nodiscard]] constexpr auto set(const Given&...) const {
    static_assert(sizeof...(Given) != 0, "virga: set() needs something to change: users.name = \"Ann\"");
    static_assert(sizeof...(Given) == 0,
                  "virga: columns are given as assignments: users.name = \"Ann\"; or give an "
                  "infer_update of this table");
    return then(query::no_clause<render::clause::set>());
  }
  /// Other tables that the assignments and the condition may read; say in `where` which rows belong together.
  /// SQL: ` from "table"`.
  template <class Other>
  [[nodiscard]] constexpr auto from(const Other& other) const& {
    return update_query(*this).from(other);
  }
  template <class Other>
  [[nodiscard]] constexpr auto from(const Other& other) && {
    query::check_table<Other>();
    return std::move(*this).then(query::from_type<Other>{query::source_entry<Other>(other)});
  }
  /// Tables joined to the one of `from`. SQL: ` inner join "table" on predicate`, ` left join …`.
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Other& other, Predicate on) const& {
    return update_query(*this).inner_join(other, std::move(on));
  }
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Other& other, Predicate on) && {
    query::check_table<Other>();
    query::check_predicate<Predicate>();
    return std::move(*this).then(query::make_join<query::join_kind::inner>(other, std::move(on)));
  }
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Other& other, Predicate on) const& {
    return update_query(*this).left_join(other, std::move(on));
  }
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Other& other, Predicate on) && {
    query::check_table<Other>();
    query::check_predicate<Predicate>();
    return std::move(*this).then(query::make_join<query::join_kind::left>(other, std::move(on)));
  }
  /// ` where predicate`. Run time: `empty_statement` where every part of it was left out by `when`.
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) const& {
    return update_query(*this).where(std::move(condition));
  }
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) && {
    query::check_predicate<Predicate>();
    return std::move(*this).then(query::where_type<Predicate, query::when_empty::refuse>{std::move(condition)});
  }
  /// Says that every row is meant.
  [[nodiscard]] constexpr auto all_rows() const& { return update_query(*this).all_rows(); }
  [[nodiscard]] constexpr auto all_rows() && { return std::move(*this).then(query::all_rows_clause{}); }
  /// What comes back of the changed rows. SQL: ` returning …`.
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) const& {
    return update_query(*this).returning(std::move(items)...);
  }
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) && {
    query::check_items<Items...>();
    return std::move(*this).then(query::returning<Items...>(std::move(items)...));
  }

  static constexpr void render(sink& s) {
    if (!query::has_clause<update_query, render::clause::set>) s.broken(render::rule::update_without_set);
    if (!query::has_clause<update_query, render::clause::where>) s.broken(render::rule::update_without_where);
    query::render_statement<update_query, render::clause::returning>(s);
  }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) const& {
    return update_query<Table, update_query, Next>{{}, *this, std::move(next)};
  }
  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) && {
    return update_query<Table, update_query, Next>{{}, std::move(*this), std::move(next)};
  }
};

/// Begins an update after what stands before it.
template <class Table, class Previous>
[[nodiscard]] constexpr auto begin_update(const Table&, Previous previous) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: update() takes a table itself, not an alias of one");
  using target = query::target_clause<query::command::update, Table>;
  if constexpr (query::writable_table<Table>)
    return update_query<Table, Previous, target>{{}, std::move(previous), {}};
  else
    return query::no_statement{};
}

/// Begins an update.
template <class Table>
[[nodiscard]] constexpr auto update(const Table& table) {
  return begin_update(table, query::nothing{});
}

}  // namespace virga
