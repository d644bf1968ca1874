// SPDX-License-Identifier: BSL-1.0
//
// What a column can come from. Each source is an empty type with a `source_info`; two columns belong together when
// their sources are one type.
#pragma once
#include "virga/core/fixed_string.hpp"
#include "virga/render/source.hpp"

namespace virga {

template <class Source>
struct columns_of;

namespace schema {

/// The name of a table; made by `pg::table`.
struct table_name {
  std::string_view name;
  std::string_view schema;
};

/// The mode in which a table's struct says only which table it is.
struct identity_mode {
  struct field_of_no_use {};
  template <auto Definition>
  using field = field_of_no_use;
};

/// A table's struct template, from the struct in any mode. Tables go by such structs, since g++ 12 looks only at types
/// for linkage: what is made of a template in an unnamed namespace would be one with that of another source file.
template <class Named>
struct table_template;
template <template <class> class Table, class Named>
struct table_template<Table<Named>> {
  template <class Mode>
  using rows = Table<Mode>;
};
template <class Named, class Mode>
using rows_of = typename table_template<Named>::template rows<Mode>;

template <class Named, class Source>
constexpr render::source_info describe(render::source_kind kind, std::string_view alias = {}) {
  constexpr table_name name = rows_of<Named, columns_of<Source>>::table;
  return {kind, name.schema, name.name, alias};
}

/// A source that may stand in FROM at once; a common table expression wants its WITH first.
struct always_there {
  template <class Sink>
  static constexpr void check(Sink&) {}
};

/// A table under its own name.
template <class Named>
struct table_source : always_there, table_template<Named> {
  using source = table_source;
  static constexpr render::source_info info = describe<Named, table_source>(render::source_kind::table);
};

/// A table under another name: `users.as("mgr"_name)`.
template <class Named, fixed_string Alias>
struct alias_source : always_there, table_template<Named> {
  using source = alias_source;
  static constexpr render::source_info info = describe<Named, alias_source>(render::source_kind::table, Alias.view());
};

/// The row that an insert proposed and a conflict kept out.
template <class Named>
struct excluded_source : always_there, table_template<Named> {
  static constexpr render::source_info info =
      describe<Named, excluded_source>(render::source_kind::excluded, "excluded");
};

}  // namespace schema

template <class Source>
concept row_source = requires {
  typename Source::template rows<columns_of<Source>>;
};

namespace pg {

struct table_options {
  std::string_view schema = {};
};

/// Names the table of the struct it stands in: `static constexpr auto table = pg::table("users");`, in a schema with
/// `pg::table("users", {.schema = "app"})`.
template <std::size_t Size>
[[nodiscard]] consteval virga::schema::table_name table(const char (&name)[Size], table_options options = {}) {
  static_assert(Size > 1, "virga: a table needs a name");
  static_assert(Size <= 64, "virga: PostgreSQL cuts names after 63 bytes; give the table a shorter one");
  return {std::string_view(name, Size - 1), options.schema};
}

}  // namespace pg
}  // namespace virga
