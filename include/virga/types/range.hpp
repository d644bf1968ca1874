// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "virga/types/codec.hpp"
#include "virga/types/date.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/integer.hpp"
#include "virga/types/numeric.hpp"
#include "virga/types/timestamptz.hpp"

namespace virga {

/// The values between two bounds. A bound that is absent lets the range go on for ever; that is not the same as the
/// value `infinity` of dates and times. Without more said, the lower bound belongs to the range and the upper one does
/// not.
template <class T>
struct range {
  std::optional<T> lower{}, upper{};
  bool lower_inclusive = true, upper_inclusive = false;
  bool is_empty = false;  // the rest is of no matter then

  [[nodiscard]] static range empty() { return {.is_empty = true}; }

  /// As it is written: the server makes [1,2] of integers into [1,3) and so takes them for equal, C++ cannot.
  friend bool operator==(const range& left, const range& right) {
    if (left.is_empty || right.is_empty) return left.is_empty == right.is_empty;
    return left.lower == right.lower && left.upper == right.upper &&
           (!left.lower || left.lower_inclusive == right.lower_inclusive) &&
           (!left.upper || left.upper_inclusive == right.upper_inclusive);
  }
};

namespace types {

/// Reads the text of a range, and nothing behind it; never past its end.
class range_reader {
 public:
  explicit range_reader(std::string_view text) : left_(text) {}
  [[nodiscard]] bool done() const { return left_.empty(); }
  bool take(char expected) { return take(std::string_view(&expected, 1)); }
  bool take(std::string_view expected) {
    if (!left_.starts_with(expected)) return false;
    left_.remove_prefix(expected.size());
    return true;
  }
  /// What stands before the next comma or closing bracket. `out` lives until the next call, or as long as the text;
  /// without data where there is no bound.
  bool bound(std::string_view& out) {
    if (take('"')) return quoted(out);
    std::size_t size = 0;
    while (size < left_.size() && std::string_view(",()[]\"\\").find(left_[size]) == std::string_view::npos) ++size;
    out = size == 0 ? std::string_view() : left_.substr(0, size);
    left_.remove_prefix(size);
    return true;
  }

 private:
  bool quoted(std::string_view& out) {
    scratch_.clear();
    for (std::size_t at = 0; at < left_.size(); ++at) {
      if (left_[at] == '"') {
        if (at + 1 == left_.size() || left_[at + 1] != '"') {
          left_.remove_prefix(at + 1);
          out = scratch_;
          return true;
        }
        ++at;
      } else if (left_[at] == '\\' && ++at == left_.size()) {
        return false;
      }
      scratch_ += left_[at];
    }
    return false;
  }

