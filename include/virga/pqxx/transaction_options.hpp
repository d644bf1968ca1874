// SPDX-License-Identifier: BSL-1.0
//
// What can be chosen about a transaction, and the SQL that says so to the server.
// Source: PostgreSQL manual, "SET TRANSACTION", "SET ROLE", "System Administration Functions: set_config".
#pragma once
#include <libpq-fe.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "virga/exec/database_error.hpp"
#include "virga/pqxx/options.hpp"

namespace virga {

enum class isolation_level { server_default, read_committed, repeatable_read, serializable };

/// When and how often a transaction's function is run again after the server undid it (SQLSTATE 40001, 40P01).
struct retry_options {
  /// Runs in all; 1 for no second one.
  int attempts = 5;
  /// No further run begins later than this after the first did.
  std::chrono::milliseconds deadline{10000};
  /// The pause before a run is random, up to this; up to twice as much before each further one …
  std::chrono::milliseconds pause{10};
  /// … but never more than this.
  std::chrono::milliseconds longest_pause{1000};
};

/// A duration of 0 leaves the server's own setting in force.
struct transaction_options {
  isolation_level isolation = isolation_level::server_default;
  bool read_only = false;
  /// With serializable and read_only: wait for a moment at which the transaction can neither fail nor disturb others.
  bool deferrable = false;
  /// The role to act as until the end (`set local role`).
  std::string role{};
  /// Settings until the end (`set local`), such as {"app.tenant", "42"} for row-level security.
  std::vector<std::pair<std::string, std::string>> settings{};
  std::chrono::milliseconds statement_timeout{0}, lock_timeout{0}, idle_timeout{0};
  /// For the whole transaction, waiting for a connection and further runs included. When it is over, the statement that
  /// runs is cancelled and the next ones are refused, the commit as well, with `transaction_timeout`. A commit that is
  /// under way is never cancelled, since the server may acknowledge a cancelled one that no standby has yet; where it
  /// is not answered for two more seconds, the connection is given up, and the end is `commit_unknown`, or what
  /// `resolve_commit` finds out.
  std::chrono::milliseconds timeout{0};
  /// A stop does the same at any moment, with `query_cancelled`, and there is no further run: it ends waiting for a
  /// connection and opening one, too (but not libpq's search for a host's address).
  std::stop_token stop{};
  /// Only for `database::transaction(f)`: the others do not know what to run again.
  retry_options retry{};
  /// Only for `database::transaction(f)`: how long to ask the server whether a commit took place during which the
  /// connection was lost. Costs a round trip for each commit, and needs PostgreSQL 13; 0 does without, and such a loss
  /// is always `commit_unknown`.
  std::chrono::milliseconds resolve_commit{0};
};

namespace detail {

/// When a transaction that begins now has to be over. Run time: `usage_error` naming everything that is wrong with its
/// options.
inline std::chrono::steady_clock::time_point deadline_of(const transaction_options& options,
                                                         const std::source_location& where) {
  std::vector<std::string> mistakes;
  const option_checks all{mistakes};
  all.not_negative(options.timeout, "timeout");
  all.not_negative(options.statement_timeout, "statement_timeout");
  all.not_negative(options.lock_timeout, "lock_timeout");
  all.not_negative(options.idle_timeout, "idle_timeout");
  all.not_negative(options.resolve_commit, "resolve_commit");
  all.check(options.retry.attempts > 0, "retry.attempts is " + std::to_string(options.retry.attempts) +
                                            "; it must be at least 1, which is no second run");
  all.not_negative(options.retry.deadline, "retry.deadline");
  all.not_negative(options.retry.pause, "retry.pause");
  all.not_negative(options.retry.longest_pause, "retry.longest_pause");
  if (!mistakes.empty())
    throw usage_error("virga: the transaction cannot begin as configured: " + joined(mistakes), where);
  using clock = std::chrono::steady_clock;
  return options.timeout.count() == 0 ? clock::time_point::max() : clock::now() + options.timeout;
}

/// Text as a literal or an identifier of the server's, quoted. Run time: `database_error` for text that is not UTF-8.
inline std::string quoted(PGconn* on, const std::string& text, bool is_name) {
  if (text.find('\0') != text.npos) throw error("virga: a role or setting cannot hold a NUL byte");
  char* const made =
      is_name ? PQescapeIdentifier(on, text.data(), text.size()) : PQescapeLiteral(on, text.data(), text.size());
  if (made == nullptr) throw error("virga: a role or setting is not valid UTF-8");
  std::string result = made;
  PQfreemem(made);
  return result;
}

/// What is sent first in a transaction; empty where nothing was chosen.
inline std::string opening_statements(PGconn* on, const transaction_options& options) {
  std::string modes;
  const auto mode = [&](const char* text) { modes += (modes.empty() ? " " : ", ") + std::string(text); };
  switch (options.isolation) {
    case isolation_level::server_default:
      break;
    case isolation_level::read_committed:
      mode("isolation level read committed");
      break;
    case isolation_level::repeatable_read:
      mode("isolation level repeatable read");
      break;
    case isolation_level::serializable:
      mode("isolation level serializable");
      break;
  }
  if (options.read_only) mode("read only");
  if (options.deferrable) mode("deferrable");
  std::string text = modes.empty() ? "" : "set transaction" + modes + ";";
  const auto limit = [&](const char* name, std::chrono::milliseconds most) {
    if (most.count() > 0) text += "set local " + std::string(name) + " = " + std::to_string(most.count()) + ";";
  };
  limit("statement_timeout", options.statement_timeout);
  limit("lock_timeout", options.lock_timeout);
  limit("idle_in_transaction_session_timeout", options.idle_timeout);
  if (!options.role.empty()) text += "set local role " + quoted(on, options.role, true) + ";";
  for (const auto& [name, value] : options.settings)
    text += "select set_config(" + quoted(on, name, false) + ", " + quoted(on, value, false) + ", true);";
  return text;
}

}  // namespace detail

}  // namespace virga
