// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <sys/ipc.h>
#include <sys/shm.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <charconv>

#include "virga/testing/files.hpp"

/// The keeper: a small process beside each cluster that starts the server, waits until nobody uses it, stops it and
/// removes its folder. It is what cleans up when the program is killed.
///
/// Two lock files in the cluster's folder say who lives. `users` is held, shared, by every process that uses the
/// server; the keeper waits for it. `keeper` is held by the keeper. A folder whose two locks are free was left behind
/// by a crash of both and may be swept.
namespace virga::testing::detail {

/// All that the keeper needs, prepared before it is forked.
struct keeper_plan {
  std::string users_lock;
  std::string keeper_lock;
  std::string log;
  account server_account;
  command_line postmaster;
  command_line remove_folder;
  std::chrono::milliseconds linger;
};

/// In the keeper: sleeps, however many signals arrive.
inline void pause_for(std::chrono::milliseconds duration) noexcept {
  using namespace std::chrono;
  timespec left{.tv_sec = duration_cast<std::chrono::duration<time_t>>(duration).count(),
                .tv_nsec = duration_cast<std::chrono::duration<long, std::nano>>(duration % seconds(1)).count()};
  while (::nanosleep(&left, &left) != 0 && errno == EINTR) {
  }
}

/// In the keeper: starts the server. `life` stays open in it, so that its other end tells when it has ended.
[[nodiscard]] inline pid_t start_postmaster(const keeper_plan& plan, int life) noexcept {
  return fork_child([&]() noexcept {
    ::setsid();
    ::umask(077);
    const int log = ::open(plan.log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    redirect_standard_streams(STDIN_FILENO, log);
    close_from(life + 1);
    if (!become(plan.server_account))
      return command_line::complain("cannot change to user ", plan.server_account.name.c_str());
    plan.postmaster.execute();
  });
}

/// In the keeper: returns when no process uses the server any more, and none has for the time it lingers.
inline void wait_for_users(const keeper_plan& plan, int users) noexcept {
  for (;;) {
    while (::flock(users, LOCK_EX) != 0 && errno == EINTR) {
    }
    if (plan.linger.count() == 0) return;
    ::flock(users, LOCK_UN);
    pause_for(plan.linger);
    if (::flock(users, LOCK_EX | LOCK_NB) == 0) return;
  }
}

/// In the keeper: immediate shutdown; its data are about to be thrown away.
inline void stop_postmaster(pid_t postmaster) noexcept {
  if (postmaster <= 0) return;
  ::kill(postmaster, SIGQUIT);
  // The server itself kills what has not ended five seconds after SIGQUIT.
  for (int waited = 0; waited < 8000; waited += 2) {
    if (::waitpid(postmaster, nullptr, WNOHANG) != 0) return;
    pause_for(std::chrono::milliseconds(2));
  }
  ::kill(postmaster, SIGKILL);
  ::waitpid(postmaster, nullptr, 0);
}

/// In the keeper: removes the folder, again if a process of a killed server still wrote into it.
inline void remove_instance(const keeper_plan& plan) noexcept {
  for (int attempt = 0; attempt < 3; ++attempt) {
    int status = 1;
    const pid_t remover = fork_child([&]() noexcept { plan.remove_folder.execute(); });
    if (remover > 0 && ::waitpid(remover, &status, 0) == remover && WIFEXITED(status) && WEXITSTATUS(status) == 0)
      return;
    pause_for(std::chrono::milliseconds(300));
  }
}

/// The keeper's whole life. It has no terminal, no descriptors of the program, and ignores what stops the program.
inline void keep(const keeper_plan& plan, int life) noexcept {
  constexpr int life_number = 3;
  ::setsid();
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) ::signal(number, SIG_IGN);
#ifdef __linux__
  ::prctl(PR_SET_NAME, "virga-keeper");
#endif
  if (life != life_number) ::dup2(life, life_number);
  ::fcntl(life_number, F_SETFD, 0);
  const int nothing = ::open("/dev/null", O_RDWR);
  redirect_standard_streams(nothing, nothing);
  close_from(life_number + 1);
  if (::chdir("/") != 0) ::_exit(1);

  const int keeper = ::open(plan.keeper_lock.c_str(), O_RDWR | O_CLOEXEC);
  const int users = ::open(plan.users_lock.c_str(), O_RDWR | O_CLOEXEC);
  if (keeper < 0 || users < 0 || ::flock(keeper, LOCK_EX) != 0) ::_exit(1);
  const pid_t postmaster = start_postmaster(plan, life_number);
  ::close(life_number);
  wait_for_users(plan, users);
  stop_postmaster(postmaster);
  remove_instance(plan);
  ::_exit(0);
}

/// Starts the keeper as a child of nobody, so that the program never meets it in a wait() of its own.
/// Returns a descriptor that reads end-of-file when the server has ended. Throws `virga::error`.
[[nodiscard]] inline file_descriptor start_keeper(const keeper_plan& plan) {
  auto [life, held_by_server] = make_pipe();
  const pid_t between = fork_child([&, end = held_by_server.get()]() noexcept {
    ::_exit(fork_child([&]() noexcept { keep(plan, end); }) > 0 ? 0 : 1);
  });
  if (between < 0) throw error("virga: cannot start a process: " + reason(errno));
  if (!await_child(between, clock::now() + std::chrono::seconds(10)))
    throw error("virga: cannot start a process to keep the cluster");
  return std::move(life);
}

/// Stops a server whose keeper is dead. Only a process that stands in that very data folder is the one meant: process
/// ids are used again. Elsewhere than on Linux the server finds its folder gone within a minute and ends by itself.
inline void stop_orphan(const std::string& data_folder) noexcept {
  try {
    const std::string file = read_file(data_folder + "/postmaster.pid");
    const std::string_view first = line(file, 1);
    pid_t process = 0;
    std::from_chars(first.data(), first.data() + first.size(), process);
    if (process <= 1) return;
    const std::string where = "/proc/" + std::to_string(process) + "/cwd";
    struct stat standing {};
    struct stat folder {};
    const auto is_it = [&] {
      return ::stat(where.c_str(), &standing) == 0 && ::stat(data_folder.c_str(), &folder) == 0 &&
             standing.st_dev == folder.st_dev && standing.st_ino == folder.st_ino;
    };
    if (is_it()) ::kill(process, SIGQUIT);
    for (int waited = 0; waited < 6000 && is_it(); waited += 5) ::poll(nullptr, 0, 5);
    if (is_it()) ::kill(process, SIGKILL);

    // A server that was killed leaves its System V segment behind; line 7 is "key id".
    const std::string_view shared = line(file, 7);
    int segment = -1;
    std::from_chars(shared.data() + std::min(shared.find_last_of(' ') + 1, shared.size()),
                    shared.data() + shared.size(), segment);
    shmid_ds status{};
    if (segment >= 0 && ::shmctl(segment, IPC_STAT, &status) == 0 && status.shm_nattch == 0 &&
        status.shm_cpid == process)
      ::shmctl(segment, IPC_RMID, nullptr);
  } catch (...) {  // out of memory: the next sweep tries again
  }
}

/// Removes a cluster whose users and keeper are all dead; leaves any other alone.
inline void sweep_instance(const std::string& folder, const account& who) noexcept {
  struct stat status {};
  if (::lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return;
  if (status.st_uid != who.uid && status.st_uid != ::geteuid()) return;
  const file_descriptor users(::open((folder + "/users").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  const file_descriptor keeper(::open((folder + "/keeper").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  const bool is_young = ::time(nullptr) - status.st_mtime < 60;
  // A folder without locks is being made right now, or its maker died on the spot.
  if ((!users || !keeper) && is_young) return;
  if (keeper && !try_lock(keeper, LOCK_EX)) return;
  if (users && !try_lock(users, LOCK_EX)) return;
  stop_orphan(folder + "/data");
  remove_tree(folder);
}

/// Removes what crashed programs have left in `base`.
inline void sweep(const std::string& base, const account& who) noexcept {
  std::error_code ignored;
  try {
    for (const auto& entry : std::filesystem::directory_iterator(base, ignored))
      if (entry.path().filename().string().starts_with(instance_prefix)) sweep_instance(entry.path().string(), who);
  } catch (...) {  // a folder that vanished while it was listed
  }
}

}  // namespace virga::testing::detail
