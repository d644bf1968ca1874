// SPDX-License-Identifier: BSL-1.0
//
// How a mistake is told with the names of what it is about. Every compiler prints the condition of a `static_assert`
// that fails, so that is `excused<about<"users.age is integer", "users.name is text">>`; g++ 14 and later, and clang 17
// and later in C++26, also print a sentence that the program has put together.
#pragma once
#include <cstddef>
#include <string_view>

#include "virga/core/fixed_string.hpp"

namespace virga {

/// A sentence as `static_assert` takes it: with `size` and `data`.
struct sentence {
  char text[512]{};
  std::size_t length = 0;

  template <class... Pieces>
  constexpr explicit sentence(const Pieces&... pieces) {
    (add(pieces), ...);
  }
  constexpr void add(std::string_view more) {
    for (const char c : more)
      if (length < sizeof text) text[length++] = c;
  }
  [[nodiscard]] constexpr std::size_t size() const { return length; }
  [[nodiscard]] constexpr const char* data() const { return text; }
  [[nodiscard]] constexpr std::string_view view() const { return {text, length}; }
};

/// What `Words()` says, as a template argument.
template <sentence (*Words)()>
consteval auto fixed() {
  constexpr std::size_t size = Words().size();
  fixed_string<size + 1> result;
  const sentence words = Words();
  for (std::size_t i = 0; i < size; ++i) result.data[i] = words.text[i];
  result.data[size] = '\0';  // clang prints letters where this one was written, too, and numbers else
  return result;
}

/// What a mistake is about, for the compiler to print (clang cuts each part after 36 letters).
template <fixed_string... Words>
struct about {};
/// False, said so that what it is about is printed.
template <class About>
inline constexpr bool excused = false;

// where the compiler composes, `refuse<About>(…)` says the whole sentence, and the fixed one is not needed
#if __cpp_static_assert >= 202306L || (__GNUC__ >= 14 && !defined(__clang__))
inline constexpr bool composes = true;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wc++26-extensions"
template <class About, sentence Words>
constexpr void refuse() {
  static_assert(excused<About>, Words);
}
#pragma GCC diagnostic pop
#else
inline constexpr bool composes = false;
template <class About, sentence Words>
constexpr void refuse() {}
#endif

}  // namespace virga
