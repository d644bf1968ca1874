// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"

namespace tests::drizzle {

const std::map<std::string, std::vector<std::string>>& not_yet_written() {
  static const std::map<std::string, std::vector<std::string>> missing{
      {"distinct on", {"select_distinct_on", "select_distinct_on_two_fields", "select_distinct_on_sql"}},
      {"a subquery in from or a join",
       {"join_subquery", "join_left_subquery", "join_subquery_with_join", "join_on_aliased_sql", "subquery_from",
        "subquery_from_all_fields", "subquery_from_sql", "subquery_from_many", "subquery_of_subquery",
        "subquery_with_view"}},
      {"a lateral join", {"join_lateral_left", "join_lateral_inner", "join_lateral_cross"}},
      {"a subquery as a value",
       {"count_embedded", "count_embedded_with_filters", "count_embedded_reuse", "subquery_scalar_in_where",
        "subquery_scalar_in_select", "update_subquery"}},
      {"exists, and in with a subquery",
       {"subquery_exists", "subquery_not_exists", "subquery_in", "subquery_not_in", "delete_subquery"}},
      {"SQL by hand in from", {"subquery_select_from_raw_sql", "subquery_raw_sql_with_join"}},
      {"nulls first, nulls last", {"order_by_nulls_last"}},
      {"SQL by hand in with", {"with_sql"}},
      {"with before insert, update and delete", {"with_insert", "with_update", "with_delete"}},
      {"insert, update and delete in with", {"with_insert_inside", "with_update_inside", "with_delete_inside"}},
      {"union, intersect and except",
       {"union", "union_all", "union_method", "union_all_method", "union_limit_offset", "union_of_three",
        "union_with_values", "union_with_limit_inside", "intersect", "intersect_all", "intersect_method", "except",
        "except_all", "except_method", "set_operations_mixed", "set_operations_nested", "union_as_subquery"}},
      {"row locks", {"for_update", "for_no_key_update", "for_share", "for_key_share", "for_update_of_one"}},
      {"overriding system value", {"insert_overriding_system_value"}},
      {"defaults that the program computes",
       {"insert_computed_default", "insert_computed_default_overridden", "update_on_update_function",
        "update_on_update_sql"}},
      {"insert from a select", {"insert_select", "insert_select_returning", "insert_select_sql"}},
      {"where of do update", {"conflict_do_update_set_where"}},
      {"update from", {"update_from", "update_from_returning", "update_from_alias", "update_from_join"}},
      {"time, interval, network addresses", {"types_time", "types_interval", "types_network", "types_select_all"}},
      {"enums", {"types_enum", "types_enum_in"}},
      {"array columns",
       {"types_array_contains", "types_array_contained", "types_array_overlaps", "types_array_insert"}},
      {"columns of the type json", {"types_json_arrow_text", "types_json_insert"}},
      {"relational queries",
       {"find_many", "find_first", "find_many_columns", "find_many_columns_excluded", "find_many_where",
        "find_many_limit_offset", "find_many_extras", "find_with_many", "find_with_one", "find_with_optional_one",
        "find_with_itself", "find_with_where_and_limit", "find_with_three_levels", "find_with_many_to_many",
        "find_first_with"}},
  };
  return missing;
}

}  // namespace tests::drizzle
