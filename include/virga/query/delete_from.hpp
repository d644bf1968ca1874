// SPDX-License-Identifier: BSL-1.0
//
// DELETE. Source: PostgreSQL manual, "DELETE".
#pragma once
#include "virga/query/statement.hpp"
#include "virga/query/target.hpp"
#include "virga/query/where.hpp"

namespace virga {

/// A delete as far as it was said.
template <class Previous, class Clause>
struct delete_query : statement_base<delete_query<Previous, Clause>> {
  using previous_type = Previous;
  using clause_type = Clause;

  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;

  /// ` where predicate`. Run time: `empty_statement` where every part of it was left out by `when`.
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) && {
    query::check_predicate<Predicate>();
    return std::move(*this).then(query::where_type<Predicate, query::when_empty::refuse>{std::move(condition)});
  }
  /// Says that every row is meant.
  [[nodiscard]] constexpr auto all_rows() && { return std::move(*this).then(query::all_rows_clause{}); }
  /// What comes back of the deleted rows. SQL: ` returning …`.
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) && {
    return std::move(*this).then(query::returning<Items...>(std::move(items)...));
  }

  static constexpr void render(sink& s) {
    static_assert(query::has_clause<delete_query, render::clause::where>,
                  "virga: this delete has no where(); give it a condition, or say all_rows() where every row is meant");
    query::render_statement<delete_query, render::clause::returning>(s);
  }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) && {
    return delete_query<delete_query, Next>{{}, std::move(*this), std::move(next)};
  }
};

/// Begins a delete.
template <class Table>
[[nodiscard]] constexpr auto delete_from(const Table&) {
  static_assert(query::writable_table<Table>, "virga: delete_from() takes a table itself, not an alias of one");
  using target = query::target_clause<query::command::delete_from, Table>;
  if constexpr (query::writable_table<Table>) return delete_query<query::nothing, target>{};
  else return query::no_statement{};
}

}  // namespace virga
