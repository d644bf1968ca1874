// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <vector>

#include "virga/types/codec.hpp"
#include "virga/types/modifier.hpp"

namespace virga::types {

/// Bits, the first one leftmost. A `std::vector<bool>` keeps any number of them; it has no type of its own where
/// nothing else says that bits are meant: there it is an array of boolean. Source: PostgreSQL manual, "Bit String
/// Types".
struct bit_string {
  using value = std::vector<bool>;
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
  static constexpr bool accepts_text = true;
  /// postgres/src/include/utils/varbit.h, VARBITMAXLEN is more, but each bit travels as one character.
  static constexpr std::size_t most_bits = 0x3fffff00;

  static fault decode(std::string_view text, value& out) {
    out.clear();
    out.reserve(text.size());
    for (const char digit : text) {
      if (digit != '0' && digit != '1') return "it has a character that is neither 0 nor 1";
      out.push_back(digit == '1');
    }
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (in.size() > most_bits) return "it has more bits than can be sent as text";
    std::string& text = out.large();
    text.clear();
    text.reserve(in.size());
    for (const bool each : in) text += each ? '1' : '0';
    out.finish_large();
    return nullptr;
  }
};

/// Exactly as many bits as the column says; other numbers are refused. A cast to `bit` without a length cuts
/// to one bit; the type's name in quotes is the one that never does.
struct bit : bit_string {
  static constexpr std::string_view name = "bit";
  static constexpr std::string_view cast_name = "\"bit\"";
  static fault exceeds(const value& in, type_modifier column) {
    const bool fits = column.length == 0 || in.size() == static_cast<std::size_t>(column.length);
    return fits ? nullptr : "it has another number of bits than the column";
  }
};
/// At most as many bits as the column says; without a length, any number.
struct varbit : bit_string {
  static constexpr std::string_view name = "varbit";
  static fault exceeds(const value& in, type_modifier column) {
    const bool fits = column.length == 0 || in.size() <= static_cast<std::size_t>(column.length);
    return fits ? nullptr : "it has more bits than the column takes";
  }
};

}  // namespace virga::types