  std::string_view left_;
  std::string scratch_;
};

inline constexpr fault not_a_range = "it is not a range";

template <class T>
fault check_bounds(const range<T>& in) {
  if constexpr (requires { *in.upper < *in.lower; })
    if (in.lower && in.upper && *in.upper < *in.lower) return "its upper bound is below its lower bound";
  return nullptr;
}
template <class Element>
fault read_bound(range_reader& from, std::optional<typename Element::value>& out) {
  std::string_view text;
  if (!from.bound(text)) return not_a_range;
  if (text.data() == nullptr) {
    out.reset();
    return nullptr;
  }
  return Element::decode(text, out.emplace());
}
template <class Element>
fault read_range(range_reader& from, range<typename Element::value>& out) {
  out.is_empty = from.take("empty");
  if (out.is_empty) return nullptr;
  out.lower_inclusive = from.take('[');
  if (!out.lower_inclusive && !from.take('(')) return not_a_range;
  if (const fault wrong = read_bound<Element>(from, out.lower)) return wrong;
  if (!from.take(',')) return not_a_range;
  if (const fault wrong = read_bound<Element>(from, out.upper)) return wrong;
  out.upper_inclusive = from.take(']');
  return out.upper_inclusive || from.take(')') ? check_bounds(out) : not_a_range;
}

template <class Element>
fault append_bound(const std::optional<typename Element::value>& in, std::string& out) {
  if (!in) return nullptr;
  parameter_text text;
  if (const fault wrong = Element::encode(*in, text)) return wrong;
  out += '"';
  for (const char c : text.view()) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
  return nullptr;
}
template <class Element>
fault append_range(const range<typename Element::value>& in, std::string& out) {
  if (in.is_empty) {
    out += "empty";
    return nullptr;
  }
  if (const fault wrong = check_bounds(in)) return wrong;
  out += in.lower && in.lower_inclusive ? '[' : '(';
  if (const fault wrong = append_bound<Element>(in.lower, out)) return wrong;
  out += ',';
  if (const fault wrong = append_bound<Element>(in.upper, out)) return wrong;
  out += in.upper && in.upper_inclusive ? ']' : ')';
  return nullptr;
}

/// A range of `Element`. The server brings ranges of whole numbers and of days into the form [lower,upper), and one
/// without a value into `empty`: the same values, other bounds.
/// Source: PostgreSQL manual, "Range Types".
template <class Element>
struct range_of {
  using value = range<typename Element::value>;
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    range_reader from(text);
    if (const fault wrong = read_range<Element>(from, out)) return wrong;
    return from.done() ? nullptr : not_a_range;
  }
  static fault encode(const value& in, parameter_text& out) {
    out.large().clear();
    if (const fault wrong = append_range<Element>(in, out.large())) return wrong;
    out.finish_large();
    return nullptr;
  }
};

/// Ranges apart from each other. The server sorts them, joins those that touch and leaves empty ones out.
/// Source: the same.
template <class Element>
struct multirange_of {
  using value = std::vector<range<typename Element::value>>;
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a multirange";
    out.clear();
    range_reader from(text);
    if (!from.take('{')) return malformed;
    if (!from.take('}')) {
      do {
        if (const fault wrong = read_range<Element>(from, out.emplace_back())) return wrong;
      } while (from.take(','));
      if (!from.take('}')) return malformed;
    }
    return from.done() ? nullptr : malformed;
  }
  static fault encode(const value& in, parameter_text& out) {
    std::string& text = out.large();
    text = '{';
    for (const auto& each : in) {
      if (text.size() > 1) text += ',';
      if (const fault wrong = append_range<Element>(each, text)) return wrong;
      if (text.size() > 0x3fffff00) return "it is larger than the 1 GB that can be sent";
    }
    text += '}';
    out.finish_large();
    return nullptr;
  }
};

struct int4range : range_of<integer> {
  static constexpr std::string_view name = "int4range";
};
struct int8range : range_of<bigint> {
  static constexpr std::string_view name = "int8range";
};
struct numrange : range_of<numeric> {
  static constexpr std::string_view name = "numrange";
};
struct daterange : range_of<date> {
  static constexpr std::string_view name = "daterange";
};
struct tstzrange : range_of<timestamptz> {
  static constexpr std::string_view name = "tstzrange";
};
struct int4multirange : multirange_of<integer> {
  static constexpr std::string_view name = "int4multirange";
};
struct int8multirange : multirange_of<bigint> {
  static constexpr std::string_view name = "int8multirange";
};
struct nummultirange : multirange_of<numeric> {
  static constexpr std::string_view name = "nummultirange";
};
struct datemultirange : multirange_of<date> {
  static constexpr std::string_view name = "datemultirange";
};
struct tstzmultirange : multirange_of<timestamptz> {
  static constexpr std::string_view name = "tstzmultirange";
};

/// The range type of a type, as far as PostgreSQL has one.
template <class Element>
struct range_type {};
template <>
struct range_type<integer> {
  using type = int4range;
};
template <>
struct range_type<bigint> {
  using type = int8range;
};
template <>
struct range_type<numeric> {
  using type = numrange;
};
template <>
struct range_type<date> {
  using type = daterange;
};
template <>
struct range_type<timestamptz> {
  using type = tstzrange;
};

}  // namespace types
}  // namespace virga

template <class T>
requires(virga::has_default_type<T>) struct virga::default_type<virga::range<T>>
    : virga::types::range_type<virga::type_of<T>> {
};
