// SPDX-License-Identifier: BSL-1.0
//
// Queries in FROM. Source: PostgreSQL manual, "Subqueries" and "LATERAL Subqueries".
#pragma once
#include "virga/query/named_query.hpp"

namespace virga {

namespace schema {

/// A query in FROM, as its columns know it: by its name alone.
template <fixed_string Name>
struct derived_source : always_there {
  static constexpr render::source_info info{render::source_kind::derived_table, {}, Name.view(), {}};
};

}  // namespace schema

/// A query that stands in FROM like a table: `select(…).from(…).as("recent"_name)`. SQL: `(select …) as "recent"`.
template <fixed_string Name, class Query>
struct derived_table : named_query<schema::derived_source<Name>, Query> {
  using derived_kind = Query;

  Query query;

  constexpr explicit derived_table(Query from) : query(std::move(from)) {}

  /// As an entry of FROM: it reads none of the tables beside it, but those around the statement.
  static constexpr void render_source(sink& s) {
    const auto outer = s.beside();
    render_query(s);
    s.leave(outer);
    s.enter_source();
  }
  void bind(binder& b) const { query.bind(b); }

 protected:
  static constexpr void render_query(sink& s) {
    s.text("(");
    Query::render(s);
    s.text(") as ");
    s.identifier(Name.view());
    query::render_given_names<Query, typename derived_table::columns>(s);
  }
};

/// A derived table that may read the tables before it in FROM.
template <fixed_string Name, class Query>
struct lateral_table : derived_table<Name, Query> {
  using derived_table<Name, Query>::derived_table;

  /// Its columns that are made of rows which an outer join may leave out.
  static constexpr void note_nulls(scope& sources) {
    [&]<class... Column>(type_list<Column...>) {
      bool may_be_null[sizeof...(Column)]{};
      query::find_nulls<Query>(sources, may_be_null);
      std::size_t i = 0;
      ((may_be_null[i++] && !Column::info.has(render::trait::nullable) ? sources.make_null(Column::info) : void()),
       ...);
    }(typename lateral_table::columns{});
  }

  static constexpr void render_source(sink& s) {
    s.text("lateral ");
    lateral_table::render_query(s);
    s.enter_source();
  }
};

/// Lets a subquery read the tables before it: `left_join(lateral(latest), sql<bool>("true"_sql))`.
/// SQL: `lateral (select …) as "name"`. Compile time: only those before it are in its sight.
template <fixed_string Name, class Query>
[[nodiscard]] constexpr auto lateral(derived_table<Name, Query> table) {
  return lateral_table<Name, Query>(std::move(table.query));
}

}  // namespace virga
