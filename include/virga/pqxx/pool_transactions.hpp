// SPDX-License-Identifier: BSL-1.0
//
// What a database does with the pool's connections: it runs transactions, again where the server undid them, finds out
// what became of a commit, and asks whether the server is there.
#pragma once
#include "virga/pqxx/working_pool.hpp"

namespace virga {

/// How long to wait for a connection that is needed before `deadline`.
template <class T>
std::chrono::milliseconds working_pool<T>::patience_until(clock::time_point deadline) const {
  if (deadline == clock::time_point::max()) return options_.acquire_timeout;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - clock::now());
  // 0 would be no wait for others, but however long it takes to open one
  return std::min(std::max(left, std::chrono::milliseconds(1)), options_.acquire_timeout);
}

template <class T>
pool::lease working_pool<T>::acquire_for(const transaction_options& options, const std::source_location& where,
                                         clock::time_point& deadline) {
  deadline = detail::deadline_of(options, where);
  return acquire(patience_until(deadline), where, options.stop);
}

template <class T>
void working_pool<T>::run(const detail::transaction_body& body, const transaction_options& options,
                          const std::source_location& where) {
  const auto deadline = detail::deadline_of(options, where);
  const detail::retry_loop retry(options.retry, deadline);
  for (int attempt = 1;; ++attempt) {
    try {
      const lease held = acquire(patience_until(deadline), where, options.stop);
      virga::transaction tx(held.connection(), options, where, deadline);
      body.call(body.function, tx);
      if (tx.is_open()) tx.commit(where);
      return;
    } catch (const commit_unknown& unknown) {
      if (took_place(unknown, options.resolve_commit)) return;
      throw connection_error(
          "virga: the connection was lost during the commit, and the server has undone the "
          "transaction; it may be run again",
          {}, where);
    } catch (const std::exception& wrong) {
      if (!driver::is_conflict(wrong) || !retry.may_follow(attempt, options.stop)) throw;
    }
  }
}

/// Asks the server, on another connection, what became of a transaction. Throws it again where nobody knows.
template <class T>
bool working_pool<T>::took_place(const commit_unknown& unknown, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  const std::string& id = unknown.transaction_id();
  if (id.empty()) throw unknown;
  const auto because = [&](const std::string& why) {
    return commit_unknown(why, id, unknown.counting_since(), unknown.where());
  };
  std::string answer = "the server could not be reached within " + std::to_string(patience.count()) + " ms";
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) break;
    try {
      const lease held = acquire(left, unknown.where(), {});
      held.connection().stop_when({}, until);
      const struct in_time {
        virga::connection& on;
        ~in_time() { on.stop_when({}); }
      } bound{held.connection()};
      const native::result said = held.connection().send(
          "select pg_xact_status('" + id + "'::xid8), " + std::string(detail::counting_since), unknown.where());
      if (said.at(0, 0).null) throw because("the server has forgotten transaction " + id);
      const std::string_view status = said.at(0, 0).text();
      if (status == "committed" && (said.at(0, 1).null || said.at(0, 1).text() != unknown.counting_since()))
        throw because("the server crashed meanwhile, and may have given its number, " + id +
                      ", to another transaction");
      if (status != "in progress") return status == "committed";
      answer = "transaction " + id + " was still in progress after " + std::to_string(patience.count()) + " ms";
    } catch (const connection_error&) {  // the server is on its way back, perhaps
    } catch (const query_cancelled&) {   // it did not answer in time
    } catch (const database_error& refused) {
      throw because(refused.what());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  throw because(answer);
}

template <class T>
health_report working_pool<T>::check_health(std::chrono::milliseconds timeout, const std::source_location& where) {
  const auto began = std::chrono::steady_clock::now();
  health_report report;
  try {
    const lease held = acquire(timeout, where, {});
    report.healthy = native::ping(held.connection().native_handle(), timeout);
    if (!report.healthy) report.problem = "the server did not answer within " + std::to_string(timeout.count()) + " ms";
  } catch (const std::exception& wrong) {
    report.problem = wrong.what();
  }
  report.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
  return report;
}

}  // namespace virga
