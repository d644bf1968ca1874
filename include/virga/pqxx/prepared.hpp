// SPDX-License-Identifier: BSL-1.0
//
// Which statements are prepared on a connection, and under which names.
#pragma once
#include <algorithm>
#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "virga/core/fingerprint.hpp"
#include "virga/exec/binary_rows.hpp"
#include "virga/exec/cut_values.hpp"

namespace virga::detail {

/// At most so many prepared statements, known by the address of their constant text (several addresses may hold the
/// same text); the one unused for longest goes.
class prepared_statements {
 public:
  struct one {
    std::vector<const char*> texts;  // at least one
    std::string name;
    std::vector<unsigned> parameters{};  // the types that the server takes its values as
    std::vector<unsigned> types{};       // of its columns, once they are known

    /// Whether its columns are of these types, 0 after the last one; a constant of the program, which is compared once.
    [[nodiscard]] bool gives(const unsigned* wanted) {
      if (wanted == nullptr || types.empty()) return false;
      if (wanted != std::exchange(compared_, wanted)) gives_compared_ = compare(wanted);
      return gives_compared_;
    }
    [[nodiscard]] bool holds(std::string_view text) const { return texts.front() == text; }

   private:
    [[nodiscard]] bool compare(const unsigned* wanted) const {
      for (const unsigned type : types)
        if (*wanted == 0 || !exec::comes_as_expected(*wanted++, type)) return false;
      return *wanted == 0;
    }
    const unsigned* compared_ = nullptr;
    bool gives_compared_ = false;
  };

  explicit prepared_statements(std::size_t most) : most_(most) {}

  /// Null where it is not prepared. Run time: `value_error` where it is, by another query, and the server would cut a
  /// value of this one.
  one* find(const statement& what) {
    const char* const text = what.text.data();
    auto at = places_.find(text);
    if (at == places_.end()) {
      const auto same = std::find_if(used_.begin(), used_.end(), [&](const one& each) { return each.holds(text); });
      if (same == used_.end()) return nullptr;
      exec::refuse_cut(what, same->parameters);
      same->texts.push_back(text);
      at = places_.emplace(text, same).first;
    }
    if (at->second != used_.begin()) used_.splice(used_.begin(), used_, at->second);
    return &*at->second;
  }
  /// The name to prepare a text under. It is of the text, not the next number: behind a pooler that deals out sessions,
  /// the same name in another session must not be another client's statement.
  [[nodiscard]] std::string name_of(const char* text) const {
    return "virga_" + fingerprint(text) + "_" + std::to_string(forgotten_);
  }
  /// For one more.
  void make_room() {
    if (used_.size() >= most_) forget(used_.back().texts.front(), true);
  }
  one& add(const char* text, std::string name) {
    one& made = used_.emplace_front();
    made.texts.push_back(text);
    made.name = std::move(name);
    places_.emplace(text, used_.begin());
    return made;
  }
  /// `is_on_server`: the server still has it, and is to be told.
  void forget(const char* text, bool is_on_server) {
    const auto at = places_.find(text);
    if (at == places_.end()) return;
    ++forgotten_;  // what the server has not forgotten yet keeps its name
    const auto gone = at->second;
    if (is_on_server) unwanted_.push_back(std::move(gone->name));
    for (const char* each : gone->texts) places_.erase(each);
    used_.erase(gone);
  }
  /// Names the server is to be told to forget.
  [[nodiscard]] bool has_unwanted() const { return !unwanted_.empty(); }
  [[nodiscard]] std::vector<std::string> take_unwanted() { return std::exchange(unwanted_, {}); }

 private:
  std::size_t most_;
  std::size_t forgotten_ = 0;
  std::list<one> used_;  // the latest first
  std::unordered_map<const char*, std::list<one>::iterator> places_;
  std::vector<std::string> unwanted_;
};

}  // namespace virga::detail
