// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <mutex>

#include "virga/testing/admin.hpp"
#include "virga/testing/cluster.hpp"

namespace virga::testing {

/// How to make a throw-away server. Every member has a sensible value.
struct postgres_options {
  /// Server settings as "name=value"; they win over those that `postgres` makes for speed.
  std::vector<std::string> settings{};
  /// The folder of `initdb` and `postgres`; else $VIRGA_POSTGRES_BIN, `pg_config --bindir`, PATH, /usr/lib/postgresql.
  std::string bin_directory{};
  /// The folder to make the cluster in; else $TMPDIR, else for root /dev/shm where it has a gigabyte free, else /tmp.
  /// Another one is taken when a socket's path would not fit.
  std::string directory{};
  /// The longest that starting may take before it is an error.
  std::chrono::milliseconds start_timeout{60'000};
  /// Share one server among all processes of this user that ask for the same settings, as the tests of one run do.
  bool reuse = false;
  /// How long a reused server stays after its last user has gone.
  std::chrono::milliseconds linger{10'000};
};

/// A private throw-away PostgreSQL server: `virga::testing::postgres server;` makes a cluster, starts it, and stops and
/// removes it at the end of its life, or soon after this process has died in whatever way.
///
/// The server listens on a unix socket in a folder that only this user (for root: the user `postgres`, or else
/// `nobody`) can enter, never on the network. It runs without fsync and without autovacuum, in UTC, with locale
/// C.UTF-8; its superuser is `postgres`. The first start of a server version takes about a second; later ones copy
/// what that has made and take a fifth of it, in memory (TMPDIR=/dev/shm) a tenth.
///
/// All calls may be made from several threads at once.
class postgres {
 public:
  using options = postgres_options;

  postgres() : postgres(options{}) {}

  /// Starts the server. Throws `virga::error` when there are no server programs (it lists where they were looked for),
  /// when there is no room, or when the server does not start in time (with the end of its log).
  explicit postgres(const options& wanted)
      : reuse_(wanted.reuse), owner_(::getpid()), who_(detail::server_account()), cluster_(start(wanted)) {}

  postgres(const postgres&) = delete;
  postgres& operator=(const postgres&) = delete;

  ~postgres() {
    // A fork of the process that made the server has a copy of this object, but not the server.
    if (::getpid() == owner_) detail::leave_cluster(cluster_, who_, reuse_);
  }

  /// The server of this process, started by the first call and gone at exit.
  [[nodiscard]] static postgres& shared() {
    static postgres server;
    return server;
  }

  /// The connection string of the database `postgres`, for libpq and libpqxx.
  [[nodiscard]] std::string url() const { return url("postgres"); }

  /// The connection string of a database of this server; it need not exist.
  [[nodiscard]] std::string url(std::string_view database) const {
    return "postgresql:///" + detail::encode(database) + "?host=" + detail::encode(cluster_.folder) +
           "&port=5432&user=postgres";
  }

  /// Makes an empty database with a name of its own and returns its connection string. Throws `virga::error`.
  std::string create_database() { return create({}, {}); }

  /// Makes an empty database and returns its connection string. Throws `virga::error`, also when it exists already.
  std::string create_database(std::string_view name) { return create(detail::checked(name), {}); }

  /// Makes a copy of a database, given by its name or by a connection string of this server, and returns the copy's
  /// connection string. The copy has a name of its own unless `name` says one. All connections to the original must
  /// be closed; those that are just closing are waited for, two seconds at most. Throws `virga::error`.
  std::string create_database_from(std::string_view name_or_url, std::string_view name = {}) {
    return create(name.empty() ? std::string() : detail::checked(name), detail::database_of(name_or_url));
  }

  /// A template for `create_database_from`: the first call with this name makes the database and lets `fill`, called
  /// with its connection string, put tables and rows into it; later calls only return the connection string. Throws
  /// `virga::error`, and what `fill` throws, after removing the database again.
  std::string template_database(std::string_view name, const std::function<void(const std::string&)>& fill) {
    const std::scoped_lock one_at_a_time(templates_mutex_);
    if (const auto known = templates_.find(name); known != templates_.end()) return known->second;
    const std::string made = create_database();
    try {
      fill(made);
    } catch (...) {
      drop_database(made);
      throw;
    }
    return templates_.emplace(name, made).first->second;
  }

  /// Removes a database, given by its name or connection string, and ends all connections to it. Throws `virga::error`.
  void drop_database(std::string_view name_or_url) {
    const detail::admin_connection admin(url());
    admin.run("drop database " + admin.quoted(detail::database_of(name_or_url)) + " with (force)");
  }

  /// What the server has logged so far.
  [[nodiscard]] std::string log() const { return detail::read_file(detail::log_file(cluster_.folder)); }

  /// The folder that holds the socket, the data and the log, and that will be removed.
  [[nodiscard]] const std::string& directory() const noexcept { return cluster_.folder; }

  /// The process id of the server, 0 when it has ended.
  [[nodiscard]] pid_t process_id() const {
    const std::string file = detail::read_file(detail::data_folder(cluster_.folder) + "/postmaster.pid");
    return static_cast<pid_t>(std::strtol(file.c_str(), nullptr, 10));
  }

 private:
  [[nodiscard]] detail::running_cluster start(const options& wanted) const {
    const detail::cluster_plan plan{.who = who_,
                                    .binaries = detail::find_server(wanted.bin_directory, who_),
                                    .base = detail::base_folder(wanted.directory, who_),
                                    .settings = wanted.settings,
                                    .reuse = wanted.reuse,
                                    .linger = wanted.linger,
                                    .deadline = detail::clock::now() + wanted.start_timeout};
    detail::sweep(plan.base, who_);
    return wanted.reuse ? detail::join_or_start_cluster(plan) : detail::start_cluster(plan, {});
  }

  [[nodiscard]] std::string create(const std::string& wanted_name, const std::string& original) {
    const detail::admin_connection admin(url());
    if (!original.empty()) await_closed_connections(admin, original);
    for (;;) {
      const std::string name = wanted_name.empty() ? unused_name() : wanted_name;
      std::string sql = "create database " + admin.quoted(name);
      if (!original.empty()) sql += " template " + admin.quoted(original);
      // Copying files beats logging every page when nothing is ever synced.
      if (admin.is_at_least(150000)) sql += " strategy file_copy";
      try {
        admin.run(sql);
        return url(name);
      } catch (const detail::refusal& refused) {
        // A reused server may still have the database of an earlier process with the same process id.
        if (refused.state() != "42P04" || !wanted_name.empty()) throw;
      }
    }
  }

  /// A closed connection is gone only when its server process has ended. The server would look again every 100 ms and
  /// for five seconds; this looks every 2 ms.
  static void await_closed_connections(const detail::admin_connection& admin, const std::string& database) {
    const std::string sql = "select count(*) from pg_stat_activity where datname = " + admin.literal(database);
    const auto deadline = detail::clock::now() + std::chrono::seconds(2);
    while (admin.run(sql) != "0") {
      if (detail::clock::now() >= deadline)
        throw error("virga: cannot copy the database \"" + database +
                    "\" while it is in use. Close every connection to it first.");
      ::poll(nullptr, 0, 2);
    }
  }

  [[nodiscard]] static std::string unused_name() {
    static std::atomic<unsigned> count{0};
    return "virga_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
  }

  bool reuse_;
  pid_t owner_;
  detail::account who_;
  detail::running_cluster cluster_;
  std::recursive_mutex templates_mutex_;
  std::map<std::string, std::string, std::less<>> templates_;
};

}  // namespace virga::testing
