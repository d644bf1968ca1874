// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>

#include "virga/types/codec.hpp"

namespace virga::types {

/// The number by which the system catalogs know an object: the one unsigned type of PostgreSQL. It has no arithmetic.
/// A text with a leading zero is refused: PostgreSQL 16 and later read it as an octal number, those before as a decimal
/// one. Source: PostgreSQL manual, "Object Identifier Types".
struct oid {
  using value = std::uint32_t;
  static constexpr std::string_view name = "oid";
  static constexpr auto family = type_family::other;

  static fault decode(std::string_view text, value& out) {
    if (text.size() > 1 && text[0] == '0') return "it begins with a zero, which PostgreSQL 16 and later take for octal";
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (end != text.data() + text.size()) return "it is not a whole number";
    if (code == std::errc::result_out_of_range) return "the number is out of range";
    return code == std::errc{} ? nullptr : "it is not a whole number";
  }
  static fault encode(value in, parameter_text& out) {
    out.number(in);
    return nullptr;
  }
};

}  // namespace virga::types
