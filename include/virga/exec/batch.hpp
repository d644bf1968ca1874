// SPDX-License-Identifier: BSL-1.0
//
// Several statements at once: what `db.batch(q1, q2, …)` does.
#pragma once
#include <new>
#include <tuple>

#include "virga/exec/fetch.hpp"

namespace virga {

namespace exec {

/// Where the results of a batch go: the place of each statement's, and what writes it there.
template <class Result>
struct result_slots {
  struct slot {
    void (*take)(void* into, const Result& from);
    void* into;
  };
  std::vector<slot> all{};
  const std::vector<statement>& statements;

  /// Takes the result of a statement; a second one for it replaces the first. Rows that do not fit name it.
  void operator()(std::size_t index, const Result& from) const {
    try {
      all[index].take(all[index].into, from);
    } catch (error& wrong) {
      wrong.happened_in(statements[index].text, {});
      throw;
    }
  }
};
struct ignored_results {
  void operator()(std::size_t, const auto&) const {}
};

}  // namespace exec

/// An executor that sends several statements in one go: a free function `execute_batch(executor, statements, take)`
/// calls `take(index, result)` for each, in order, or throws after nothing was done, having called it for some or none.
/// Other executors run them one by one.
template <class T>
concept batching_executor = requires(T& on, const std::vector<statement>& all, const exec::ignored_results& take) {
  execute_batch(on, all, take);
};

namespace exec {

/// Runs statements one by one; an error names the place of its statement.
template <class Executor, class Take>
void one_by_one(Executor& on, const std::vector<statement>& all, const Take& take) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    try {
      take(i, execute(on, all[i]));
    } catch (const database_error& refused) {
      error_report report = refused.report();
      report.place_in_batch = i + 1;
      throw_database_error(std::move(report));
    }
  }
}

/// What a statement of a batch gives: its rows, or how many it affected.
template <class Query>
struct given_in_batch {
  using type = std::size_t;
  template <class Result>
  static void take(void* into, const Result& from) {
    *static_cast<type*>(into) = from.affected();
  }
};
template <class Query>
requires query::gives_rows<Query>
struct given_in_batch<Query> {
  using type = std::vector<row_type<Query>>;
  template <class Result>
  static void take(void* into, const Result& from) {
    *static_cast<type*>(into) = all_rows<Query>(from);
  }
};

/// What one argument of a batch is sent as, and what it gave: a statement, or a range of them.
template <class Query>
class batch_part {
 public:
  explicit batch_part(const Query& query) : bound_(query, {}) {}

  template <class Result>
  void add_to(std::vector<statement>& all, result_slots<Result>& slots) {
    all.push_back(bound_.at({}));
    slots.all.push_back({&given_in_batch<Query>::template take<Result>, &given_});
  }
  [[nodiscard]] auto& given() { return given_; }

 private:
  call<Query> bound_;
  typename given_in_batch<Query>::type given_{};
};

template <class Range>
concept range_of_statements = !statement_like<Range> && requires(const Range& given) {
  requires statement_like<decltype(*given.begin())>;
};

template <range_of_statements Range>
class batch_part<Range> {
  using query_type = std::remove_cvref_t<decltype(*std::declval<const Range&>().begin())>;
  using bound = call<query_type>;

 public:
  explicit batch_part(const Range& queries) {
    for (auto at = queries.begin(); at != queries.end(); ++at) ++capacity_;
    bound_ = std::allocator<bound>().allocate(capacity_);
    try {
      for (const auto& query : queries) {
        ::new (static_cast<void*>(bound_ + size_)) bound(query, {});
        ++size_;
      }
      given_.resize(size_);
    } catch (...) {
      release();
      throw;
    }
  }
  batch_part(const batch_part&) = delete;
  batch_part& operator=(const batch_part&) = delete;
  ~batch_part() { release(); }

  template <class Result>
  void add_to(std::vector<statement>& all, result_slots<Result>& slots) {
    for (std::size_t i = 0; i < size_; ++i) {
      all.push_back(bound_[i].at({}));
      slots.all.push_back({&given_in_batch<query_type>::template take<Result>, &given_[i]});
    }
  }
  [[nodiscard]] auto& given() { return given_; }

 private:
  void release() {
    while (size_ != 0) bound_[--size_].~bound();
    std::allocator<bound>().deallocate(bound_, capacity_);
  }

  bound* bound_ = nullptr;  // they stay where they are, and one allocation is for all
  std::size_t size_ = 0, capacity_ = 0;
  std::vector<typename given_in_batch<query_type>::type> given_{};
};

/// What an argument of a batch runs: itself, or what it is a range of.
template <class Query>
struct batched {
  using type = Query;
};
template <range_of_statements Range>
struct batched<Range> {
  using type = std::remove_cvref_t<decltype(*std::declval<const Range&>().begin())>;
};
/// Whether the arguments of a batch are queries, said in words where not.
template <class... Queries>
constexpr bool check_batched() {
  constexpr bool has_some = sizeof...(Queries) != 0;
  static_assert(has_some, "virga: a batch of nothing; give it the queries to run");
  constexpr bool are_queries = (statement_like<typename batched<Queries>::type> && ...);
  static_assert(are_queries,
                "virga: a batch takes queries and ranges of queries; give a prepared one its values: "
                "prepared.with(\"name\"_name = value)");
  return has_some && are_queries;
}

template <class Executor, class... Queries>
[[nodiscard]] auto run_batch(Executor& on, const Queries&... queries) {
  std::tuple<batch_part<Queries>...> parts(queries...);
  std::vector<statement> all;
  result_slots<decltype(execute(on, std::declval<const statement&>()))> slots{{}, all};
  std::apply([&](auto&... part) { (part.add_to(all, slots), ...); }, parts);
  if (all.empty()) throw empty_statement("virga: a batch of nothing: every range of queries given to it is empty");
  if constexpr (batching_executor<Executor>)
    execute_batch(on, all, slots);
  else
    one_by_one(on, all, slots);
  return std::apply(
      [](auto&... part) {
        return std::tuple<std::remove_reference_t<decltype(part.given())>...>{std::move(part.given())...};
      },
      parts);
}

}  // namespace exec

/// Runs several statements in one round trip, all of them or none. Returns a tuple with, for each, the vector of its
/// rows, or how many rows it affected where it gives none; for a range of statements, a vector of these. In a
/// transaction an error spoils that, as any error does. In a transaction of libpqxx they run one by one. Run time:
/// `database_error` names the place of its statement, `report().place_in_batch`, counted from 1; `empty_statement`
/// where every range is empty; otherwise as `all` and `run`.
template <class Executor, class... Queries>
[[nodiscard]] auto batch(Executor& on, const Queries&... queries) {
  if constexpr (exec::check_batched<Queries...>()) {
    (query::require_valid<typename exec::batched<Queries>::type>(), ...);
    constexpr bool runnable = (query::require_runnable<typename exec::batched<Queries>::type>() && ...);
    if constexpr (runnable && exec::check_executor<Executor>())
      return exec::run_batch(on, queries...);
    else
      return std::tuple<not_selected>();
  } else {
    return std::tuple<not_selected>();
  }
}

}  // namespace virga
