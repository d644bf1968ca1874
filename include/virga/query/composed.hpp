// SPDX-License-Identifier: BSL-1.0
//
// What check.hpp says with names, where the compiler prints sentences that a program puts together.
#pragma once
#include "virga/core/sentence.hpp"
#include "virga/render/rule.hpp"

namespace virga::query {

/// A clause as the program says it.
constexpr std::string_view in_words(render::clause part) {
  using enum render::clause;
  switch (part) {
    case with:
      return "with(…)";
    case set:
      return "set(…)";
    case projection:
      return "the select list";
    case from:
      return "from(…)";
    case values:
      return "values(…)";
    case join:
      return "the condition of a join";
    case where:
      return "where(…)";
    case group_by:
      return "group_by(…)";
    case having:
      return "having(…)";
    case window:
      return "window(…)";
    case conflict:
      return "do_update(…)";
    case conflict_where:
      return "the where(…) of do_update(…)";
    case matched:
      return "when_matched()";
    case not_matched:
      return "when_not_matched()";
    case order_by:
      return "order_by(…)";
    case limit:
      return "limit(…)";
    case offset:
      return "offset(…)";
    case lock:
      return "lock()";
    case returning:
      return "returning(…)";
    case command:
      break;
  }
  return "this place";
}

/// The sentence for what breaks a rule: it begins as the fixed one does. Empty where that says it all.
constexpr sentence composed(const render::verdict& found, std::string_view name) {
  using enum render::rule;
  const std::string_view place = in_words(found.part), table = found.table;
  switch (found.broken) {
    case aggregate_in_where:
      return sentence(
          "virga: an aggregate cannot stand in where(), a join, group_by(), values(), set() or returning(): one "
          "stands in ",
          place, "; a condition on groups goes into having()");
    case window_in_where:
      return sentence("virga: a window function stands in the select list or in order_by() alone: one stands in ",
                      place, "; compute it in a common table expression, and put the condition on that");
    default:
      break;
  }
  if (name.empty()) return sentence();
  switch (found.broken) {
    case column_not_in_from:
      return sentence("virga: a column is used whose table is not in from() or a join: ", name, ", in ", place,
                      "; add .inner_join(", table, ", …), or select from ", table);
    case column_before_its_table:
      return sentence(
          "virga: the condition of a join, or a lateral query, reads a table that is joined after it, or the "
          "one that an update or delete changes: ",
          name, "; join ", table, " first, or put the condition into where()");
    case excluded_outside_upsert:
      return sentence("virga: excluded(…) is the row that an insert could not add to its table: ", name, " is read in ",
                      place, "; only do_update(…) and its where() know it");
    case row_not_there_yet:
      return sentence(
          "virga: values(), when_not_matched() and then_insert() read no column of the row that is not there yet: ",
          name, "; give a value, or read it in a subquery");
    case lateral_of_outer_join:
      return sentence("virga: a lateral table under right_join() or full_join() reads a table before it: ", name,
                      "; only cross, inner and left joins let it");
    case table_twice:
      return sentence("virga: two tables of this query have the same name: ", table, "; give one an alias: ", table,
                      ".as(\"other\"_name)");
    case common_table_without_with:
      return sentence("virga: a common table expression is read that is not in with(…): ", table,
                      "; put it there, before those that read it");
    case unknown_window:
      return sentence("virga: over(\"", name, "\"_name) names a window that this query does not define; add window(\"",
                      name, "\"_name, …)");
    case unknown_output:
      return sentence("virga: order_by() names a column that this query does not select: ", name,
                      "; select it under that name first");
    case unsortable:
      return sentence(
          "virga: select_distinct() gives, or order_by() names, a column of an SQL type that has no order and "
          "no equality (json, xml, points and other figures): ",
          name, "; cast it to jsonb or text");
    case ungrouped_column:
      return sentence("virga: a column stands beside aggregates or groups but is not grouped: ", name, "; add ", name,
                      " to group_by(), or aggregate it");
    default:
      return sentence();
  }
}

}  // namespace virga::query
