// SPDX-License-Identifier: BSL-1.0
//
// SQL's rules about a whole query, found while its text is made: what the sink meets, and the sentence that the
// compiler prints for it. Rules about one call (types of operands, arguments) stand with that call.
#pragma once
#include <string_view>

#include "virga/render/facts.hpp"

namespace virga::render {

enum class rule : unsigned char {
  none,
  already_said,  // a call of the statement was refused with a message of its own
  optional_part_inside,
  column_not_in_from,
  column_before_its_table,
  excluded_outside_upsert,
  row_not_there_yet,
  lateral_of_outer_join,
  recursion_misplaced,
  recursion_in_outer_join,
  recursion_aggregated,
  table_twice,
  common_table_without_with,
  aggregate_in_where,
  nested_aggregate,
  window_in_where,
  nested_window,
  unknown_window,
  window_without_over,
  window_twice,
  order_of_distinct,
  order_of_distinct_on,
  ungrouped_column,
  having_without_group,
  clause_twice,
  using_outside_of_join,
  update_without_set,
  update_without_where,
  delete_without_where,
  insert_without_values,
  merge_without_action,
  update_many_without_set,
  no_from,
  unknown_output,
  unsortable,
  clause_of_set_operation,
  expression_orders_set_operation,
  lock_without_rows,
  ties_without_order,
  ties_of_skipped_rows,
  keyset_may_be_null,
  too_many_sources,
};

/// The first rule that a query breaks, and where.
struct verdict {
  rule broken = rule::none;
  std::string_view table{};   // the source the offender belongs to; empty where the rule is about none
  std::string_view column{};  // empty where the rule is not about a column
  clause part = clause::command;  // where it stands
};

}  // namespace virga::render
