// SPDX-License-Identifier: BSL-1.0
//
// What the server means to do. Source: PostgreSQL manual, "EXPLAIN".
#pragma once
#include "virga/exec/fetch.hpp"

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

}  // namespace virga
