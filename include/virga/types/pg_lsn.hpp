// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>

#include "virga/types/codec.hpp"

namespace virga::types {

/// A place in the write-ahead log: 64 bits, which the server writes as two hexadecimal halves, `16/B374D848`.
/// Source: PostgreSQL manual, "pg_lsn Type".
struct pg_lsn {
  using value = std::uint64_t;
  static constexpr std::string_view name = "pg_lsn";
  static constexpr auto family = type_family::other;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not two hexadecimal numbers of at most eight digits with a slash between them";
    const std::size_t slash = text.find('/');
    if (slash == text.npos) return malformed;
    std::uint64_t read = 0;
    for (const std::string_view half : {text.substr(0, slash), text.substr(slash + 1)}) {
      if (half.empty() || half.size() > 8) return malformed;
      std::uint32_t number = 0;
      const auto [end, code] = std::from_chars(half.data(), half.data() + half.size(), number, 16);
      if (end != half.data() + half.size() || code != std::errc{}) return malformed;
      read = read << 32 | number;
    }
    out = read;
    return nullptr;
  }
  static fault encode(value in, parameter_text& out) {
    char* const begin = out.small();
    char* const end = begin + parameter_text::capacity;
    char* at = std::to_chars(begin, end, in >> 32, 16).ptr;
    *at++ = '/';
    at = std::to_chars(at, end, in & 0xffffffff, 16).ptr;
    out.finish(static_cast<std::size_t>(at - begin));
    return nullptr;
  }
};

}  // namespace virga::types
