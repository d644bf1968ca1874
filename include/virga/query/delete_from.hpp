// SPDX-License-Identifier: BSL-1.0
//
// DELETE. Source: PostgreSQL manual, "DELETE".
#pragma once
#include "virga/query/from.hpp"
#include "virga/query/statement.hpp"
#include "virga/query/target.hpp"
#include "virga/query/where.hpp"

namespace virga {

/// A delete as far as it was said. A value: extend it twice, and neither changes the other.
template <class Previous, class Clause>
struct delete_query : statement_base<delete_query<Previous, Clause>> {
  using previous_type = Previous;
  using clause_type = Clause;

  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;

  /// Other tables that the condition may read; say in it which rows belong together. SQL: ` using "table"`.
  template <class Other>
  [[nodiscard]] constexpr auto using_(const Other& other) const& {
    return delete_query(*this).using_(other);
  }
  template <class Other>
  [[nodiscard]] constexpr auto using_(const Other& other) && {
    query::check_table<Other>();
    if constexpr (query::table_like<Other>)
      return std::move(*this).then(query::using_clause<Other>{{query::source_entry<Other>(other)}});
    else
      return std::move(*this).then(query::no_clause<render::clause::from>());
  }
  /// Tables joined to the one of `using_`. SQL: ` inner join "table" on predicate`, ` left join …`.
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Other& other, Predicate on) const& {
    return delete_query(*this).inner_join(other, std::move(on));
  }
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Other& other, Predicate on) && {
    query::check_table<Other>();
    query::check_predicate<Predicate>();
    return std::move(*this).then(query::make_join<query::join_kind::inner>(other, std::move(on)));
  }
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Other& other, Predicate on) const& {
    return delete_query(*this).left_join(other, std::move(on));
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
    return delete_query(*this).where(std::move(condition));
  }
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) && {
    query::check_predicate<Predicate>();
    return std::move(*this).then(query::where_type<Predicate, query::when_empty::refuse>{std::move(condition)});
  }
  /// Says that every row is meant.
  [[nodiscard]] constexpr auto all_rows() const& { return delete_query(*this).all_rows(); }
  [[nodiscard]] constexpr auto all_rows() && { return std::move(*this).then(query::all_rows_clause{}); }
  /// What comes back of the deleted rows. SQL: ` returning …`.
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) const& {
    return delete_query(*this).returning(std::move(items)...);
  }
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) && {
    query::check_items<Items...>();
    return std::move(*this).then(query::returning<Items...>(std::move(items)...));
  }

  static constexpr void render(sink& s) {
    if (!query::has_clause<delete_query, render::clause::where>) s.broken(render::rule::delete_without_where);
    query::render_statement<delete_query, render::clause::returning>(s);
  }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) && {
    return delete_query<delete_query, Next>{{}, std::move(*this), std::move(next)};
  }
};

/// Begins a delete after what stands before it.
template <class Table, class Previous>
[[nodiscard]] constexpr auto begin_delete(const Table&, Previous previous) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: delete_from() takes a table itself, not an alias of one");
  using target = query::target_clause<query::command::delete_from, Table>;
  if constexpr (query::writable_table<Table>)
    return delete_query<Previous, target>{{}, std::move(previous), {}};
  else
    return query::no_statement{};
}

/// Begins a delete.
template <class Table>
[[nodiscard]] constexpr auto delete_from(const Table& table) {
  return begin_delete(table, query::nothing{});
}

}  // namespace virga
