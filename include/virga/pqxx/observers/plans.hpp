// SPDX-License-Identifier: BSL-1.0
//
// Plans of statements whose values are not known any more.
// Source: PostgreSQL manual, "PREPARE", "EXPLAIN", plan_cache_mode.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "virga/pqxx/connection.hpp"

namespace virga {

/// Gives the plan that the server would make for any values: `slow_query_log(200ms, print_line, generic_plans(url))`.
/// Nothing is run. It has a connection of its own, opened when it is first needed, with the role and settings that the
/// URL says. Statements that have no plan, and what goes wrong, give an empty text.
class generic_plans {
 public:
  explicit generic_plans(std::string url) : state_(std::make_shared<state>(std::move(url))) {}

  /// Several threads may call it at once; one is served after the other.
  std::string operator()(std::string_view statement) const {
    const std::lock_guard lock(state_->mutex);
    try {
      return state_->plan_of(std::string(statement));
    } catch (const error&) {
      state_->on.reset();
      return {};
    }
  }

 private:
  struct state {
    explicit state(std::string given) : url(std::move(given)) {}

    std::string plan_of(const std::string& statement) {
      if (on == nullptr) {
        on = std::make_unique<virga::connection>(url);
        on->send(std::string("set statement_timeout = '5s'; set plan_cache_mode = force_generic_plan"));
      }
      PGconn* const handle = on->native_handle();
      const native::result prepared(PQprepare(handle, "virga_plan", statement.c_str(), 0, nullptr));
      const native::result described(PQdescribePrepared(handle, "virga_plan"));
      if (!prepared.succeeded() || !described.succeeded()) return {};
      std::string nulls;
      for (int i = PQnparams(described.get()); i > 0; --i) nulls += nulls.empty() ? "null" : ", null";
      const native::result said(
          PQexec(handle, ("explain execute virga_plan" + (nulls.empty() ? nulls : "(" + nulls + ")")).c_str()));
      on->send(std::string("deallocate virga_plan"));
      std::string plan;
      for (std::size_t i = 0; said.succeeded() && i < said.rows(); ++i)
        plan.append(i == 0 ? "" : "\n").append(said.at(i, 0).text());
      return plan == "Utility statements have no plan structure" ? std::string() : plan;
    }

    std::string url;
    std::mutex mutex{};
    std::unique_ptr<virga::connection> on{};
  };
  std::shared_ptr<state> state_;
};

}  // namespace virga
