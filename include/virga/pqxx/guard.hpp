// SPDX-License-Identifier: BSL-1.0
//
// An end for what libpqxx waits for by itself: BEGIN, COMMIT and ROLLBACK of a server that does not answer any more.
#pragma once
#include <fcntl.h>
#include <libpq-fe.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "virga/pqxx/wait.hpp"

namespace virga::native {

/// Gives a connection up where an interruption came and `grace` after it the call that this stands around still waits.
/// One thread does so for all guards; there is none until it is needed.
class guard {
  using clock = std::chrono::steady_clock;

 public:
  guard(PGconn* on, const interruption& when, std::chrono::milliseconds grace) {
    if (!when.is_possible()) return;
    // a descriptor of its own: libpq may close its one meanwhile, and another file get that number
    socket_ = ::fcntl(PQsocket(on), F_DUPFD_CLOEXEC, 0);
    if (socket_ < 0) return;  // it is closed, and nobody waits for it
    grace_ = grace;
    if (when.deadline != clock::time_point::max()) due_ = std::max(when.deadline, clock::now()) + grace;
    try {
      watchman::instance().add(*this);
      if (when.stop.stop_possible()) on_stop_.emplace(when.stop, stopped{this});
    } catch (const std::system_error&) {  // no thread to be had now
    }
  }
  guard(const guard&) = delete;
  guard& operator=(const guard&) = delete;
  ~guard() {
    on_stop_.reset();
    if (socket_ < 0) return;
    watchman::instance().remove(*this);
    ::close(socket_);
  }

 private:
  struct stopped {
    guard* self;
    void operator()() const { watchman::instance().hasten(*self, clock::now() + self->grace_); }
  };

  class watchman {
   public:
    /// It is never destroyed: its thread runs to the end of the program.
    static watchman& instance() {
      static watchman& one = *new watchman;
      return one;
    }
    void add(guard& one) {
      const std::lock_guard lock(mutex_);
      if (!runs_) quiet_thread([this] { run(); }).detach();
      runs_ = true;
      all_.push_back(&one);
      if (one.due_ < wakes_) wake_.notify_one();
    }
    void hasten(guard& one, clock::time_point due) {
      const std::lock_guard lock(mutex_);
      one.due_ = std::min(one.due_, due);
      if (one.due_ < wakes_) wake_.notify_one();
    }
    void remove(guard& one) {
      const std::lock_guard lock(mutex_);
      std::erase(all_, &one);
    }

   private:
    void run() {
      for (std::unique_lock lock(mutex_);;) {
        wakes_ = clock::time_point::max();
        const auto now = clock::now();
        for (guard* one : all_) {
          if (one->due_ <= now) {
            ::shutdown(one->socket_, SHUT_RDWR);
            one->due_ = clock::time_point::max();
          }
          wakes_ = std::min(wakes_, one->due_);
        }
        if (wakes_ == clock::time_point::max())
          wake_.wait(lock);
        else
          wake_.wait_until(lock, wakes_);
      }
    }

    std::mutex mutex_{};
    std::condition_variable wake_{};
    std::vector<guard*> all_{};
    clock::time_point wakes_ = clock::time_point::max();
    bool runs_ = false;
  };

  int socket_ = -1;  // and nothing is watched
  std::chrono::milliseconds grace_{0};
  clock::time_point due_ = clock::time_point::max();  // under the watchman's lock
  std::optional<std::stop_callback<stopped>> on_stop_{};
};

}  // namespace virga::native
