// SPDX-License-Identifier: BSL-1.0
//
// How many rows there are.
#pragma once
#include <cstdint>

#include "virga/exec/fetch.hpp"
#include "virga/expr/aggregate.hpp"
#include "virga/query/select.hpp"
#include "virga/query/target.hpp"

namespace virga {

namespace query {

/// A query in FROM of which only the number of rows is read, so that its columns need no names.
template <class Query>
struct counted_rows {
  using source = schema::derived_source<"counted">;
  using derived_kind = Query;
  Query query;

  static constexpr void render_source(sink& s) {
    const auto outer = s.isolate();
    s.text("(");
    Query::render(s);
    s.text(") as \"counted\"");
    s.leave(outer);
    s.enter_source();
  }
  void bind(binder& b) const { query.bind(b); }
};

/// The query that counts the rows of a select, or of a table.
template <class Counted>
[[nodiscard]] constexpr auto counting(const Counted& counted) {
  if constexpr (table_like<Counted>) {
    return select(virga::count()).from(counted);
  } else {
    constexpr bool selects = requires { typename Counted::projection_type; };
    static_assert(selects, "virga: count_rows(query, on) counts the rows of a select, or those of a table");
    if constexpr (selects)
      return select(virga::count()).from(counted_rows<Counted>{counted});
    else
      return no_statement{};
  }
}
/// The same for the rows of a table that fit a condition.
template <class Table, class Predicate>
[[nodiscard]] constexpr auto counting(const Table& table, const Predicate& condition) {
  return select(virga::count()).from(table).where(condition);
}

}  // namespace query

namespace exec {

template <class Query, class Executor>
[[nodiscard]] std::int64_t count_of(const Query& counting, Executor& on, const std::source_location& where) {
  if constexpr (std::same_as<Query, query::no_statement>) {
    return 0;
  } else {
    query::require_valid<Query>();
    if constexpr (query::valid_statement<Query> && check_executor<Executor>())
      return counting.one(on, where).template get<0>();
    else
      return 0;
  }
}

}  // namespace exec

/// How many rows a select gives, or a table has. `db.count(…)` is the same.
/// SQL: `select count(*) from (…) as "counted"`, `select count(*) from "table"`.
template <class Counted, class Executor>
[[nodiscard]] std::int64_t count_rows(const Counted& query_or_table, Executor& on,
                                      std::source_location where = std::source_location::current()) {
  return exec::count_of(query::counting(query_or_table), on, where);
}
/// How many rows of a table fit a condition. SQL: `select count(*) from "table" where …`.
template <class Table, class Predicate, class Executor>
requires(query::table_like<Table> && !std::same_as<Executor, const std::source_location>) [[nodiscard]] std::int64_t
    count_rows(const Table& table, const Predicate& condition, Executor& on,
               std::source_location where = std::source_location::current()) {
  query::check_predicate<Predicate>();
  return exec::count_of(query::counting(table, condition), on, where);
}

}  // namespace virga
