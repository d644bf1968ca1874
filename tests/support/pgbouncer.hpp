// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "virga/testing/postgres.hpp"

namespace tests {

/// PgBouncer in transaction mode before a server of this process, with a few connections to it; gone with this.
/// Source: pgbouncer.org/config.html.
class pgbouncer {
  using clock = std::chrono::steady_clock;

 public:
  /// The program; empty where it is not installed.
  static std::string program() {
    const std::string found = virga::testing::detail::find_program("pgbouncer");
    return !found.empty() ? found : ::access("/usr/sbin/pgbouncer", X_OK) == 0 ? "/usr/sbin/pgbouncer" : "";
  }

  pgbouncer(const virga::testing::postgres& server, int pool_size, int port = 6432)
      : folder_(server.directory()), port_(std::to_string(port)), who_(virga::testing::detail::server_account()) {
    std::string text = "[databases]\n* = host=" + folder_ + " port=5432 user=postgres\n[pgbouncer]\n";
    for (const auto& [name, value] : {std::pair<const char*, std::string>{"pool_mode", "transaction"},
                                      {"default_pool_size", std::to_string(pool_size)},
                                      {"auth_type", "any"},
                                      {"listen_addr", ""},
                                      {"listen_port", port_},
                                      {"unix_socket_dir", folder_},
                                      {"pidfile", folder_ + "/pgbouncer" + port_ + ".pid"},
                                      {"logfile", folder_ + "/pgbouncer" + port_ + ".log"}})
      text += std::string(name) + " = " + value + "\n";
    std::ofstream(folder_ + "/pgbouncer" + port_ + ".ini") << text;
    virga::testing::detail::hand_over(folder_ + "/pgbouncer" + port_ + ".ini", who_);
    start();
  }
  pgbouncer(const pgbouncer&) = delete;
  pgbouncer& operator=(const pgbouncer&) = delete;
  ~pgbouncer() { stop(SIGKILL); }

  /// Through the pooler.
  [[nodiscard]] std::string url() const {
    return "postgresql:///postgres?host=" + virga::testing::detail::encode(folder_) + "&port=" + port_ +
           "&user=postgres";
  }

  void start() {
    namespace own = virga::testing::detail;
    const own::command_line command({program(), "-q", folder_ + "/pgbouncer" + port_ + ".ini"});
    process_ = own::fork_child([&]() noexcept {
      const int nothing = ::open("/dev/null", O_RDWR);
      own::redirect_standard_streams(nothing, nothing);
      own::close_from(3);
      // last, since a change of user undoes it: a test that is ended in whatever way takes the pooler with it
      if (own::become(who_) && ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0) command.execute();
    });
    for (const auto until = clock::now() + std::chrono::seconds(10); !listens();) {
      if (clock::now() >= until) throw std::runtime_error("pgbouncer did not start in time: " + log());
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
  /// Ends it, so that it is gone when this returns: at once with SIGKILL or SIGQUIT (with SIGTERM, versions from 1.23 on
  /// wait for all clients to go).
  void stop(int signal) {
    if (process_ <= 0) return;
    ::kill(process_, signal);
    ::waitpid(std::exchange(process_, 0), nullptr, 0);
    for (const std::string& left : {"/pgbouncer" + port_ + ".pid", "/.s.PGSQL." + port_})
      ::unlink((folder_ + left).c_str());
  }

 private:
  [[nodiscard]] std::string log() const {
    return virga::testing::detail::read_file(folder_ + "/pgbouncer" + port_ + ".log");
  }
  /// Its socket is there a moment before anybody can connect to it.
  [[nodiscard]] bool listens() const {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (folder_ + "/.s.PGSQL." + port_).copy(address.sun_path, sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
  }

  pid_t process_ = 0;
  std::string folder_, port_;
  virga::testing::detail::account who_;
};

}  // namespace tests
