// SPDX-License-Identifier: BSL-1.0
//
// What a mistake is told in, where the compiler prints a sentence that the program has put together (g++ 14 and later;
// clang with -std=c++26): names of columns and tables between fixed words.
#pragma once
#include <cstddef>
#include <string_view>

#include "virga/core/fixed_string.hpp"

namespace virga {

/// A sentence as `static_assert` takes it: with `size` and `data`.
class sentence {
 public:
  constexpr sentence() = default;
  template <class... Pieces>
  constexpr explicit sentence(const Pieces&... pieces) {
    (add(pieces), ...);
  }
  constexpr sentence& add(std::string_view more) {
    for (const char c : more)
      if (size_ < sizeof text_) text_[size_++] = c;
    return *this;
  }
  /// `pattern` with a name for each `{}` in it.
  constexpr sentence& fill(std::string_view pattern, std::string_view name) {
    for (std::size_t at = pattern.find("{}"); at != pattern.npos; at = pattern.find("{}")) {
      add(pattern.substr(0, at)).add(name);
      pattern.remove_prefix(at + 2);
    }
    return add(pattern);
  }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr const char* data() const { return text_; }

 private:
  char text_[512]{};
  std::size_t size_ = 0;
};

/// What a function template's `Words()` says, as a template argument: `named_as<…>` is printed with its letters.
template <sentence (*Words)()>
inline constexpr auto fixed = [] {
  constexpr sentence words = Words();
  fixed_string<words.size() + 1> result;
  for (std::size_t i = 0; i < words.size(); ++i) result.data[i] = words.data()[i];
  return result;
}();

}  // namespace virga
