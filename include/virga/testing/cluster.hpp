// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <locale.h>

#include "virga/core/fingerprint.hpp"
#include "virga/testing/binaries.hpp"
#include "virga/testing/files.hpp"
#include "virga/testing/keeper.hpp"

/// Making and starting one cluster.
namespace virga::testing::detail {

/// What a cluster is to be, with every choice made.
struct cluster_plan {
  account who;
  std::string binaries;
  std::string base;
  std::vector<std::string> settings;
  bool reuse{};
  std::chrono::milliseconds linger{};
  clock::time_point deadline;
};

/// A cluster this process uses. `users` is the lock that keeps it alive.
struct running_cluster {
  std::string folder{};
  file_descriptor users{};
};

[[nodiscard]] inline std::string data_folder(const std::string& instance) { return instance + "/data"; }
[[nodiscard]] inline std::string log_file(const std::string& instance) { return instance + "/log"; }

/// initdb's arguments but for the folder. No fsync, nobody to log in as but through the private socket folder, and
/// short WAL segments, which make the cluster a third smaller to copy.
[[nodiscard]] inline std::vector<std::string> initdb_command(const std::string& binaries) {
  std::string locale = "C";
  if (locale_t known = ::newlocale(LC_ALL_MASK, "C.UTF-8", locale_t{}); known != locale_t{}) {
    ::freelocale(known);
    locale = "C.UTF-8";
  }
  return {binaries + "/initdb", "--no-sync",          "--auth=trust",   "--username=postgres",
          "--encoding=UTF8",    "--locale=" + locale, "--wal-segsize=1"};
}

/// Names what an initialised cluster depends on: the server program (an upgrade changes its time or size) and
/// initdb's arguments.
[[nodiscard]] inline std::string template_name(const cluster_plan& plan) {
  std::string key;
  for (const auto& argument : initdb_command(plan.binaries)) key += argument + '\n';
  struct stat status {};
  if (::stat((plan.binaries + "/postgres").c_str(), &status) == 0)
    key += std::to_string(status.st_mtime) + ' ' + std::to_string(status.st_size) + ' ' + std::to_string(status.st_ino);
  return fingerprint(key);
}

inline void initialise(const cluster_plan& plan, const std::string& data) {
  auto command = initdb_command(plan.binaries);
  command.push_back("--pgdata=" + data);
  const auto result = run_program(std::move(command), plan.who, plan.deadline);
  if (result.succeeded && ::access((data + "/PG_VERSION").c_str(), F_OK) == 0) return;
  throw error("virga: " + plan.binaries + "/initdb, run as user " + plan.who.name + ", " +
              (result.timed_out ? "did not end in time" : "failed") +
              ". A full disk, or a folder that this user cannot reach, is the usual cause. It said:\n" +
              last_lines(result.output, 15));
}

[[nodiscard]] inline bool copy_cluster(const cluster_plan& plan, const std::string& from, const std::string& to) {
  const std::string copy = find_program("cp");
  if (copy.empty()) return false;
  if (run_program({copy, "-R", from, to}, plan.who, plan.deadline).succeeded) return true;
  remove_tree(to);
  return false;
}

/// A template is used for three days: the system may tidy its temporary folder file by file after ten.
[[nodiscard]] inline bool is_fresh(const std::string& cluster) {
  struct stat status {};
  return ::stat((cluster + "/virga.complete").c_str(), &status) == 0 &&
         ::time(nullptr) - status.st_mtime < 3L * 24 * 3600;
}

/// Removes from the cache what is no fresh template. The caller holds its lock.
inline void tidy_cache(const std::string& cache) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(cache, ignored))
    if (entry.is_directory(ignored) && !is_fresh(entry.path().string())) remove_tree(entry.path().string());
}

/// Puts an initialised cluster into the cache. The caller holds the cache's lock.
inline void build_template(const cluster_plan& plan, const std::string& cache, const std::string& final_path) {
  tidy_cache(cache);
  const std::string made = cache + "/new";
  initialise(plan, made);
  const std::string mark = made + "/virga.complete";
  std::ofstream(mark).close();
  hand_over(mark, plan.who);
  if (::rename(made.c_str(), final_path.c_str()) != 0)
    throw error("virga: cannot name " + final_path + ": " + reason(errno));
}

