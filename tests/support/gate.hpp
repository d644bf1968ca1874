// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cctype>
#include <list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tests {

/// A gate on a TCP port of this machine before a server on a unix socket, which a test opens, closes and breaks.
class gate {
 public:
  enum class mode {
    pass,
    refuse,       // who connects is sent away
    blackhole,    // nothing passes, nothing ends
    delay,        // everything passes, a while later
    hold_commit,  // the first COMMIT reaches the server; from then on it is a blackhole
    cut_commit,   // the first COMMIT reaches the server; its answer does not come back, the connection ends instead
    lose_commit,  // the first COMMIT does not reach the server; the connection ends, and then it refuses
  };

  explicit gate(std::string socket)
      : path_(std::move(socket)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      throw std::runtime_error("no TCP port on 127.0.0.1");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  gate(const gate&) = delete;
  gate& operator=(const gate&) = delete;
  ~gate() {
    ended_ = true;
    thread_.join();
    for (pair& one : pairs_) close(one);
    ::close(listener_);
  }

  [[nodiscard]] std::string url(const std::string& database) const {
    return "postgresql://postgres@127.0.0.1:" + std::to_string(port_) + "/" + database +
           "?sslmode=disable&gssencmode=disable";
  }
  void set(mode wanted) { mode_ = wanted; }
  [[nodiscard]] mode now() const { return mode_; }
  /// Ends all connections, both sides.
  void cut() {
    cut_ = true;
    while (cut_) std::this_thread::yield();
  }

 private:
  struct pair {
    int client = -1, server = -1;
    bool doomed = false;  // it ends instead of the server's next answer
  };

  static void close(pair& one) {
    ::close(one.client);
    ::close(one.server);
  }
  void accept_one() {
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (mode_ == mode::refuse || ::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      ::close(client);
      ::close(server);
      return;
    }
    pairs_.push_back({client, server});
  }
  /// What there is to pass on; empty at the end.
  static std::string receive(int from) {
    char buffer[65536];
    const ssize_t size = ::recv(from, buffer, sizeof buffer, 0);
    return {buffer, static_cast<std::size_t>(size > 0 ? size : 0)};
  }
  static bool send(int to, std::string_view what) {
    while (!what.empty()) {
      const ssize_t sent = ::send(to, what.data(), what.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      what.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// Whether this is the COMMIT that the wanted mode waits for; the mode is `then` from here on.
  bool is_commit(std::string seen, mode wanted, mode then) {
    for (char& c : seen) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return seen.find("commit") != seen.npos && mode_.compare_exchange_strong(wanted, then);
  }
  /// False where the connection is to end.
  bool serve(pair& one, bool from_client, bool from_server) {
    if (from_client) {
      const std::string seen = receive(one.client);
      if (seen.empty() || is_commit(seen, mode::lose_commit, mode::refuse)) return false;
      if (!send(one.server, seen)) return false;
      if (is_commit(seen, mode::cut_commit, mode::pass)) one.doomed = true;
      if (is_commit(seen, mode::hold_commit, mode::blackhole)) return true;
    }
    if (!from_server) return true;
    if (one.doomed) return false;
    const std::string answer = receive(one.server);
    return !answer.empty() && send(one.client, answer);
  }
  void run() {
    while (!ended_) {
      if (cut_) {
        for (pair& one : pairs_) close(one);
        pairs_.clear();
        cut_ = false;
      }
      std::vector<pollfd> watched{{listener_, POLLIN, 0}};
      for (const pair& one : pairs_) {
        watched.push_back({one.client, POLLIN, 0});
        watched.push_back({one.server, POLLIN, 0});
      }
      ::poll(watched.data(), watched.size(), 5);
      if (mode_ == mode::blackhole) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        continue;
      }
      if (mode_ == mode::delay) std::this_thread::sleep_for(std::chrono::milliseconds(20));
      std::size_t at = 1;
      for (auto one = pairs_.begin(); one != pairs_.end(); at += 2) {
        if (serve(*one, watched[at].revents != 0, watched[at + 1].revents != 0)) {
          ++one;
        } else {
          close(*one);
          one = pairs_.erase(one);
        }
      }
      if (watched[0].revents != 0) accept_one();
    }
  }

  std::string path_;
  int listener_;
  int port_ = 0;
  std::list<pair> pairs_;  // of the thread
  std::atomic<mode> mode_ = mode::pass;
  std::atomic<bool> cut_ = false, ended_ = false;
  std::thread thread_;
};

}  // namespace tests
