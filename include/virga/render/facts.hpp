// SPDX-License-Identifier: BSL-1.0
//
// What a walk over a statement has to remember of it.
#pragma once
#include <cstddef>
#include <string_view>

#include "virga/render/source.hpp"

namespace virga::render {

/// The clause being said; some rules depend on it.
enum class clause : unsigned char {
  with, command, set, projection, from, values, join, where, group_by, having, window, conflict, conflict_where, matched,
  not_matched, order_by, limit, offset, lock, returning
};

/// Whether a result has a column of a name, and whether rows can be sorted by it.
enum class output_kind : unsigned char { absent, unsortable, sortable };

/// What one SELECT (or other statement) holds, as far as rules need to know.
struct statement_facts {
  static constexpr std::size_t capacity = 32;
  statement_facts* outer = nullptr;  // the statement around it whose columns it may read, and where it stands there
  struct place {
    clause part = clause::command;
    std::size_t aggregate_depth = 0, grouped_depth = 0, window_depth = 0;
  } in_outer{};
  output_kind (*gives_output)(std::string_view) = nullptr;  // whether its result has a column of a name
  bool is_set_operation = false;  // its columns are those of its result alone
  std::string_view windows[8];  // the names that WINDOW gives; only the first window_count are set
  std::size_t window_count = 0;
  bool window_twice = false;
  scope sources;
  const column_info* grouped[capacity];  // GROUP BY's columns, and its other expressions by their renderers
  void (*grouped_expressions[capacity])(class sink&);
  const source_info* grouped_sources[capacity];  // every column of which is decided by the grouped ones
  std::size_t grouped_count = 0, grouped_expression_count = 0, grouped_source_count = 0;
  bool in_right_side = false;  // of a right or full join, which is in sight of nothing before it
  std::size_t joined = 0;  // how many sources stand before this place of FROM and the joins
  bool refused = false;  // a call was refused with a message of its own, which is to be the only one
  bool has_group_by = false, has_having = false, has_aggregate = false, has_window = false;
  bool is_distinct = false, has_lock = false;
  bool met_grouped = false;  // an expression that is grouped as a whole was met
  bool with_ties = false, skips_locked = false;
  bool changes_rows = false;  // of its first source
  std::size_t common_tables_before = 0;  // how many common table expressions were in sight before its own
  std::size_t reads_before = 0;  // how often what reads itself was read before this statement
  static constexpr std::size_t nothing = static_cast<std::size_t>(-1);
  struct open_aggregate {
    // how many statements out the columns in it are, and the owners of the aggregates in it: the nearest
    std::size_t reads = nothing, holds = nothing;
  } aggregate{};                                   // the innermost that is open
  const column_info* read_in_aggregate = nullptr;  // not grouped, and inside an aggregate of a statement in this one
  const column_info* ungrouped = nullptr;  // the first column outside of aggregates that is not grouped

  constexpr void group(const column_info& column) {
    if (grouped_count < capacity) grouped[grouped_count++] = &column;
  }
  constexpr void group(const source_info& source) {
    if (grouped_source_count < capacity) grouped_sources[grouped_source_count++] = &source;
  }
  constexpr void group(void (*expression)(class sink&)) {
    if (grouped_expression_count < capacity) grouped_expressions[grouped_expression_count++] = expression;
  }
};

}  // namespace virga::render
