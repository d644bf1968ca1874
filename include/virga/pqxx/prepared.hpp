// SPDX-License-Identifier: BSL-1.0
//
// Which statements are prepared on a connection, and under which names.
#pragma once
#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "virga/core/fingerprint.hpp"

namespace virga::detail {

/// At most so many prepared statements, known by the address of their constant text; the one unused for longest goes.
class prepared_statements {
 public:
  explicit prepared_statements(std::size_t most) : most_(most) {}

  /// Its name; null where it is not prepared.
  const std::string* find(const char* text) {
    const auto at = places_.find(text);
    if (at == places_.end()) return nullptr;
    if (at->second != used_.begin()) used_.splice(used_.begin(), used_, at->second);
    return &at->second->name;
  }
  /// The name to prepare a text under. It is of the text, not the next number: behind a pooler that deals out sessions,
  /// the same name in another session must not be another client's statement.
  [[nodiscard]] std::string name_of(const char* text) const {
    return "virga_" + fingerprint(text) + "_" + std::to_string(forgotten_);
  }
  /// For one more.
  void make_room() {
    if (used_.size() >= most_) forget(used_.back().text, true);
  }
  const std::string& add(const char* text, std::string name) {
    used_.push_front({text, std::move(name)});
    places_.emplace(text, used_.begin());
    return used_.front().name;
  }
  /// `is_on_server`: the server still has it, and is to be told.
  void forget(const char* text, bool is_on_server) {
    const auto at = places_.find(text);
    if (at == places_.end()) return;
    ++forgotten_;  // what the server has not forgotten yet keeps its name
    if (is_on_server) unwanted_.push_back(std::move(at->second->name));
    used_.erase(at->second);
    places_.erase(at);
  }
  /// Names the server is to be told to forget.
  [[nodiscard]] bool has_unwanted() const { return !unwanted_.empty(); }
  [[nodiscard]] std::vector<std::string> take_unwanted() { return std::exchange(unwanted_, {}); }

 private:
  struct one {
    const char* text;
    std::string name;
  };
  std::size_t most_;
  std::size_t forgotten_ = 0;
  std::list<one> used_;  // the latest first
  std::unordered_map<const char*, std::list<one>::iterator> places_;
  std::vector<std::string> unwanted_;
};

}  // namespace virga::detail
