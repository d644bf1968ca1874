// SPDX-License-Identifier: BSL-1.0
//
// The text format of COPY: a line a row, a tab between its cells, `\N` for null, backslashes before what would else be
// special. Source: PostgreSQL manual, "COPY", File Formats, Text Format.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "virga/types/array.hpp"
#include "virga/types/codec.hpp"

namespace virga::exec {

/// The letter after the backslash that stands for a character; 0 for those that stand for themselves.
struct copy_escapes {
  char letter_of[256];
  constexpr copy_escapes() : letter_of{} {
    letter_of[static_cast<unsigned char>('\\')] = '\\';
    letter_of[static_cast<unsigned char>('\t')] = 't';
    letter_of[static_cast<unsigned char>('\n')] = 'n';
    letter_of[static_cast<unsigned char>('\r')] = 'r';
  }
};
inline constexpr copy_escapes escapes_in_copy;

/// How values are written into a line; for `types::append_element`.
struct copy_writer {
  static void null(std::string& out) { out += "\\N"; }
  static void plain(std::string_view text, std::string& out) { out += text; }
  static void text(std::string_view text, std::string& out) {
    const char* from = text.data();
    const char* const end = from + text.size();
    for (const char* at = from; at != end; ++at) {
      const char letter = escapes_in_copy.letter_of[static_cast<unsigned char>(*at)];
      if (letter == 0) continue;
      out.append(from, static_cast<std::size_t>(at - from));
      out += '\\';
      out += letter;
      from = at + 1;
    }
    out.append(from, static_cast<std::size_t>(end - from));
  }
};

/// One line as a `result_set` of one row. It is read in place: the cells point into it.
template <std::size_t Columns>
class copy_line {
 public:
  /// Takes a line apart, which ends with its line feed. Returns how many cells it has; those beyond `Columns` are not
  /// kept.
  std::size_t read(char* begin, std::size_t size) {
    char* const end = begin + (size != 0 && begin[size - 1] == '\n' ? size - 1 : size);
    std::size_t count = 0;
    for (char* at = begin;; ++at) {
      cell found;
      char* const stop = read_cell(at, end, found);
      if (count < Columns) cells_[count] = found;
      ++count;
      if (stop == end) return count;
      at = stop;
    }
  }

  static constexpr std::size_t rows() { return 1; }
  static constexpr std::size_t columns() { return Columns; }
  static constexpr std::size_t affected() { return 1; }
  [[nodiscard]] cell at(std::size_t, std::size_t column) const { return cells_[column]; }

 private:
  /// Reads up to the next tab; returns where it is.
  static char* read_cell(char* begin, char* end, cell& out) {
    char* at = begin;
    while (at != end && *at != '\t' && *at != '\\') ++at;
    char* to = at;
    if (at != end && *at == '\\') {
      if (at == begin && end - at >= 2 && at[1] == 'N' && (end - at == 2 || at[2] == '\t')) {
        out = {begin, 0, true};
        return at + 2;
      }
      for (; at != end && *at != '\t'; ++at) *to++ = *at == '\\' && at + 1 != end ? meaning(*++at) : *at;
    }
    out = {begin, static_cast<std::size_t>(to - begin), false};
    return at;
  }
  static char meaning(char letter) {
    switch (letter) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'v':
        return '\v';
      default:
        return letter;
    }
  }

  cell cells_[Columns];
};

}  // namespace virga::exec
