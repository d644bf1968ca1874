// SPDX-License-Identifier: BSL-1.0
//
// What the server means to do. Source: PostgreSQL manual, "EXPLAIN".
#pragma once
#include "virga/exec/fetch.hpp"
#include "virga/expr/aggregate.hpp"
#include "virga/query/select.hpp"

namespace virga {

enum class plan_format : unsigned char { text, json };

struct explain_options {
  /// Runs the statement, changes and all, and tells how long each step took.
  bool analyze = false;
  bool verbose = false;
  bool costs = true;
  /// Which pages were read; with `analyze`.
  bool buffers = false;
  plan_format format = plan_format::text;
};

/// The plan of a statement, its lines joined by line ends. SQL: `explain (…) statement`.
/// Run time: as when it is run.
template <statement_like Statement, class Executor>
[[nodiscard]] std::string explain(const Statement& query, Executor& on, const explain_options& options = {},
                                  std::source_location where = std::source_location::current()) {
  query::require_valid<Statement>();
  std::string plan;
  if constexpr (exec::check_executor<Executor>()) {
    const exec::call<Statement> bound(query, where);
    std::string text = "explain (";
    text += options.costs ? "costs" : "costs off";
    if (options.analyze) text += ", analyze";
    if (options.verbose) text += ", verbose";
    if (options.buffers) text += ", buffers";
    if (options.format == plan_format::json) text += ", format json";
    text.append(") ").append(bound.text());
    const auto result = execute(on, statement{text, bound.values(), bound.count(), false, where, bound.places()});
    for (std::size_t i = 0; i < result.rows(); ++i) plan.append(i == 0 ? "" : "\n").append(result.at(i, 0).text());
  }
  return plan;
}

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

}  // namespace query

/// How many rows a select gives. SQL: `select count(*) from (…) as "counted"`.
template <statement_like Query, class Executor>
[[nodiscard]] std::int64_t count_rows(const Query& query, Executor& on,
                                      std::source_location where = std::source_location::current()) {
  constexpr bool selects = requires { typename Query::projection_type; };
  static_assert(selects, "virga: count_rows(query, on) counts the rows of a select");
  if constexpr (selects)
    return select(virga::count()).from(virga::query::counted_rows<Query>{query}).one(on, where).template get<0>();
  else
    return 0;
}
/// How many rows a table has. SQL: `select count(*) from "table"`.
template <class Table, class Executor>
requires query::table_like<Table>
[[nodiscard]] std::int64_t count_rows(const Table& table, Executor& on) {
  return select(virga::count()).from(table).one(on).template get<0>();
}
/// How many rows of a table fit a condition. SQL: `select count(*) from "table" where …`.
template <class Table, class Predicate, class Executor>
requires predicate<Predicate>
[[nodiscard]] std::int64_t count_rows(const Table& table, const Predicate& condition, Executor& on,
                                      std::source_location where = std::source_location::current()) {
  return select(virga::count()).from(table).where(condition).one(on, where).template get<0>();
}

}  // namespace virga
