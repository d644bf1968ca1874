// SPDX-License-Identifier: BSL-1.0
//
// Everything that can be chosen about a database, and how it is checked.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <source_location>
#include <string>
#include <vector>

#include "virga/exec/database_error.hpp"
#include "virga/pqxx/observer.hpp"

namespace virga {

class connection;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // g++ says the enumerator hides virga::transaction, where fwd.hpp came before

/// What stands between the program and the server.
enum class pooler_mode {
  none,
  /// PgBouncer or the like in transaction mode: each transaction may run in another session of the server, so nothing
  /// is kept in one: no statement is prepared.
  transaction,
};

#pragma GCC diagnostic pop

struct connection_options {
  /// How long opening a connection may take.
  std::chrono::milliseconds connect_timeout{10000};
  /// How often that is tried where there is no answer in time, as of a database that sleeps until it is needed.
  std::size_t connect_attempts = 1;
  /// Whether statements of constant text are prepared once per connection.
  bool prepare = true;
  /// The most statements that are prepared on a connection at once; beyond it, the one unused for longest is given up.
  std::size_t max_prepared = 256;
  pooler_mode pooler = pooler_mode::none;
  /// Is told of every statement; null for nobody.
  std::shared_ptr<virga::observer> observer{};
};

/// A connection that was not given back for long.
struct leak_report {
  std::source_location where;  // the call that took it
  std::chrono::milliseconds held_for;
  int process;  // the server's, as in pg_stat_activity
};

/// A duration of 0 turns off what it limits, unless it says otherwise.
struct database_options {
  connection_options connection{};
  /// The most connections that are open at once.
  std::size_t max_connections = 10;
  /// How long to wait for one of them while all are in use. 0: not at all.
  std::chrono::milliseconds acquire_timeout{30000};
  /// Connections kept open even if nobody needs them.
  std::size_t min_connections = 0;
  /// A connection unused for so long is closed.
  std::chrono::milliseconds idle_timeout = std::chrono::minutes(10);
  /// A connection this old is closed once it is free; each a little earlier, by up to a tenth, so that not all end at
  /// once.
  std::chrono::milliseconds max_lifetime = std::chrono::minutes(30);
  /// A connection unused for so long is looked at before it is given out: whether the server has closed it.
  std::chrono::milliseconds check_after{500};
  /// A connection unused for so long is asked for an answer, too, which finds a network that is gone.
  std::chrono::milliseconds ping_after = std::chrono::seconds(30);
  /// How long that answer may take. Not 0.
  std::chrono::milliseconds ping_timeout{5000};
  /// The most connections that are being opened at once, so that a server that comes back is not overrun.
  std::size_t max_opening = 4;
  /// How long to go on trying where the server cannot take a connection now: it starts, or has too many.
  std::chrono::milliseconds connect_patience{2000};
  /// A connection in use for so long is reported to `on_leak`, once.
  std::chrono::milliseconds leak_after{0};
  /// Called from a thread of the database's own; it must not end the database.
  std::function<void(const leak_report&)> on_leak{};
  /// Called with each new connection, to set it up. What it throws reaches the one who needed the connection.
  std::function<void(virga::connection&)> after_connect{};
  /// Called before a connection is given out; false closes it and another one is taken.
  std::function<bool(virga::connection&)> before_acquire{};
  /// Called when a connection is given back; false, or an exception, closes it.
  std::function<bool(virga::connection&)> after_release{};
};

/// What a pool does at the moment, and has done so far.
struct pool_statistics {
  std::size_t open = 0, in_use = 0, idle = 0;  // open is the sum of the other two
  std::size_t opening = 0, waiting = 0;
  std::uint64_t acquired = 0, waited = 0, timed_out = 0;
  std::uint64_t opened = 0, failed_to_open = 0;
  std::uint64_t closed_broken = 0;  // lost, left inside a transaction, or refused by a hook
  std::uint64_t closed_idle = 0, closed_old = 0;
  std::uint64_t leaked = 0;
  std::chrono::nanoseconds waited_for{0};  // all waits together
};

/// An answer to whether a database can be used.
struct health_report {
  bool healthy = false;
  std::string problem{};  // empty where it is healthy
  std::chrono::microseconds took{0};
};

namespace detail {

/// Notes what is wrong with options, a sentence each.
struct option_checks {
  std::vector<std::string>& mistakes;

  void check(bool is_right, std::string what) const {
    if (!is_right) mistakes.push_back(std::move(what));
  }
  void not_negative(std::chrono::milliseconds given, const char* name) const {
    check(given.count() >= 0,
          std::string(name) + " is " + std::to_string(given.count()) + " ms; it cannot be negative");
  }
  void positive(std::chrono::milliseconds given, const char* name) const {
    check(given.count() > 0,
          std::string(name) + " is " + std::to_string(given.count()) + " ms; it must be more than 0");
  }
};

inline void find_mistakes(const connection_options& options, std::vector<std::string>& mistakes) {
  const option_checks all{mistakes};
  all.check(options.max_prepared > 0, "max_prepared is 0; to prepare nothing, set prepare to false");
  all.check(options.connect_attempts > 0, "connect_attempts is 0; it must be at least 1");
  all.positive(options.connect_timeout, "connect_timeout");
}
/// The options of one connection. Run time: `configuration_error` naming every mistake.
inline const connection_options& checked(const connection_options& options, const std::source_location& where) {
  std::vector<std::string> mistakes;
  find_mistakes(options, mistakes);
  if (!mistakes.empty()) throw configuration_error(std::move(mistakes), where);
  return options;
}

inline void find_mistakes(const database_options& options, std::vector<std::string>& mistakes) {
  const option_checks all{mistakes};
  all.check(options.max_connections > 0, "max_connections is 0; it must be at least 1");
  all.check(options.min_connections <= options.max_connections || options.max_connections == 0,
            "min_connections is " + std::to_string(options.min_connections) + ", more than max_connections, which is " +
                std::to_string(options.max_connections));
  all.check(options.max_opening > 0, "max_opening is 0; it must be at least 1");
  find_mistakes(options.connection, mistakes);
  all.positive(options.ping_timeout, "ping_timeout");
  all.not_negative(options.acquire_timeout, "acquire_timeout");
  all.not_negative(options.idle_timeout, "idle_timeout");
  all.not_negative(options.max_lifetime, "max_lifetime");
  all.not_negative(options.check_after, "check_after");
  all.not_negative(options.ping_after, "ping_after");
  all.not_negative(options.connect_patience, "connect_patience");
  all.not_negative(options.leak_after, "leak_after");
  all.check(options.leak_after.count() <= 0 || options.on_leak != nullptr,
            "leak_after is set and on_leak is not; nobody would hear of a leak");
}

}  // namespace detail

}  // namespace virga
