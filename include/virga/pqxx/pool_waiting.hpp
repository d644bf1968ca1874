// SPDX-License-Identifier: BSL-1.0
//
// Threads that wait for a connection of the pool, and who gets the next one: who asked first, unless the thread that
// had it comes back at once and its turn is not over.
#pragma once
#include "virga/pqxx/working_pool.hpp"

namespace virga {

/// An idle connection; or null, and a new one may be opened. `is_first`: this thread has waited its turn before.
template <class T>
typename working_pool<T>::entry* working_pool<T>::next(clock::time_point deadline, std::chrono::milliseconds timeout,
                                                       bool is_first, const std::source_location& where,
                                                       const std::stop_token& stop) {
  waiter self{.where = where};
  const std::stop_callback wake(stop, [&] {
    const std::lock_guard lock(mutex_);
    self.served.notify_one();
  });
  std::unique_lock lock(mutex_);  // after the callback, whose end must not wait for it
  const auto began = clock::now();
  if (closed_) refuse_closed();
  if (queue_.empty() || is_first) {
    if (!idle_.empty()) return &take_idle(*idle_.back(), began, std::this_thread::get_id(), where);
    if (may_open(began)) {
      ++opening_;
      return nullptr;
    }
  }
  refuse_hopeless(where);
  if (is_first)
    queue_.insert(queue_.begin(), &self);
  else
    queue_.push_back(&self);
  ++counted_.waited;
  while (self.given == nullptr && !self.may_open && !closed_ && !stop.stop_requested()) {
    const auto now = clock::now();
    if (now >= deadline) break;
    serve(now);
    if (self.given != nullptr || self.may_open) break;
    auto until = next_try_ > now ? std::min(next_try_, deadline) : deadline;
    if (watcher_ == &self && !turns_.were_used()) watcher_ = nullptr;
    if (watcher_ == &self) until = std::min(until, now + detail::turns::look);
    self.served.wait_until(lock, until);
  }
  counted_.waited_for += clock::now() - began;
  if (self.given != nullptr || self.may_open) return self.given;
  std::erase(queue_, &self);
  if (watcher_ == &self) watcher_ = nullptr;
  watch();
  if (closed_) refuse_closed();
  if (stop.stop_requested())
    throw query_cancelled(error_report{
        .sqlstate = "57014", .message = "a stop was requested while a connection was waited for", .where = where});
  refuse_late(timeout, where);
}

template <class T>
void working_pool<T>::refuse_late(std::chrono::milliseconds timeout, const std::source_location& where) {
  ++counted_.timed_out;
  const std::string limit = std::to_string(options_.max_connections);
  const std::string waited = std::to_string(timeout.count()) + " ms";
  if (all_.size() < options_.max_connections)
    throw pool_timeout(
        "virga: no connection of the database became free within " + waited + "; " + std::to_string(all_.size()) +
            " are open, and the server does not take another one now, though max_connections is " + limit,
        {}, where);
  throw pool_timeout("virga: all " + limit + " connections of the database stayed in use for " + waited +
                         "; finish transactions sooner, or raise max_connections",
                     {}, where);
}

/// Throws where every connection is held by a thread that waits for one, this one included.
template <class T>
void working_pool<T>::refuse_hopeless(const std::source_location& where) const {
  if (opening_ != 0 || all_.size() < options_.max_connections) return;
  const auto waits = [&](std::thread::id user) {
    return user == std::this_thread::get_id() ||
           std::any_of(queue_.begin(), queue_.end(), [&](const waiter* one) { return one->thread == user; });
  };
  for (const auto& one : all_)
    if (!one->in_use || !waits(one->user)) return;
  throw usage_error("virga: this thread would wait for itself: the " + std::to_string(options_.max_connections) +
                        " connections of the database are held by threads that now ask for another one; run the query "
                        "on the transaction or connection that is open (query.all(tx), not query.all(db)), or raise "
                        "max_connections",
                    where);
}

/// Gives those who wait what there is and is not kept. The caller holds the lock.
template <class T>
void working_pool<T>::serve(clock::time_point now) {
  while (!queue_.empty()) {
    waiter& one = *queue_.front();
    const auto free = std::find_if(idle_.rbegin(), idle_.rend(), [&](entry* each) { return each->kept_until <= now; });
    if (free != idle_.rend()) {
      if ((*free)->kept_until != clock::time_point()) turns_.did_not_come();
      one.given = &take_idle(**free, now, one.thread, one.where);
    } else if (may_open(now)) {
      one.may_open = true;
      ++opening_;
    } else {
      break;
    }
    if (watcher_ == &one) watcher_ = nullptr;
    queue_.erase(queue_.begin());
    one.served.notify_one();
  }
  watch();
}

/// Keeps a connection that others wait for to the thread that gave it back, where that is of use.
template <class T>
void working_pool<T>::keep_for_user(entry& back, clock::time_point now) {
  if (turns_.may_keep(now - back.turn_began)) back.kept_until = now + detail::turns::grace;
}
/// The connection that was kept for this thread; null where there is none.
template <class T>
typename working_pool<T>::entry* working_pool<T>::take_kept(clock::time_point now, const std::source_location& where) {
  const auto mine = std::this_thread::get_id();
  for (entry* one : idle_) {
    if (one->kept_until == clock::time_point() || one->user != mine) continue;
    turns_.came();
    const auto turn_began = one->turn_began;
    take_idle(*one, now, mine, where);
    one->turn_began = turn_began;
    return one;
  }
  return nullptr;
}
/// Sees to it that one of those who wait looks after what is kept. The caller holds the lock.
template <class T>
void working_pool<T>::watch() {
  if (watcher_ != nullptr || queue_.empty() || idle_.empty()) return;
  watcher_ = queue_.front();
  watcher_->served.notify_one();
}

}  // namespace virga
