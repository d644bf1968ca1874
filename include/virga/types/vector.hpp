// SPDX-License-Identifier: BSL-1.0
//
// The types of the extension pgvector, in its text format. Source: github.com/pgvector/pgvector, README and src/.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "virga/types/codec.hpp"
#include "virga/types/floating.hpp"

namespace virga {

/// The nearest number that half precision (11 binary digits, up to 65504) has: `halfvec` takes no others. Beyond its
/// range it is an infinity.
[[nodiscard]] inline float nearest_half(float in) {
  if (!(in - in == 0) || in == 0) return in;
  const int exponent = std::ilogb(in);
  // The distance of two neighbours; below 2^-14 it stays the same.
  const int step = (exponent < -14 ? -14 : exponent) - 10;
  const double rounded = std::ldexp(std::nearbyint(std::ldexp(static_cast<double>(in), -step)), step);
  if (rounded > 65504 || rounded < -65504) return in > 0 ? HUGE_VALF : -HUGE_VALF;
  return static_cast<float>(rounded);
}
/// The same for each of them: `documents.embedding = virga::nearest_half(embedding)`.
[[nodiscard]] inline std::vector<float> nearest_half(std::vector<float> in) {
  for (float& each : in) each = nearest_half(each);
  return in;
}

/// A vector of which most numbers are zero; the others stand in the order of their indices, which begin at 1 as in SQL.
struct sparse_vector {
  struct element {
    std::int32_t index = 0;
    float value = 0;
    friend bool operator==(const element&, const element&) = default;
  };
  std::int32_t dimensions = 0;
  std::vector<element> elements{};
  friend bool operator==(const sparse_vector&, const sparse_vector&) = default;
};

namespace types {

namespace embedding {

inline constexpr std::size_t most = 16000;
inline constexpr fault not_finite = "it has a number that is not finite";

inline bool finite(float in) { return in - in == 0; }

/// A number that ends where one of `ends` stands.
inline fault read(std::string_view& text, std::string_view ends, float& out) {
  const std::size_t size = std::min(text.find_first_of(ends), text.size());
  if (const fault wrong = real::decode(text.substr(0, size), out)) return wrong;
  text.remove_prefix(size);
  return finite(out) ? nullptr : not_finite;
}
inline void write(float in, parameter_text& number, std::string& out) {
  (void)real::encode(in, number);
  out += number.view();
}
inline bool is_half(float in) { return nearest_half(in) == in; }

/// `[1,2.5,-3]`
template <bool Half>
struct dense {
  using value = std::vector<float>;
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a vector, [number,number,…]";
    out.clear();
    if (text.size() < 3 || text.front() != '[' || text.back() != ']') return malformed;
    text = text.substr(1, text.size() - 2);
    for (;;) {
      float number = 0;
      if (const fault wrong = read(text, ",", number)) return wrong;
      if constexpr (Half)
        if (!is_half(number)) return not_half;
      if (out.size() == most) return too_long;
      out.push_back(number);
      if (text.empty()) return nullptr;
      text.remove_prefix(1);
    }
  }
  static fault encode(const value& in, parameter_text& out) {
    if (in.empty()) return "it has no numbers";
    if (in.size() > most) return too_long;
    std::string& text = out.large();
    text = '[';
    parameter_text number;
    for (const float each : in) {
      if (!finite(each)) return not_finite;
      if constexpr (Half)
        if (!is_half(each)) return not_half;
      if (text.size() > 1) text += ',';
      write(each, number, text);
    }
    text += ']';
    out.finish_large();
    return nullptr;
  }

 private:
  static constexpr fault too_long = "it has more than 16000 numbers";
  static constexpr fault not_half = "it has a number that half precision does not have; virga::nearest_half rounds";
};

}  // namespace embedding

/// Numbers of single precision, 1 to 16000 of them, none infinite or NaN. The type of `std::vector<float>` where
/// nothing else is said is not this one but real[].
struct vector : embedding::dense<false> {
  static constexpr std::string_view name = "vector", extension = "vector";
};

/// Numbers of half precision. The server would round what it is sent; here it is a fault, and `virga::nearest_half`
/// says in the program that rounding is meant.
struct halfvec : embedding::dense<true> {
  static constexpr std::string_view name = "halfvec", extension = "vector";
};

/// `{1:1.5,3:2}/5`: indices in ascending order, numbers that are neither zero (the server drops those) nor infinite nor
/// NaN; at most 16000 of them, in up to 1000000000 dimensions.
struct sparsevec {
  using value = sparse_vector;
  static constexpr std::string_view name = "sparsevec", extension = "vector";
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
  static constexpr std::int32_t most_dimensions = 1000000000;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a sparse vector, {index:number,…}/dimensions";
    const auto whole_number = [&text](std::int32_t& number) {
      if (text.empty() || text[0] < '0' || text[0] > '9') return false;
      const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
      text.remove_prefix(static_cast<std::size_t>(end - text.data()));
      return code == std::errc{};
    };
    const auto take = [&text](char expected) {
      if (!text.starts_with(expected)) return false;
      text.remove_prefix(1);
      return true;
    };
    value read;
    if (!take('{')) return malformed;
    if (!take('}')) {
      do {
        auto& each = read.elements.emplace_back();
        if (!whole_number(each.index) || !take(':')) return malformed;
        if (const fault wrong = embedding::read(text, ",}", each.value)) return wrong;
      } while (take(',') && read.elements.size() <= embedding::most);
      if (read.elements.size() <= embedding::most && !take('}')) return malformed;
    }
    if (const fault wrong = read.elements.size() > embedding::most ? too_many : nullptr) return wrong;
    if (!take('/') || !whole_number(read.dimensions) || !text.empty()) return malformed;
    if (const fault wrong = check(read)) return wrong;
    out = std::move(read);
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (const fault wrong = check(in)) return wrong;
    std::string& text = out.large();
    text = '{';
    parameter_text number;
    for (const auto& [index, each] : in.elements) {
      if (text.size() > 1) text += ',';
      number.number(index);
      text += number.view();
      text += ':';
      embedding::write(each, number, text);
    }
    text += "}/";
    number.number(in.dimensions);
    text += number.view();
    out.finish_large();
    return nullptr;
  }

 private:
  static constexpr fault too_many = "it has more than 16000 numbers that are not zero";
  static fault check(const value& in) {
    if (in.dimensions < 1 || in.dimensions > most_dimensions) return "it has not 1 to 1000000000 dimensions";
    if (in.elements.size() > embedding::most) return too_many;
    std::int32_t last = 0;
    for (const auto& [index, each] : in.elements) {
      if (index <= last || index > in.dimensions) return "its indices do not ascend from 1 to the number of dimensions";
      if (!embedding::finite(each)) return embedding::not_finite;
      if (each == 0) return "it has a zero, which a sparse vector leaves out";
      last = index;
    }
    return nullptr;
  }
};

}  // namespace types
}  // namespace virga