/// Fills `data` with an initialised cluster: a copy of the cached one, made now if need be.
inline void provide_data(const cluster_plan& plan, const std::string& data) {
  const std::string cache = cache_folder(plan.who);
  if (cache.empty()) return initialise(plan, data);
  const std::string cluster = cache + "/" + template_name(plan);
  const auto lock = open_lock(cache + "/lock", plan.who);
  bool is_locked = lock_until(lock, LOCK_SH, plan.deadline);
  if (is_locked && !is_fresh(cluster)) {
    is_locked = lock_until(lock, LOCK_EX, plan.deadline);
    // Another process may have made it while this one waited.
    if (is_locked && !is_fresh(cluster)) build_template(plan, cache, cluster);
  }
  if (!is_locked || !copy_cluster(plan, cluster, data)) initialise(plan, data);
}

/// Settings of every throw-away cluster; those of the caller come after them and win.
[[nodiscard]] inline std::vector<std::string> speed_settings() {
  return {"fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "autovacuum=off",
          "shared_buffers=32MB",
          "max_wal_size=1GB",
          "checkpoint_timeout=1h",
          "jit=off",
          "timezone=UTC",
          "listen_addresses=",
          "dynamic_shared_memory_type=mmap",
          "log_line_prefix=%m [%p] "};
}

/// One line of postgresql.conf for "name=value". Throws `virga::error` when it has another form.
[[nodiscard]] inline std::string configuration_line(const std::string& setting) {
  const std::size_t equals = setting.find('=');
  const std::string name = setting.substr(0, equals);
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  if (equals == std::string::npos || name.empty() || name.find_first_not_of(letters) != std::string::npos ||
      setting.find_first_of(std::string("\n\r\0", 3)) != std::string::npos)
    throw error("virga: the server setting \"" + setting +
                "\" is not of the form name=value, as in \"max_connections=20\"");
  std::string result = name + " = '";
  for (const char letter : setting.substr(equals + 1)) {
    if (letter == '\'' || letter == '\\') result += letter;
    result += letter;
  }
  return result + "'\n";
}

inline void configure(const cluster_plan& plan, const std::string& data) {
  std::string text = "\n# virga\n";
  for (const auto& setting : speed_settings()) text += configuration_line(setting);
  for (const auto& setting : plan.settings) text += configuration_line(setting);
  std::ofstream file(data + "/postgresql.conf", std::ios::binary | std::ios::app);
  file << text << std::flush;
  if (!file) throw error("virga: cannot write " + data + "/postgresql.conf: " + reason(errno));
}

[[nodiscard]] inline bool is_ready(const std::string& instance) {
  const std::string file = read_file(data_folder(instance) + "/postmaster.pid");
  return line(file, 8).starts_with("ready");
}

inline void await_server(const cluster_plan& plan, const std::string& instance, const file_descriptor& life) {
  while (!is_ready(instance)) {
    pollfd ended{.fd = life.get(), .events = POLLIN, .revents = 0};
    const bool died = ::poll(&ended, 1, 2) > 0;
    if (!died && clock::now() < plan.deadline) continue;
    throw error("virga: the PostgreSQL server in " + plan.binaries +
                (died ? " did not start" : " did not start in time") + " (as user " + plan.who.name +
                "). The end of its log:\n" + last_lines(read_file(log_file(instance)), 15));
  }
}

/// Makes the folder's two locks; holds `users` before it has that name, so that no sweep finds it free.
[[nodiscard]] inline file_descriptor hold_instance(const cluster_plan& plan, const std::string& instance) {
  auto users = open_lock(instance + "/users.new", plan.who);
  if (!try_lock(users, LOCK_SH)) throw error("virga: cannot lock a file in " + instance + ": " + reason(errno));
  if (::rename((instance + "/users.new").c_str(), (instance + "/users").c_str()) != 0)
    throw error("virga: cannot name a file in " + instance + ": " + reason(errno));
  [[maybe_unused]] const auto keeper = open_lock(instance + "/keeper", plan.who);
  return users;
}

