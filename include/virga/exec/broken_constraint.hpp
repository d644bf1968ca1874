// SPDX-License-Identifier: BSL-1.0
//
// Which of a table's constraints an error is about, asked of the description of the table.
#pragma once
#include "virga/exec/database_error.hpp"
#include "virga/schema/constraints.hpp"

namespace virga {

namespace exec {

/// Where the server did not say, the name of the constraint has to do.
inline bool is_of_table(const error_report& report, const render::source_info& table) {
  return (report.table.empty() || report.table == table.table) &&
         (report.schema.empty() || table.schema.empty() || report.schema == table.schema);
}

/// A column of a table, under its own name or another one; nothing else has constraints.
template <class Column>
concept constrained_column = table_column<Column> && row_source<typename Column::source>;

template <schema::constraint_kind Kind, class First, class... Columns>
bool breaks(const error_report& report) {
  using table = typename First::source;
  if constexpr (schema::constant_extras<table>)
    static_assert(!schema::constraints_of<table>().has_twins(),
                  "virga: PostgreSQL gives two constraints of this table one name and a number; make one of them a "
                  "pg::unique_index(\"name\"), which has a name of its own");
  return is_of_table(report, table::info) &&
         schema::constraints_of<table, First, Columns...>().is_of_columns(Kind, report.constraint);
}

}  // namespace exec

template <class Table, fixed_string Name>
bool constraint_violation::is(const Table&, name_literal<Name>) const {
  constexpr bool is_table = requires {
    typename Table::row_type;
    requires row_source<typename Table::source>;
  };
  static_assert(is_table, "virga: is(table, \"name\"_name) takes a table and the name of one of its constraints");
  if constexpr (is_table) {
    using source = typename Table::source;
    if constexpr (schema::constant_extras<source>)
      static_assert(schema::constraints_of<source>().has(Name.view()),
                    "virga: this table declares no constraint or unique index of this name; without one of its own it "
                    "is table_column_key, table_pkey or table_column_fkey");
    return exec::is_of_table(report(), source::info) && constraint() == Name.view();
  }
  return false;
}

template <class Column>
bool not_null_violation::is(const Column&) const {
  constexpr bool fits = exec::constrained_column<Column>;
  static_assert(fits, "virga: is(column) takes a column of a table");
  if constexpr (fits) {
    static_assert(!Column::info.has(render::trait::nullable),
                  "virga: this column takes nulls, so that none can be "
                  "refused; ask about one that is not null");
    return exec::is_of_table(report(), Column::source::info) && column() == Column::info.name;
  }
  return false;
}

template <class Column>
bool foreign_key_violation::is(const Column&) const {
  constexpr bool fits = exec::constrained_column<Column>;
  static_assert(fits, "virga: is(column) takes a column of a table");
  if constexpr (fits) {
    constexpr bool references = schema::is_reference<Column>();
    static_assert(references,
                  "virga: this column references no table; ask about one that does, the one in the table "
                  "that refers, not in the one referred to");
    if constexpr (references) return exec::breaks<schema::constraint_kind::foreign_key, Column>(report());
  }
  return false;
}

template <class Column, class... Columns>
bool unique_violation::is(const Column&, const Columns&...) const {
  constexpr bool fits = exec::constrained_column<Column> && (exec::constrained_column<Columns> && ...);
  static_assert(fits, "virga: is(column…) takes columns of a table");
  if constexpr (fits) {
    constexpr bool is_one_table = (std::same_as<typename Column::source, typename Columns::source> && ...);
    static_assert(is_one_table, "virga: is(column…) takes columns of one table, since a key is of one");
    if constexpr (is_one_table) {
      constexpr bool is_key = schema::is_key<typename Column::source, Column, Columns...>();
      static_assert(is_key,
                    "virga: no key of this table is made of exactly these columns; ask about those of a primary "
                    "key, a unique column, a unique key or a unique index");
      if constexpr (is_key) return exec::breaks<schema::constraint_kind::key, Column, Columns...>(report());
    }
  }
  return false;
}

}  // namespace virga
