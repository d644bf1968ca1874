// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <charconv>
#include <concepts>

#include "virga/types/codec.hpp"
#include "virga/types/decimal.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/modifier.hpp"

namespace virga::types {

/// Exact decimal numbers; no digit is lost either way, the zeros at the end included. For a column with a precision and
/// a scale, the server would round what has more digits behind the point: such a value is refused before it is sent,
/// and so is one that is too large for the column. 1.500 goes into numeric(4, 2), as 1.50, which is the same number.
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

  static fault exceeds(const value& in, type_modifier column) {
    if (column.length == 0 || in.is_nan()) return nullptr;
    if (!in.is_finite()) return "it is infinite, which a numeric with a precision cannot be";
    const auto [whole, fraction] = in.significant_digits();
    if (fraction > column.scale) return "it has more digits behind the point than the column keeps; round it first";
    return whole > column.length - column.scale ? "it is too large for the column's precision" : nullptr;
  }

  /// The number of fewest digits that reads back as this very floating-point one: 0.1 for 0.1. Only what stands beside
  /// a numeric expression is made so; a column is assigned a `decimal`.
  template <class Floating>
  requires(std::same_as<Floating, float> || std::same_as<Floating, double>) static value shortest(Floating in) {
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
