// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <charconv>
#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "virga/core/error.hpp"
#include "virga/types/codec.hpp"

namespace virga {

/// An integer type a decimal can be made from; characters and truth values are not numbers.
template <class T>
concept decimal_integer = std::integral<T> && sizeof(T) <= sizeof(std::int64_t) && !std::same_as<T, bool> &&
                          !std::same_as<T, char> && !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> &&
                          !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

/// An exact decimal number of any size PostgreSQL's `numeric` has: up to 131072 digits before the point and 16383
/// after it, or NaN, or an infinity. It stores, compares and prints; it does not calculate. The number of digits
/// after the point is part of it (`text()` of 1.50 is "1.50") but not of its order: 1.5 == 1.50. As in the server,
/// NaN equals itself and is above all else, and there is no -0.
///
/// Not made from floating point: 0.1 is not 1/10 there. Print the one wanted into text first.
/// Source: PostgreSQL manual, "Arbitrary Precision Numbers".
class decimal {
 public:
  static constexpr std::size_t most_digits_before_point = 131072, most_digits_after_point = 16383;

  /// Zero.
  decimal() : text_("0") {}
  template <decimal_integer Integer>
  decimal(Integer value) {  // NOLINT(google-explicit-constructor): nothing is lost
    char digits[24];
    text_.assign(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  /// From text as `parse` reads it; throws `virga::error`.
  explicit decimal(std::string_view text) {
    if (const fault wrong = parse(text, *this))
      throw error("virga: the text cannot be read as a decimal number: " + std::string(wrong));
  }

  /// Reads digits with an optional sign, point (a digit must stand on one side of it) and exponent, or one of
  /// `NaN`, `Infinity`, `-Infinity`. An exponent moves the point, exactly: 1e-3 is 0.001, 1.20e1 is 12.0. `out` is
  /// left as it was on a fault.
  static fault parse(std::string_view text, decimal& out);

  /// The number without exponent, as the server writes it: no leading zeros, all digits after the point.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool is_nan() const noexcept { return text_ == "NaN"; }
  [[nodiscard]] bool is_finite() const noexcept { return text_.empty() || text_.back() <= '9'; }
  /// Where its first and its last digit stand that are not zero, counted from the point: 120.50 has its first three
  /// places before the point and its last one place behind it; 100 has its last -2 places behind it. Zero has none:
  /// both are far below.
  struct extent {
    int whole = 0, fraction = 0;
  };
  [[nodiscard]] extent significant_digits() const;
  /// The nearest double: an infinity beyond its range, zero below its smallest.
  [[nodiscard]] double to_double() const;

  friend bool operator==(const decimal& left, const decimal& right) { return (left <=> right) == 0; }
  friend std::weak_ordering operator<=>(const decimal& left, const decimal& right);

 private:
  static constexpr fault malformed = "it is not a decimal number";
  static fault parse_with_exponent(std::string_view whole, std::string_view fraction, std::string_view exponent,
                                   bool negative, decimal& out);
  // The digits on both sides of the point, to be put together with sign and point.
  static fault assemble(std::string_view whole, std::string_view fraction, bool negative, decimal& out);

  [[nodiscard]] bool negative() const { return !text_.empty() && text_[0] == '-'; }
  [[nodiscard]] std::string_view digits() const { return std::string_view(text_).substr(negative() ? 1 : 0); }
  static std::weak_ordering compare_magnitude(std::string_view left, std::string_view right);

  std::string text_;
};

inline fault decimal::parse(std::string_view text, decimal& out) {
  if (text == "NaN" || text == "Infinity" || text == "-Infinity") {
    out.text_ = text;
    return nullptr;
  }
  const std::string_view given = text;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  const auto take_digits = [&text] {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
    const std::string_view taken = text.substr(0, count);
    text.remove_prefix(count);
    return taken;
  };
  const std::string_view whole = take_digits();
  std::string_view fraction;
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    fraction = take_digits();
  }
  if (whole.empty() && fraction.empty()) return malformed;
  if (text.empty()) {
    // What the server sends is already as it is kept: no digit, point or sign too many.
    const bool whole_as_kept = whole.size() == 1
                                   ? whole[0] != '0' || !negative || fraction.find_first_not_of('0') != fraction.npos
                                   : !whole.empty() && whole[0] != '0' && whole.size() <= most_digits_before_point;
    const bool as_kept =
        whole_as_kept && fraction.size() <= most_digits_after_point && given[0] != '+' && given.back() != '.';
    if (!as_kept) return assemble(whole, fraction, negative, out);
    out.text_.assign(given);
    return nullptr;
  }
  if (text[0] != 'e' && text[0] != 'E') return malformed;
  text.remove_prefix(1);
  return parse_with_exponent(whole, fraction, text, negative, out);
}

inline fault decimal::parse_with_exponent(std::string_view whole, std::string_view fraction, std::string_view exponent,
                                          bool negative, decimal& out) {
  const bool down = !exponent.empty() && exponent[0] == '-';
  if (down || (!exponent.empty() && exponent[0] == '+')) exponent.remove_prefix(1);
  if (exponent.empty()) return malformed;
  std::int64_t shift = 0;
  for (const char digit : exponent) {
    if (digit < '0' || digit > '9') return malformed;
    // Enough to be beyond the limits, however long the written digits are.
    if (shift < (std::int64_t{1} << 40)) shift = shift * 10 + (digit - '0');
  }
  if (down) shift = -shift;

  const bool is_zero = whole.find_first_not_of('0') == whole.npos && fraction.find_first_not_of('0') == fraction.npos;
  const std::int64_t behind_point = static_cast<std::int64_t>(fraction.size()) - shift;
  const std::int64_t scale = behind_point < 0 ? 0 : behind_point;
  if (scale > static_cast<std::int64_t>(most_digits_after_point))
    return "it has more than 16383 digits after the point";
  if (is_zero) return assemble("", std::string(static_cast<std::size_t>(scale), '0'), false, out);

  std::string all(whole);
  all += fraction;
  const std::int64_t point = static_cast<std::int64_t>(whole.size()) + shift;
  if (point - static_cast<std::int64_t>(all.find_first_not_of('0')) >
      static_cast<std::int64_t>(most_digits_before_point))
    return "it has more than 131072 digits before the point";
  if (point <= 0) {
    all.insert(0, static_cast<std::size_t>(-point), '0');
    return assemble("", all, negative, out);
  }
  const auto before = static_cast<std::size_t>(point);
  if (before > all.size()) all.append(before - all.size(), '0');
  return assemble(std::string_view(all).substr(0, before), std::string_view(all).substr(before), negative, out);
}

inline fault decimal::assemble(std::string_view whole, std::string_view fraction, bool negative, decimal& out) {
  const std::size_t first = whole.find_first_not_of('0');
  whole = first == whole.npos ? std::string_view() : whole.substr(first);
  if (whole.size() > most_digits_before_point) return "it has more than 131072 digits before the point";
  if (fraction.size() > most_digits_after_point) return "it has more than 16383 digits after the point";
  const bool is_zero = whole.empty() && fraction.find_first_not_of('0') == fraction.npos;
  std::string& text = out.text_;
  text.clear();
  text.reserve(whole.size() + fraction.size() + 3);
  if (negative && !is_zero) text += '-';
  if (whole.empty()) text += '0';
  text += whole;
  if (!fraction.empty()) text += '.';
  text += fraction;
  return nullptr;
}

inline decimal::extent decimal::significant_digits() const {
  const std::string_view all = digits();
  const std::size_t first = all.find_first_of("123456789"), last = all.find_last_of("123456789");
  if (first == all.npos) return {-1000000, -1000000};
  const std::size_t dot = all.find('.'), point = dot == all.npos ? all.size() : dot;
  const auto places = [point](std::size_t digit) {  // of a digit, before the point; negative behind it
    return static_cast<int>(point) - static_cast<int>(digit) + (digit > point ? 1 : 0);
  };
  return {places(first), 1 - places(last)};
}

inline double decimal::to_double() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (is_nan()) return std::numeric_limits<double>::quiet_NaN();
  if (!is_finite()) return negative() ? -infinity : infinity;
  double value = 0;
  const auto [end, code] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
  if (code != std::errc::result_out_of_range) return value;
  const double size = digits()[0] == '0' ? 0.0 : infinity;
  return negative() ? -size : size;
}

inline std::weak_ordering decimal::compare_magnitude(std::string_view left, std::string_view right) {
  const auto split = [](std::string_view& digits) {
    const std::size_t point = digits.find('.');
    if (point == digits.npos) return std::string_view();
    const std::string_view fraction = digits.substr(point + 1);
    digits = digits.substr(0, point);
    return fraction.substr(0, fraction.find_last_not_of('0') + 1);
  };
  const std::string_view left_fraction = split(left), right_fraction = split(right);
  if (const auto by_length = left.size() <=> right.size(); by_length != 0) return by_length;
  if (const auto by_whole = left <=> right; by_whole != 0) return by_whole;
  return left_fraction <=> right_fraction;
}

inline std::weak_ordering operator<=>(const decimal& left, const decimal& right) {
  if (!left.is_finite() || !right.is_finite()) {
    const auto rank = [](const decimal& in) { return in.is_finite() ? 1 : in.is_nan() ? 3 : in.negative() ? 0 : 2; };
    return rank(left) <=> rank(right);
  }
  if (left.negative() != right.negative())
    return left.negative() ? std::weak_ordering::less : std::weak_ordering::greater;
  return left.negative() ? decimal::compare_magnitude(right.digits(), left.digits())
                         : decimal::compare_magnitude(left.digits(), right.digits());
}

}  // namespace virga
