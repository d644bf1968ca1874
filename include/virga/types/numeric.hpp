// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <charconv>
#include <concepts>

#include "virga/types/codec.hpp"
#include "virga/types/decimal.hpp"
#include "virga/types/default_type.hpp"

namespace virga::types {

/// Exact decimal numbers; no digit is lost either way, the zeros at the end included. A column with a precision
/// and a scale rounds what it is sent, and refuses what is too large for it: that is the server's doing.
/// Source: PostgreSQL manual, "Arbitrary Precision Numbers".
struct numeric {
  using value = decimal;
  static constexpr std::string_view name = "numeric";
  static constexpr auto family = type_family::number;
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) { return decimal::parse(text, out); }
  static fault encode(const value& in, parameter_text& out) {
    if (in.text().empty()) return "it was moved from";
    out.refer(in.text().c_str(), in.text().size());
    return nullptr;
  }
  static fault encode(const value&& in, parameter_text& out) = delete;  // it is referred to, not copied

  /// The number of fewest digits that reads back as this very floating-point one: 0.1 for 0.1. Only what stands beside
  /// a numeric expression is made so; a column is assigned a `decimal`.
  template <class Floating>
    requires(std::same_as<Floating, float> || std::same_as<Floating, double>)
  static value shortest(Floating in) {
    if (in != in) return value("NaN");
    if (in - in != 0) return value(in > 0 ? "Infinity" : "-Infinity");
    char digits[32];
    return value(std::string_view(digits, std::to_chars(digits, digits + sizeof digits, in).ptr));
  }
};

}  // namespace virga::types

template <>
struct virga::default_type<virga::decimal> {
  using type = types::numeric;
};
