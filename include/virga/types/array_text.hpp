// SPDX-License-Identifier: BSL-1.0
//
// The text of one-dimensional arrays, `{1,2,"a \"b\""}`, apart from what the elements are.
// Source: PostgreSQL manual, "Array Input and Output Syntax".
#pragma once
#include <initializer_list>

#include "virga/types/codec.hpp"

namespace virga::types {

/// Appends an element in quotes. Quotes are never wrong, and with them neither the empty text, the word NULL, commas,
/// braces nor white space need a look.
inline void append_array_element(std::string_view element, std::string& out) {
  out += '"';
  std::size_t from = 0;
  for (std::size_t at = 0; at < element.size(); ++at) {
    if (element[at] != '"' && element[at] != '\\') continue;
    out.append(element.data() + from, at - from);
    out += '\\';
    from = at;
  }
  out.append(element.data() + from, element.size() - from);
  out += '"';
}

/// The characters that an element without quotes has none of, but for the delimiters that are not its own.
struct array_marks {
  bool of[256];
  constexpr array_marks() : of{} {
    for (const char mark : {',', ';', ':', '{', '}', '"', '\\', ' '}) of[static_cast<unsigned char>(mark)] = true;
  }
};
inline constexpr array_marks marks_in_array;

/// Steps through the elements of an array's text, never past its end.
class array_reader {
 public:
  explicit array_reader(std::string_view text, char delimiter = ',')
      : at_(text.data()), end_(text.data() + text.size()), delimiter_(delimiter) {}

  /// Reads the opening brace.
  fault open() {
    if (at_ != end_ && *at_ == '[') return first_index;
    if (at_ == end_ || *at_++ != '{') return malformed;
    if (at_ != end_ && *at_ == '}') return close();
    return nullptr;
  }
  /// True once the closing brace was read.
  [[nodiscard]] bool done() const { return done_; }
  /// Reads one element and what stands behind it. `out` lives until the next call, or as long as the text.
  fault next(std::string_view& out) {
    if (at_ == end_) return malformed;
    if (*at_ == '{') return "it has more than one dimension";
    const bool is_quoted = *at_ == '"';
    if (const fault wrong = is_quoted ? quoted(out) : plain(out)) return wrong;
    if (!is_quoted && out == null) return "it has a NULL element";
    if (at_ == end_) return malformed;
    if (*at_ == '}') return close();
    return *at_++ == delimiter_ ? nullptr : malformed;
  }

 protected:
  static constexpr fault malformed = "it is not an array";
  static constexpr fault first_index = "its first index is not 1, which a vector cannot keep";
  static constexpr std::string_view null = "NULL";  // without quotes

  fault close() {
    done_ = true;
    return ++at_ == end_ ? nullptr : malformed;
  }
  fault plain(std::string_view& out) {
    const char* begin = at_;
    while (at_ != end_ && (!marks_in_array.of[static_cast<unsigned char>(*at_)] || is_other_delimiter(*at_))) ++at_;
    if (at_ == end_ || (*at_ != delimiter_ && *at_ != '}')) return malformed;
    out = {begin, static_cast<std::size_t>(at_ - begin)};
    return out.empty() ? malformed : nullptr;
  }
  fault quoted(std::string_view& out) {
    const char* begin = ++at_;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
    if (at_ == end_) return malformed;
    out = {begin, static_cast<std::size_t>(at_ - begin)};
    if (*at_ == '\\') {
      scratch_.assign(out);
      for (; at_ != end_ && *at_ != '"'; ++at_) {
        if (*at_ == '\\' && ++at_ == end_) return malformed;
        scratch_ += *at_;
      }
      if (at_ == end_) return malformed;
      out = scratch_;
    }
    ++at_;
    return nullptr;
  }

  [[nodiscard]] bool is_other_delimiter(char c) const { return c != delimiter_ && (c == ',' || c == ';' || c == ':'); }

  const char* at_;
  const char* end_;
  char delimiter_;
  bool done_ = false;

 private:
  std::string scratch_;
};

}  // namespace virga::types
