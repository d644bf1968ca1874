// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "virga/core/error.hpp"

/// Running other programs without a shell, as another account where that is needed.
///
/// A test program may have threads when it starts a server, so nothing between fork and exec may allocate or
/// take a lock: everything a child needs is prepared before the fork.
namespace virga::testing::detail {

using clock = std::chrono::steady_clock;

/// An open file descriptor, closed at the end of its life.
class file_descriptor {
 public:
  file_descriptor() = default;
  explicit file_descriptor(int number) : number_(number) {}
  file_descriptor(file_descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  file_descriptor& operator=(file_descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  file_descriptor(const file_descriptor&) = delete;
  file_descriptor& operator=(const file_descriptor&) = delete;
  ~file_descriptor() { reset(); }

  [[nodiscard]] int get() const noexcept { return number_; }
  [[nodiscard]] explicit operator bool() const noexcept { return number_ >= 0; }
  void reset() noexcept {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_ = -1;
};

/// The text of an error number, as in "No space left on device".
[[nodiscard]] inline std::string reason(int number) { return std::generic_category().message(number); }

/// Two connected ends: what is written into `second` is read from `first`. Neither survives an exec.
[[nodiscard]] inline std::pair<file_descriptor, file_descriptor> make_pipe() {
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) throw error("virga: cannot make a pipe: " + reason(errno));
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  return {file_descriptor(ends[0]), file_descriptor(ends[1])};
}

/// The account that the server runs as: PostgreSQL refuses to run as root.
struct account {
  std::string name{};
  uid_t uid{};
  gid_t gid{};
  std::vector<gid_t> groups{};
  bool differs{};  ///< true when a child has to give up root first
};

/// The account of this process, or for root: `postgres`, else `nobody`. Throws `virga::error` when root finds neither.
[[nodiscard]] inline account server_account() {
  if (::geteuid() != 0) return {.name = "this user", .uid = ::geteuid(), .gid = ::getegid()};
  for (const char* name : {"postgres", "nobody"}) {
    std::array<char, 16384> buffer;
    passwd entry;
    passwd* found = nullptr;
    if (::getpwnam_r(name, &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) continue;
    account result{.name = name, .uid = entry.pw_uid, .gid = entry.pw_gid, .differs = true};
    int count = 64;
    result.groups.resize(static_cast<std::size_t>(count));
    if (::getgrouplist(name, entry.pw_gid, result.groups.data(), &count) < 0) count = 0;
    result.groups.resize(static_cast<std::size_t>(count));
    return result;
  }
  throw error(
      "virga: PostgreSQL does not run as root, and this system has neither the user \"postgres\" nor \"nobody\" to run "
      "it as. Run the program as an ordinary user, or add one of the two.");
}

/// In a child: gives up root for good. False (and errno) when the system refuses.
[[nodiscard]] inline bool become(const account& who) noexcept {
  if (!who.differs) return true;
  return ::setgroups(who.groups.size(), who.groups.data()) == 0 && ::setgid(who.gid) == 0 && ::setuid(who.uid) == 0;
}

/// In a child: closes every descriptor from `first` on, so that no pipe or listening socket of the program
/// stays open for as long as the child lives.
inline void close_from(int first) noexcept {
#ifdef SYS_close_range
  if (::syscall(SYS_close_range, static_cast<unsigned>(first), ~0U, 0U) == 0) return;
#endif
  const long limit = std::clamp(::sysconf(_SC_OPEN_MAX), 256L, 65536L);
  for (int number = first; number < limit; ++number) ::close(number);
}

/// In a child: `input`, `output` and `output` once more become the standard three.
inline void redirect_standard_streams(int input, int output) noexcept {
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
}

/// Forks and runs `body` in the child with default signal handling; `body` must not return.
/// Returns the child's process id, or -1 and errno.
template <class Body>
[[nodiscard]] pid_t fork_child(const Body& body) noexcept {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  // No handler of the program may run in the child before it is reset.
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t child = ::fork();
  if (child == 0) {
    for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    body();
    ::_exit(127);
  }
  const int cause = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = cause;
  return child;
}

/// A program's arguments and environment, laid out for execve before the fork.
class command_line {
 public:
  explicit command_line(std::vector<std::string> arguments) : arguments_(std::move(arguments)) {
    // Nothing of the caller's PG* variables or locale may change what the server's programs do.
    environment_ = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/", "LC_ALL=C", "LANG=C"};
    if (const char* libraries = std::getenv("LD_LIBRARY_PATH"))
      environment_.push_back(std::string("LD_LIBRARY_PATH=") + libraries);
    for (auto& argument : arguments_) argument_pointers_.push_back(argument.data());
    for (auto& variable : environment_) environment_pointers_.push_back(variable.data());
    argument_pointers_.push_back(nullptr);
    environment_pointers_.push_back(nullptr);
  }
  command_line(const command_line&) = delete;
  command_line& operator=(const command_line&) = delete;

  [[nodiscard]] const std::string& program() const { return arguments_.front(); }

  /// In a child: replaces it by the program. Returns only when that is refused, after saying so on stderr.
  void execute() const noexcept {
    ::execve(argument_pointers_[0], argument_pointers_.data(), environment_pointers_.data());
    complain("cannot execute ", argument_pointers_[0]);
  }

  /// In a child: writes a line to stderr without allocating.
  static void complain(const char* what, const char* name) noexcept {
    const int cause = errno;
    for (const char* part : {what, name, ": error ",
                             cause == EACCES   ? "EACCES (permission denied)"
                             : cause == ENOENT ? "ENOENT (no such file)"
                             : cause == EPERM  ? "EPERM (not permitted)"
                                               : "other",
                             "\n"}) {
      [[maybe_unused]] const auto written = ::write(STDERR_FILENO, part, std::char_traits<char>::length(part));
    }
  }

 private:
  std::vector<std::string> arguments_;
  std::vector<std::string> environment_;
  std::vector<char*> argument_pointers_;
  std::vector<char*> environment_pointers_;
};

/// How a program ended. `output` holds stdout and stderr together.
struct program_result {
  bool succeeded{};
  bool timed_out{};
  std::string output{};
};

/// Waits for `child` until `deadline`, then kills it. True when it ended by itself with status 0.
[[nodiscard]] inline bool await_child(pid_t child, clock::time_point deadline) noexcept {
  int status = 0;
  bool killed = false;
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, killed ? 0 : WNOHANG);
    if (ended == child) return !killed && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    // ECHILD: the program ignores SIGCHLD, so that no status is kept; callers check what the child has made.
    if (ended < 0 && errno != EINTR) return errno == ECHILD && !killed;
    if (ended == 0 && clock::now() >= deadline) {
      ::kill(child, SIGKILL);
      killed = true;
    } else if (ended == 0) {
      ::poll(nullptr, 0, 2);
    }
  }
}

/// Runs a program as `who` with nothing on stdin and waits for it, at most until `deadline`.
/// Throws `virga::error` when it cannot be started at all.
[[nodiscard]] inline program_result run_program(std::vector<std::string> arguments, const account& who,
                                                clock::time_point deadline) {
  const command_line command(std::move(arguments));
  auto [reader, writer] = make_pipe();
  const pid_t child = fork_child([&, output = writer.get()]() noexcept {
    redirect_standard_streams(::open("/dev/null", O_RDONLY), output);
    close_from(3);
    ::umask(077);
    if (::chdir("/") != 0 || !become(who)) return command_line::complain("cannot change to user ", who.name.c_str());
    command.execute();
  });
  if (child < 0) throw error("virga: cannot start " + command.program() + ": " + reason(errno));
  writer.reset();

  program_result result;
  std::array<char, 4096> buffer;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now()).count();
    pollfd waiting{.fd = reader.get(), .events = POLLIN, .revents = 0};
    const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 1000))) : 0;
    if (left <= 0) {
      result.timed_out = true;
      break;
    }
    if (ready <= 0) continue;
    const auto count = ::read(reader.get(), buffer.data(), buffer.size());
    if (count > 0) result.output.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) break;
  }
  result.succeeded = await_child(child, deadline) && !result.timed_out;
  return result;
}

/// The path of a program found through PATH and the usual folders, or "" when there is none.
[[nodiscard]] inline std::string find_program(std::string_view name) {
  const char* variable = std::getenv("PATH");
  std::string folders = (variable != nullptr ? std::string(variable) : std::string()) + ":/usr/bin:/bin:/usr/local/bin";
  for (std::size_t begin = 0; begin < folders.size();) {
    const std::size_t end = std::min(folders.find(':', begin), folders.size());
    std::string candidate = folders.substr(begin, end - begin);
    begin = end + 1;
    // A relative folder in PATH would depend on where the program happens to stand.
    if (candidate.empty() || candidate.front() != '/') continue;
    candidate.append("/").append(name);
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return {};
}

}  // namespace virga::testing::detail
