// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <signal.h>

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
    const auto result = virga::testing::detail::run_program({program(), "-d", folder_ + "/pgbouncer" + port_ + ".ini"},
                                                            who_, clock::now() + std::chrono::seconds(10));
    if (!result.succeeded) throw std::runtime_error("pgbouncer does not start: " + result.output);
    for (const auto until = clock::now() + std::chrono::seconds(10); process() == 0 || !listens();) {
      if (clock::now() >= until) throw std::runtime_error("pgbouncer did not start in time");
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
  /// Ends it, so that it is gone when this returns: at once with SIGKILL or SIGTERM.
  void stop(int signal) const {
    const pid_t running = process();
    if (running == 0) return;
    ::kill(running, signal);
    while (::kill(running, 0) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    for (const std::string& left : {"/pgbouncer" + port_ + ".pid", "/.s.PGSQL." + port_})
      ::unlink((folder_ + left).c_str());
  }

 private:
  [[nodiscard]] pid_t process() const {
    const std::string text = virga::testing::detail::read_file(folder_ + "/pgbouncer" + port_ + ".pid");
    return static_cast<pid_t>(std::strtol(text.c_str(), nullptr, 10));
  }
  [[nodiscard]] bool listens() const { return ::access((folder_ + "/.s.PGSQL." + port_).c_str(), F_OK) == 0; }

  std::string folder_, port_;
  virga::testing::detail::account who_;
};

}  // namespace tests
