// SPDX-License-Identifier: BSL-1.0
//
// The pool's own thread: it closes what is old or unused, finds what died idle, keeps the minimum open, reports leaks.
#pragma once
#include "virga/pqxx/working_pool.hpp"

namespace virga {

template <class T>
void working_pool<T>::keep_house() {
  std::unique_lock lock(mutex_);
  while (!closed_) {
    std::vector<leak_report> leaks = find_leaks();
    std::vector<std::unique_ptr<entry>> closing = take_expired();
    std::vector<entry*> suspects = take_suspects();
    lock.unlock();
    closing.clear();
    for (const leak_report& leak : leaks) {
      try {
        options_.on_leak(leak);
      } catch (...) {  // a report that fails must not end the program
      }
    }
    for (entry* one : suspects) {
      if (native::ping(one->native_handle(), options_.ping_timeout))
        release(*one);
      else
        discard(*one);
    }
    refill();
    lock.lock();
    if (!closed_) work_.wait_for(lock, pause());
  }
}

template <class T>
std::chrono::milliseconds working_pool<T>::pause() const {
  std::chrono::milliseconds shortest{1000};
  for (const auto one : {options_.idle_timeout, options_.max_lifetime, options_.leak_after})
    if (one.count() > 0) shortest = std::min(shortest, one);
  // a connection that could not be opened is tried again sooner
  if (all_.size() < options_.min_connections) shortest = std::min(shortest, std::chrono::milliseconds(200));
  return std::max(shortest / 2, std::chrono::milliseconds(5));
}

template <class T>
std::vector<leak_report> working_pool<T>::find_leaks() {
  std::vector<leak_report> found;
  if (options_.leak_after.count() <= 0) return found;
  const auto now = clock::now();
  for (const auto& one : all_) {
    if (!one->in_use || one->reported || now - one->since < options_.leak_after) continue;
    one->reported = true;
    ++counted_.leaked;
    found.push_back(
        {one->where, std::chrono::duration_cast<std::chrono::milliseconds>(now - one->since), one->process});
  }
  return found;
}

template <class T>
std::vector<std::unique_ptr<typename working_pool<T>::entry>> working_pool<T>::take_expired() {
  std::vector<std::unique_ptr<entry>> expired;
  const auto now = clock::now();
  for (std::size_t i = 0; i < idle_.size();) {  // the longest idle stands first
    const bool is_old = now >= idle_[i]->retires;
    const bool is_idle = options_.idle_timeout.count() > 0 && now - idle_[i]->since >= options_.idle_timeout &&
                         all_.size() > options_.min_connections;
    if (is_old)
      ++counted_.closed_old;
    else if (is_idle)
      ++counted_.closed_idle;
    if (is_old || is_idle)
      expired.push_back(extract(*idle_[i]));
    else
      ++i;
  }
  return expired;
}

/// Idle connections whose server has said something.
template <class T>
std::vector<typename working_pool<T>::entry*> working_pool<T>::take_suspects() {
  std::vector<entry*> suspects;
  for (std::size_t i = 0; i < idle_.size();) {
    if (!native::has_unread(idle_[i]->native_handle())) {
      ++i;
      continue;
    }
    suspects.push_back(idle_[i]);
    idle_[i]->in_use = true;
    idle_[i]->user = std::this_thread::get_id();
    idle_[i]->reported = true;  // nobody leaks it
    idle_.erase(idle_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return suspects;
}

template <class T>
void working_pool<T>::refill() {
  const auto now = clock::now();
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || all_.size() + opening_ >= options_.min_connections || !may_open(now)) return;
      ++opening_;
    }
    try {
      if (entry* fresh = open(now, now, true, {}, {}))
        release(*fresh);
      else
        return;
    } catch (...) {  // whoever needs a connection hears of it
      return;
    }
  }
}

}  // namespace virga
