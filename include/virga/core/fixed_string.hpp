// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string_view>

namespace virga {

/// A string that can be a template argument: the name of a column, of an alias, the text of `sql`.
/// `Size` counts the terminating NUL, as in a string literal.
template <std::size_t Size>
struct fixed_string {
  char data[Size]{};

  constexpr fixed_string() = default;
  constexpr fixed_string(const char (&text)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) data[i] = text[i];
  }

  [[nodiscard]] constexpr std::string_view view() const { return {data, Size - 1}; }
  friend constexpr bool operator==(const fixed_string&, const fixed_string&) = default;
};

}  // namespace virga
