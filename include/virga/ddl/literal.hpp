// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>

#include "virga/query/erased_sql.hpp"

namespace virga::ddl {

/// The SQL of an expression over one row of a table, with its values as literals: the definitions of a schema take no
/// parameters.
template <class Table, class Expression>
[[nodiscard]] std::string with_literals(const Expression& expression) {
  constexpr render::rule broken = render::measured_of<query::piece_over<Expression, Table>>.found.broken;
  static_assert(broken == render::rule::none || broken == render::rule::already_said,
                "virga: checks and indexes of a table are made of its own columns, without aggregates");
  constexpr bool complete = render::measured_of<query::piece_over<Expression, Table>>.totals.placeholders == 0;
  static_assert(
      complete,
      "virga: checks and indexes of a table have their values; a placeholder stands in a query that is prepared");
  if constexpr (!complete) return {};
  else return query::with_literals_over<Table>(expression);
}

}  // namespace virga::ddl