/// Makes a cluster, named `name` or at random, and starts it. Nothing of it is left when that fails.
[[nodiscard]] inline running_cluster start_cluster(const cluster_plan& plan, const std::string& name) {
  const std::string instance = make_instance_folder(plan.base, name, plan.who);
  bool kept = false;
  try {
    auto users = hold_instance(plan, instance);
    provide_data(plan, data_folder(instance));
    configure(plan, data_folder(instance));
    const std::string remover = find_program("rm");
    const keeper_plan keeping{
        .users_lock = instance + "/users",
        .keeper_lock = instance + "/keeper",
        .log = log_file(instance),
        .server_account = plan.who,
        .postmaster = command_line({plan.binaries + "/postgres", "-D", data_folder(instance), "-k", instance, "-c",
                                    "port=5432", "-c", "unix_socket_permissions=0700"}),
        .remove_folder = command_line({remover.empty() ? "/bin/rm" : remover, "-rf", "--", instance}),
        .linger = plan.reuse ? plan.linger : std::chrono::milliseconds(0)};
    const auto life = start_keeper(keeping);
    kept = true;
    await_server(plan, instance, life);
    return {.folder = instance, .users = std::move(users)};
  } catch (...) {
    // From here on the keeper removes the folder; it may still be needed by a server that is just starting.
    if (!kept) remove_tree(instance);
    throw;
  }
}

/// Joins the running cluster in `instance`; an empty result when there is none. Throws `virga::error` when it is
/// broken.
[[nodiscard]] inline running_cluster join_cluster(const cluster_plan& plan, const std::string& instance) {
  for (;;) {
    if (!is_private_folder(instance, plan.who)) {
      if (::access(instance.c_str(), F_OK) != 0) return {};
      throw error("virga: " + instance + " is in the way; it is not a private folder of user " + plan.who.name);
    }
    file_descriptor users(::open((instance + "/users").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    // Not to be had: its keeper is removing it right now.
    if (users && try_lock(users, LOCK_SH) && ::access((instance + "/users").c_str(), F_OK) == 0) {
      if (is_ready(instance)) return {.folder = instance, .users = std::move(users)};
      throw error("virga: the reused server in " + instance + " does not run any more. The end of its log:\n" +
                  last_lines(read_file(log_file(instance)), 15));
    }
    if (clock::now() >= plan.deadline) throw error("virga: " + instance + " is in use and did not become free in time");
    users.reset();
    sweep_instance(instance, plan.who);
    ::poll(nullptr, 0, 10);
  }
}

/// The running server that other processes have started with the same plan, or else a new one for all of them.
[[nodiscard]] inline running_cluster join_or_start_cluster(const cluster_plan& plan) {
  std::string key = template_name(plan) + std::to_string(plan.linger.count());
  for (const auto& setting : plan.settings) key += '\n' + setting;
  const std::string name = "shared-" + fingerprint(key).substr(0, 9);
  const std::string cache = cache_folder(plan.who);
  if (cache.empty()) return start_cluster(plan, {});
  const auto starting = open_lock(cache + "/" + name + ".lock", plan.who);
  if (!lock_until(starting, LOCK_EX, plan.deadline))
    throw error("virga: another process was starting the reused server and did not finish in time");
  auto joined = join_cluster(plan, plan.base + "/" + std::string(instance_prefix) + name);
  return joined.users ? std::move(joined) : start_cluster(plan, name);
}

/// Lets go of a cluster; if it is a private one, waits until it is gone, ten seconds at most.
inline void leave_cluster(running_cluster& cluster, const account& who, bool reuse) noexcept {
  // By name, since a fork of this process may hold the same lock through its copy of the descriptor.
  ::flock(cluster.users.get(), LOCK_UN);
  cluster.users.reset();
  if (reuse) return;
  const auto until = clock::now() + std::chrono::seconds(10);
  // A sweep does something only where the keeper has been killed; and nothing while that of another process, which came
  // a moment before, has a lock.
  do sweep_instance(cluster.folder, who);
  while (!gone_before(cluster.folder, std::min(until, clock::now() + std::chrono::milliseconds(100))) &&
         clock::now() < until);
}

}  // namespace virga::testing::detail
