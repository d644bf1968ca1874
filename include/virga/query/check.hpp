// SPDX-License-Identifier: BSL-1.0
//
// The rules about a whole statement, as the compiler says them. They are found while the text is made
// (render/rule.hpp); here each has its sentence.
#pragma once
#include "virga/render/text.hpp"

namespace virga::query {

/// A statement that breaks no rule.
template <class Statement>
concept valid_statement = render::measured_of<Statement>
.found.broken == render::rule::none;

template <class Statement>
[[gnu::always_inline]] constexpr void require_valid() {
  using enum render::rule;
  constexpr render::rule broken = render::measured_of<Statement>.found.broken;
  static_assert(!(broken == column_not_in_from),
                "virga: a column is used whose table is not in from() or a join; join that table, or select from it");
  static_assert(!(broken == lateral_of_outer_join),
                "virga: a lateral table under right_join() or full_join() reads a table before it; only cross, inner "
                "and left joins "
                "let it");
  static_assert(!(broken == recursion_misplaced),
                "virga: the function given to recursive() reads its table once, in from() or a join; not twice, not in "
                "a query used "
                "as a value or list, not in what except takes away");
  static_assert(!(broken == recursion_in_outer_join),
                "virga: the function given to recursive() has its table on the optional side of an outer join, where "
                "no row of it "
                "may be there; join the other way round, or by inner_join");
  static_assert(
      !(broken == recursion_aggregated),
      "virga: the function given to recursive() has an aggregate over its table; put it into the query that reads the "
      "common table expression");
  static_assert(!(broken == table_twice),
                "virga: two tables of this query have the same name; give one an alias: users.as(\"other\"_name)");
  static_assert(
      !(broken == common_table_without_with),
      "virga: a common table expression is read that is not in with(…); put it there, before those that read it");
  static_assert(
      !(broken == aggregate_in_where),
      "virga: an aggregate cannot stand in where(), a join, group_by(), values(), set() or returning(); a condition on "
      "groups goes into having()");
  static_assert(!(broken == nested_aggregate),
                "virga: an aggregate stands inside another one; compute the inner one in a common table expression");
  static_assert(
      !(broken == window_in_where),
      "virga: a window function stands in the select list or in order_by() alone; compute it in a common table "
      "expression, and put the condition on that");
  static_assert(
      !(broken == nested_window),
      "virga: a window function stands inside another one or inside an aggregate; compute the inner one in a common "
      "table expression");
  static_assert(
      !(broken == unknown_window),
      "virga: over(\"name\"_name) names a window that this query does not define; add window(\"name\"_name, …)");
  static_assert(
      !(broken == window_without_over),
      "virga: a window function needs its window: row_number().over(partition_by(…)), or over() for all rows");
  static_assert(!(broken == window_twice),
                "virga: two windows of this query have the same name; give one another name");
  static_assert(
      !(broken == order_of_distinct),
      "virga: select_distinct() is ordered by what it selects; select this key of order_by(), too, and one that holds "
      "values under a name to order by: order_by(\"name\"_name)");
  static_assert(
      !(broken == order_of_distinct_on),
      "virga: order_by() of select_distinct_on(on(…), …) begins with the expressions of on(…), which hold no values");
  static_assert(!(broken == unknown_output),
                "virga: order_by() names a column that this query does not select; select it under that name first");
  static_assert(
      !(broken == unsortable),
      "virga: select_distinct() gives, or order_by() names, a column of an SQL type that has no order and no equality "
      "(json, xml, points and other figures); cast it to jsonb or text");
  static_assert(
      !(broken == clause_of_set_operation),
      "virga: after union, intersect and except come order_by(), limit() and offset() alone; other clauses belong to "
      "their members");
  static_assert(
      !(broken == expression_orders_set_operation),
      "virga: after union, intersect and except order_by() takes columns of the result alone; select the expression "
      "under a name in every member, and order by that name");
  static_assert(
      !(broken == lock_without_rows),
      "virga: lock() needs rows of tables; PostgreSQL locks none beside groups, aggregates, window functions and "
      "distinct");
  static_assert(
      !(broken == keyset_may_be_null),
      "virga: a key of this keyset may be null after the outer join of this query, and no row comes after null; take a "
      "key of the other table, or join with inner_join");
  static_assert(
      !(broken == ungrouped_column),
      "virga: a column stands beside aggregates or groups but is not grouped; add it to group_by(), or aggregate it");
  static_assert(!(broken == having_without_group),
                "virga: having() needs group_by() or an aggregate; use where() for conditions on rows");
  static_assert(!(broken == clause_twice),
                "virga: a clause is said twice; join conditions with &&, and give lists in one call");
  static_assert(!(broken == no_from), "virga: select() without columns needs from() to know what to select");
  static_assert(!(broken == ties_without_order),
                "virga: with_ties() needs order_by() to know which rows are as good as the last one");
  static_assert(!(broken == ties_of_skipped_rows),
                "virga: PostgreSQL takes with_ties() and skip_locked() not together");
  static_assert(!(broken == too_many_sources), "virga: a query reads from at most 32 tables");
}

/// What the terminals want beyond that: a value for every placeholder.
template <class Statement>
[[gnu::always_inline]] constexpr bool require_runnable() {
  require_valid<Statement>();
  constexpr bool complete = render::measured_of<Statement>.totals.placeholders == 0 || requires {
    Statement::supplied;
  };
  static_assert(complete,
                "virga: this query has placeholders; run it as prepare(query).all(db, \"name\"_name = value, …)");
  return complete && valid_statement<Statement>;
}

}  // namespace virga::query
