// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/derived_table.hpp"
#include "virga/query/statement.hpp"

namespace virga {

/// A query that is one clause and nothing else: SQL by hand, a list of rows. It stands where a select may.
template <class Projection, class Clause>
struct clause_query : statement_base<clause_query<Projection, Clause>> {
  using projection_type = Projection;
  using previous_type = query::nothing;
  using clause_type = Clause;

  [[no_unique_address]] Clause clause;

  /// Under a name, to stand in FROM of another query.
  template <fixed_string Name>
  [[nodiscard]] constexpr auto as(name_literal<Name>) const {
    return derived_table<Name, clause_query>(*this);
  }

  static constexpr void render(sink& s) {
    query::clause_list list;
    query::collect<clause_query>(list);
    query::render_clauses(s, list);
  }
  void bind(binder& b) const { clause.bind(b); }
};

}  // namespace virga
