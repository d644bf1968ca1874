// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <sys/file.h>
#include <sys/statvfs.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "virga/testing/process.hpp"

/// Folders, locks and small files of the throw-away clusters.
namespace virga::testing::detail {

/// Names of the folders of running clusters begin with this; anything else in the temporary folder is never touched.
inline constexpr std::string_view instance_prefix = "virga-pg-";
inline constexpr std::string_view cache_prefix = "virga-postgres-cache-";
inline constexpr std::string_view socket_file = "/.s.PGSQL.5432";

/// What can be read of a file; a file of /proc may go while it is read, with its process.
[[nodiscard]] inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  char part[4096];
  while (file.read(part, sizeof part) || file.gcount() > 0) text.append(part, static_cast<std::size_t>(file.gcount()));
  return text;
}

/// The last `count` lines of a text.
[[nodiscard]] inline std::string last_lines(const std::string& text, int count) {
  const std::size_t end = text.find_last_not_of('\n') + 1;
  std::size_t begin = end;
  while (begin > 0 && (text[begin - 1] != '\n' || --count > 0)) --begin;
  return text.substr(begin, end - begin);
}

/// Line `number`, from 1, of a text; "" where there are fewer.
[[nodiscard]] inline std::string_view line(std::string_view text, int number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

/// Gives what root has made to the account that the server runs as.
inline void hand_over(const std::string& path, const account& who) {
  if (who.differs && ::lchown(path.c_str(), who.uid, who.gid) != 0)
    throw error("virga: cannot give " + path + " to user " + who.name + ": " + reason(errno));
}

/// A folder that only its owner, the server's account, can enter: nobody else could have put anything into it.
[[nodiscard]] inline bool is_private_folder(const std::string& path, const account& who) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == who.uid &&
         (status.st_mode & 077U) == 0;
}

/// Can the server's account reach what is inside `folder`, and this process make something in it?
[[nodiscard]] inline bool is_usable_base(const std::string& folder, const account& who) {
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return false;
  if (!who.differs) return true;
  const pid_t child =
      fork_child([&]() noexcept { ::_exit(become(who) && ::access(folder.c_str(), X_OK) == 0 ? 0 : 1); });
  return child > 0 && await_child(child, clock::now() + std::chrono::seconds(5));
}

/// The longest path that a unix socket can have.
inline constexpr std::size_t longest_socket_path = 107;

/// /dev/shm, where copying a cluster takes a tenth of the time, or "" where it is small or not to be relied on.
[[nodiscard]] inline std::string memory_folder(const account& who) {
  // When an ordinary user logs out, systemd empties /dev/shm of the user's files, running tests or not.
  // Root's servers run as a system user, whom that spares.
  struct statvfs room {};
  constexpr unsigned long long gigabyte = 1ULL << 30U;
  const bool is_roomy = ::statvfs("/dev/shm", &room) == 0 && 1ULL * room.f_bavail * room.f_frsize >= gigabyte;
  return who.differs && is_roomy ? "/dev/shm" : "";
}

/// The folder in which clusters are made: the one asked for, else $TMPDIR, else memory, else /tmp; passing over those
/// too long for a socket's path and those the server's account cannot reach. Throws `virga::error` when none is left.
[[nodiscard]] inline std::string base_folder(const std::string& asked_for, const account& who) {
  const char* variable = std::getenv("TMPDIR");
  std::string refused;
  for (const std::string& candidate :
       {asked_for, std::string(variable != nullptr ? variable : ""), memory_folder(who), std::string("/tmp")}) {
    if (candidate.empty()) continue;
    std::error_code ignored;
    std::string folder = std::filesystem::canonical(candidate, ignored).string();
    const bool fits = folder.size() + 1 + instance_prefix.size() + 16 + socket_file.size() <= longest_socket_path;
    if (!folder.empty() && fits && is_usable_base(folder, who)) return folder;
    refused += (refused.empty() ? "" : ", ") + candidate +
               (folder.empty() ? " (not there)"
                : fits         ? " (not writable here, or not reachable for user " + who.name + ")"
                               : " (too long for a socket's path)");
    // A folder asked for in so many words may only be passed over when no socket would fit into it.
    if (candidate == asked_for && fits) break;
  }
  throw error(
      "virga: no folder to make a throw-away cluster in: " + refused +
      ". Set TMPDIR, or virga::testing::postgres::options::directory, to a short path of a folder with room for "
      "100 MB that user " +
      who.name + " can reach.");
}

/// The folder of initialised clusters to copy from, made if need be, or "" where none can be trusted. On disk: it
/// stays.
[[nodiscard]] inline std::string cache_folder(const account& who) {
  const char* variable = std::getenv("TMPDIR");
  for (const std::string& base : {std::string(variable != nullptr ? variable : ""), std::string("/tmp")}) {
    if (base.empty() || base.front() != '/' || !is_usable_base(base, who)) continue;
    std::string path = base + "/" + std::string(cache_prefix) + std::to_string(who.uid);
    // Whoever made the folder first is the owner; a folder of someone else's making is not used.
    if (::mkdir(path.c_str(), 0700) == 0) hand_over(path, who);
    if (is_private_folder(path, who)) return path;
  }
  return {};
}

/// Makes a folder of its own for one cluster, named `name` or, where that is empty, at random.
[[nodiscard]] inline std::string make_instance_folder(const std::string& base, const std::string& name,
                                                      const account& who) {
  std::string path = base + "/" + std::string(instance_prefix) + (name.empty() ? "XXXXXX" : name);
  const bool made = name.empty() ? ::mkdtemp(path.data()) != nullptr : ::mkdir(path.c_str(), 0700) == 0;
  if (!made)
    throw error("virga: cannot make a folder for the cluster in " + base + ": " + reason(errno) +
                ". Set TMPDIR to a folder with room for 100 MB.");
  hand_over(path, who);
  return path;
}

/// Removes a folder and all in it; what cannot be removed stays, for the next sweep.
inline void remove_tree(const std::string& path) noexcept {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

/// Opens a lock file, making it if need be. Locks are flock's: the kernel drops them with the process, however it
/// ends, and they mean the same to processes that do not see each other's process ids (containers sharing a folder).
[[nodiscard]] inline file_descriptor open_lock(const std::string& path, const account& who) {
  file_descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!lock) throw error("virga: cannot open " + path + ": " + reason(errno));
  if (who.differs) [[maybe_unused]]
    const int refused = ::fchown(lock.get(), who.uid, who.gid);
  return lock;
}

[[nodiscard]] inline bool try_lock(const file_descriptor& lock, int operation) noexcept {
  while (::flock(lock.get(), operation | LOCK_NB) != 0)
    if (errno != EINTR) return false;
  return true;
}

[[nodiscard]] inline bool lock_until(const file_descriptor& lock, int operation, clock::time_point deadline) noexcept {
  while (!try_lock(lock, operation)) {
    if (clock::now() >= deadline) return false;
    ::poll(nullptr, 0, 5);
  }
  return true;
}

/// Waits until `path` is gone. False when it is still there at `deadline`.
[[nodiscard]] inline bool gone_before(const std::string& path, clock::time_point deadline) noexcept {
  while (::access(path.c_str(), F_OK) == 0) {
    if (clock::now() >= deadline) return false;
    ::poll(nullptr, 0, 2);
  }
  return true;
}

}  // namespace virga::testing::detail
