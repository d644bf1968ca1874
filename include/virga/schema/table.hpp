// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/core/name.hpp"
#include "virga/schema/reflection.hpp"

namespace virga {

/// A table under another name. Give it a name in C++, too, to reach its columns:
/// `constexpr auto manager = users.as("manager"_name);`.
template <class Named, fixed_string Alias>
struct aliased_table : schema::rows_of<Named, columns_of<schema::alias_source<Named, Alias>>> {
  using source = schema::alias_source<Named, Alias>;
  template <class Mode>
  using rows = schema::rows_of<Named, Mode>;
  using row_type = schema::rows_of<Named, select_mode>;

  template <class Method, class Percent>
  [[nodiscard]] constexpr auto tablesample(Method method, Percent percent) const;
};

/// A table under its own name: `virga::table<users_table>`.
template <class Named>
struct named_table : schema::rows_of<Named, columns_of<schema::table_source<Named>>> {
  using source = schema::table_source<Named>;
  using excluded = schema::excluded_source<Named>;
  template <class Mode>
  using rows = schema::rows_of<Named, typename mode_in<Mode, source>::type>;
  using row_type = schema::rows_of<Named, select_mode>;

  /// The same table under another name, to join it with itself: `users.as("manager"_name)`.
  template <fixed_string Alias>
  [[nodiscard]] constexpr aliased_table<Named, Alias> as(name_literal<Alias>) const {
    return {};
  }
  /// Some of its rows, chosen by chance, for FROM and joins: `users.tablesample(sampling::bernoulli, 10)` is about a tenth
  /// of them; `.repeatable(42)` after it gives the same again. `percent` is from 0 to 100, any number.
  /// SQL: `"users" tablesample bernoulli ($1)`. Run time: `value_error` for another percentage.
  template <class Method, class Percent>
  [[nodiscard]] constexpr auto tablesample(Method method, Percent percent) const;
};

/// The table that queries name: `inline constexpr virga::table<users_table> users;`. Its members are its columns.
template <template <class> class Table>
using table = named_table<Table<schema::identity_mode>>;

/// The columns of the row that an insert proposed, in `do_update`: `users.name = excluded(users).name`.
/// Source: PostgreSQL manual, "INSERT", ON CONFLICT.
template <class Named>
[[nodiscard]] constexpr auto excluded(named_table<Named>) {
  return schema::rows_of<Named, columns_of<schema::excluded_source<Named>>>{};
}

namespace schema {
using virga::excluded;  // for callers who name it alone: a table's own namespace is this one
}  // namespace schema

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
