// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/core/name.hpp"
#include "virga/schema/reflection.hpp"

namespace virga {

template <template <class> class Table, fixed_string Alias>
struct aliased_table;

/// The table that queries name: `inline constexpr virga::table<users_table> users;`. Its members are its columns.
template <template <class> class Table>
struct table : Table<columns_of<schema::table_source<Table>>> {
  using source = schema::table_source<Table>;
  using excluded = schema::excluded_source<Table>;
  template <class Mode>
  using rows = Table<Mode>;
  using row_type = Table<select_mode>;

  /// The same table under another name, to join it with itself: `users.as("manager"_name)`.
  template <fixed_string Alias>
  [[nodiscard]] constexpr aliased_table<Table, Alias> as(name_literal<Alias>) const {
    return {};
  }
  /// Some of its rows, chosen by chance, for FROM and joins: `users.tablesample(sampling::bernoulli, 10)` is about a tenth
  /// of them; `.repeatable(42)` after it gives the same again. `percent` is from 0 to 100, any number.
  /// SQL: `"users" tablesample bernoulli ($1)`. Run time: `value_error` for another percentage.
  template <class Method, class Percent>
  [[nodiscard]] constexpr auto tablesample(Method method, Percent percent) const;
};

/// A table under another name. Give it a name in C++, too, to reach its columns:
/// `constexpr auto manager = users.as("manager"_name);`.
template <template <class> class Table, fixed_string Alias>
struct aliased_table : Table<columns_of<schema::alias_source<Table, Alias>>> {
  using source = schema::alias_source<Table, Alias>;
  template <class Mode>
  using rows = Table<Mode>;
  using row_type = Table<select_mode>;

  template <class Method, class Percent>
  [[nodiscard]] constexpr auto tablesample(Method method, Percent percent) const;
};

/// The columns of the row that an insert proposed, in `do_update`: `users.name = excluded(users).name`.
/// Source: PostgreSQL manual, "INSERT", ON CONFLICT.
template <template <class> class Table>
[[nodiscard]] constexpr auto excluded(table<Table>) {
  return Table<columns_of<schema::excluded_source<Table>>>{};
}

/// A row as selects return it: a plain struct with the declared member names, optional where null is possible.
template <auto Table>
using infer_select = typename decltype(Table)::row_type;
/// A row as inserts take it. Not null without a default: required. Others may be left out, which means the default, or
/// null where there is none; where null is possible, `null` and optionals can be given. What the database alone writes
/// cannot be given.
template <auto Table>
using infer_insert = typename decltype(Table)::template rows<insert_mode>;
/// A patch as updates take it: each field unset, a value, or (where the column takes it) `null`.
template <auto Table>
using infer_update = typename decltype(Table)::template rows<update_mode>;

}  // namespace virga
