// SPDX-License-Identifier: BSL-1.0
//
// Waiting for a server: for its answer, for an answer in time, for one that may be cancelled.
// Source: PostgreSQL manual, "libpq — Asynchronous Command Processing", "Canceling Queries in Progress".
#pragma once
#include <libpq-fe.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <memory>
#include <stop_token>
#include <system_error>
#include <thread>

#include "virga/pqxx/native.hpp"

namespace virga::native {

/// Waits until a socket can be read or written. False when the time is up.
inline bool wait_for(int socket, bool to_read, std::chrono::steady_clock::time_point until) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{socket, static_cast<short>(to_read ? POLLIN : POLLOUT), 0};
    const int ready = poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

/// Whether the server has something to say that nobody asked for: usually that it has closed the connection.
inline bool has_unread(PGconn* on) {
  pollfd waiting{PQsocket(on), POLLIN, 0};
  return poll(&waiting, 1, 0) != 0;
}

/// Whether an idle connection's end has arrived already. It cannot be seen before it has.
inline bool is_lost(PGconn* on) {
  // the first read takes the server's last words, the second one finds that none follow
  for (int i = 0; i < 2 && PQstatus(on) == CONNECTION_OK && has_unread(on); ++i) (void)PQconsumeInput(on);
  return PQstatus(on) != CONNECTION_OK;
}

/// Asks an idle connection's server for an answer. False where there is none in time; the connection is of no use then.
inline bool ping(PGconn* on, std::chrono::milliseconds timeout) {
  const auto until = std::chrono::steady_clock::now() + timeout;
  if (PQsendQuery(on, "") == 0) return false;
  bool answered = false;
  for (;;) {
    while (PQisBusy(on) != 0)
      if (!wait_for(PQsocket(on), true, until) || PQconsumeInput(on) == 0) return false;
    const result next(PQgetResult(on));
    if (next.get() == nullptr) return answered && PQstatus(on) == CONNECTION_OK;
    answered = next.succeeded();
  }
}

/// A thread that takes none of the program's signals, which are for its own threads.
template <class Function>
std::thread quiet_thread(Function&& f) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  struct restored {
    const sigset_t& before;
    ~restored() { pthread_sigmask(SIG_SETMASK, &before, nullptr); }
  } const after{before};
  return std::thread(std::forward<Function>(f));
}

/// Asks the server to cancel what runs on a connection, by a connection of its own, which may hang where the network is
/// gone; so a thread of its own does it. What was cancelled says so on the connection itself.
class canceller {
 public:
  void ask(PGconn* on) {
    if (asking_ == nullptr) asking_ = std::make_shared<std::atomic<bool>>(false);
    if (asking_->exchange(true)) return;
    PGcancel* const how = PQgetCancel(on);
    if (how == nullptr) return asking_->store(false);
    try {
      quiet_thread([how, asking = asking_] {
        char ignored[256];
        PQcancel(how, ignored, sizeof ignored);
        PQfreeCancel(how);
        asking->store(false);
      }).detach();
    } catch (const std::system_error&) {  // no thread to be had now
      PQfreeCancel(how);
      asking_->store(false);
    }
  }

  /// Whether the server may still be told to cancel what runs then.
  [[nodiscard]] bool is_asking() const { return asking_ != nullptr && asking_->load(); }

 private:
  std::shared_ptr<std::atomic<bool>> asking_{};  // shared with the thread; few ever ask
};

/// When to wait no longer: where a stop is requested, or at a moment.
struct interruption {
  using clock = std::chrono::steady_clock;
  std::stop_token stop{};
  clock::time_point deadline = clock::time_point::max();

  [[nodiscard]] bool is_possible() const { return stop.stop_possible() || deadline != clock::time_point::max(); }
  [[nodiscard]] bool is_late() const { return deadline != clock::time_point::max() && clock::now() >= deadline; }
};

/// Throws `query_cancelled` where a stop was requested, `transaction_timeout` where the time is over.
inline void refuse_interrupted(const interruption& by, std::string_view text, const std::source_location& where,
                               const char* when) {
  const bool is_stopped = by.stop.stop_requested();
  if (!is_stopped && !by.is_late()) return;
  error_report report{
      .sqlstate = "57014",
      .message = std::string(is_stopped ? "a stop was requested " : "the transaction's timeout was over ") + when,
      .statement = std::string(text),
      .where = where};
  if (is_stopped) throw query_cancelled(std::move(report));
  throw transaction_timeout(std::move(report));
}

/// Takes an answer piece by piece. Once it is to be interrupted, it cancels what runs; again and again, since a server
/// that has not begun yet takes no notice. One that never answers loses the connection.
class stoppable {
  using clock = std::chrono::steady_clock;
  static constexpr auto often = std::chrono::milliseconds(10), again = std::chrono::milliseconds(100),
                        patience = std::chrono::milliseconds(2000);

 public:
  stoppable(PGconn* on, interruption when) : on_(on), when_(std::move(when)) {}
  stoppable(const stoppable&) = delete;
  stoppable& operator=(const stoppable&) = delete;
  /// Waits until the last cancel is through: one that is late would hit the connection's next statement.
  ~stoppable() {
    for (const auto until = clock::now() + patience; cancel_.is_asking();) {
      if (clock::now() >= until) ::shutdown(PQsocket(on_), SHUT_RDWR);
      if (clock::now() >= until + again) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  /// The next result, or null after the last one.
  [[nodiscard]] result next() {
    while (PQisBusy(on_) != 0) {
      const auto now = clock::now();
      if ((when_.stop.stop_requested() || now >= when_.deadline) && now >= next_cancel_) cancel();
      if (now >= give_up_) ::shutdown(PQsocket(on_), SHUT_RDWR);
      if (wait_for(PQsocket(on_), true, now + often) && PQconsumeInput(on_) == 0) break;
    }
    return result(PQgetResult(on_));
  }
  void cancel() {
    const auto now = clock::now();
    if (give_up_ == clock::time_point::max()) give_up_ = now + patience;
    cancel_.ask(on_);
    next_cancel_ = now + again;
  }

 private:
  PGconn* on_;
  interruption when_;
  canceller cancel_{};
  clock::time_point next_cancel_ = clock::time_point::min(), give_up_ = clock::time_point::max();
};

/// Reads the answer to its end, a piece at each call of `next`. Of several results, the first that failed, or else the
/// last one: a session that the server ends says why in the first (SQLSTATE 57P01), and libpq adds a second one that
/// says only that it is gone. `kept` is what was taken of the answer before.
template <class Next>
result rest_of(result kept, Next&& next) {
  for (;;) {
    result one = next();
    if (one.get() == nullptr) return kept;
    if (one.is_copy()) return one;  // it has no end until its data have passed
    if (kept.get() == nullptr || kept.succeeded()) kept = std::move(one);
  }
}
inline result receive(PGconn* on) {
  return rest_of(result(nullptr), [&] { return result(PQgetResult(on)); });
}
inline result receive(PGconn* on, const interruption& when) {
  stoppable from(on, when);
  return rest_of(result(nullptr), [&] { return from.next(); });
}

}  // namespace virga::native
