// SPDX-License-Identifier: BSL-1.0
//
// Several statements at once: what `db.batch(q1, q2, …)` does.
#pragma once
#include <list>
#include <tuple>

#include "virga/exec/fetch.hpp"

namespace virga {

/// An executor that sends several statements in one go: a free function `execute_batch(executor, statements)` returns a
/// vector of their results, or throws after nothing was done. Other executors run them one by one.
template <class T>
concept batching_executor = requires(T& on, const std::vector<statement>& all) {
  { execute_batch(on, all)[0] } -> result_set;
};

namespace exec {

/// Runs statements one by one; an error names the place of its statement.
template <class Executor>
[[nodiscard]] auto one_by_one(Executor& on, const std::vector<statement>& all) {
  std::vector<decltype(execute(on, all[0]))> results;
  results.reserve(all.size());
  for (const statement& one : all) {
    try {
      results.push_back(execute(on, one));
    } catch (const database_error& refused) {
      error_report report = refused.report();
      report.place_in_batch = results.size() + 1;
      throw_database_error(std::move(report));
    }
  }
  return results;
}

/// What one argument of a batch is sent as, and what becomes of its results: a statement, or a range of them.
template <class Query>
class batch_part {
 public:
  explicit batch_part(const Query& query) : bound_(query) {}

  void add_to(std::vector<statement>& all) const { all.push_back(to_send(bound_, {})); }
  /// The rows of a statement that gives some, or how many it affected.
  template <class Results>
  static auto take(const Results& results, std::size_t& next) {
    const auto& result = results[next++];
    if constexpr (query::gives_rows<Query>)
      return exec::all_rows<Query>(result);
    else
      return static_cast<std::size_t>(result.affected());
  }

 private:
  query::bound_statement<Query> bound_;
};

template <class Range>
concept range_of_statements = !statement_like<Range> && requires(const Range& given) {
  requires statement_like<decltype(*given.begin())>;
};

template <range_of_statements Range>
class batch_part<Range> {
  using one = batch_part<std::remove_cvref_t<decltype(*std::declval<const Range&>().begin())>>;

 public:
  explicit batch_part(const Range& queries) {
    for (const auto& query : queries) parts_.emplace_back(query);
  }
  void add_to(std::vector<statement>& all) const {
    for (const one& part : parts_) part.add_to(all);
  }
  template <class Results>
  auto take(const Results& results, std::size_t& next) const {
    std::vector<decltype(one::take(results, next))> taken;
    taken.reserve(parts_.size());
    for (std::size_t i = 0; i < parts_.size(); ++i) taken.push_back(one::take(results, next));
    return taken;
  }

 private:
  std::list<one> parts_;  // they stay where they are
};

/// Whether an argument of a batch can run, said in words where not.
template <class Query>
constexpr bool check_batched() {
  if constexpr (range_of_statements<Query>) {
    return query::require_runnable<std::remove_cvref_t<decltype(*std::declval<const Query&>().begin())>>();
  } else {
    constexpr bool is_query = statement_like<Query>;
    static_assert(is_query,
                  "virga: a batch takes queries and ranges of queries; give a prepared one its values: "
                  "prepared.with(\"name\"_name = value)");
    if constexpr (is_query)
      return query::require_runnable<Query>();
    else
      return false;
  }
}

}  // namespace exec

/// Runs several statements in one round trip, all of them or none. Returns a tuple with, for each, the vector of its
/// rows, or how many rows it affected where it gives none; for a range of statements, a vector of these. In a
/// transaction an error spoils that, as any error does. In a transaction of libpqxx they run one by one. Run time:
/// `database_error` names the place of its statement, `report().place_in_batch`, counted from 1; `empty_statement`
/// where every range is empty; otherwise as `all` and `run`. Every answer is held until the last is there.
template <class Executor, class... Queries>
[[nodiscard]] auto batch(Executor& on, const Queries&... queries) {
  constexpr bool has_some = sizeof...(Queries) != 0;
  static_assert(has_some, "virga: a batch of nothing; give it the queries to run");
  if constexpr ((has_some && ... && exec::check_batched<Queries>()) && exec::check_executor<Executor>()) {
    const std::tuple<exec::batch_part<Queries>...> parts(queries...);
    std::vector<statement> all;
    std::apply([&](const auto&... part) { (part.add_to(all), ...); }, parts);
    if (all.empty()) throw empty_statement("virga: a batch of nothing: every range of queries given to it is empty");
    const auto results = [&] {
      if constexpr (batching_executor<Executor>)
        return execute_batch(on, all);
      else
        return exec::one_by_one(on, all);
    }();
    std::size_t next = 0;
    // braces: in the order of the statements
    return std::apply(
        [&](const auto&... part) {
          return std::tuple<decltype(part.take(results, next))...>{part.take(results, next)...};
        },
        parts);
  } else {
    return std::tuple<not_selected>();
  }
}

}  // namespace virga
