// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <bit>
#include <limits>

#include "virga/types/big_endian.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"

namespace virga::types {

/// Binary floating point of 4 and 8 bytes. Both sides write the shortest text that reads back as the same value,
/// so every finite value, the denormal ones and -0 included, comes back bit for bit, and infinities as themselves;
/// of NaN there is one, as in the server. A number that rounds to infinity, or to zero without being it, is a fault
/// (the server judges alike). The setting extra_float_digits must be 1 or more, as it is by default.
/// Source: PostgreSQL manual, "Floating-Point Types".
template <class Value>
struct floating_point {
  using value = Value;
  static constexpr auto family = type_family::number;
  static constexpr Value infinity = std::numeric_limits<Value>::infinity();

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a number";
    // A number ends in a digit and begins with one; this keeps out the words and forms only from_chars knows.
    if (text.empty() || !digit(text.back())) return decode_word(text, out) ? nullptr : malformed;
    if (!digit(text[0]) && !(text[0] == '-' && digit(text[1]))) return malformed;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (end != text.data() + text.size()) return malformed;
    if (code == std::errc::result_out_of_range) return "the number is out of range";
    return code == std::errc{} ? nullptr : malformed;
  }
  static constexpr int binary_gain = 50;
  static fault decode_binary(std::string_view bytes, value& out) {
    std::conditional_t<sizeof(Value) == 4, std::uint32_t, std::uint64_t> bits{};
    if (!read_big_endian(bytes, bits)) return "it is not a number of this size";
    out = std::bit_cast<Value>(bits);
    if (out != out) out = std::numeric_limits<Value>::quiet_NaN();
    return nullptr;
  }
  static fault encode(value in, parameter_text& out) {
    if (in != in)
      out.refer("NaN", 3);
    else if (in == infinity)
      out.refer("Infinity", 8);
    else if (in == -infinity)
      out.refer("-Infinity", 9);
    else
      out.number(in);
    return nullptr;
  }

 private:
  static bool digit(char character) { return character >= '0' && character <= '9'; }
  static bool decode_word(std::string_view text, value& out) {
    if (text == "NaN")
      out = std::numeric_limits<Value>::quiet_NaN();
    else if (text == "Infinity")
      out = infinity;
    else if (text == "-Infinity")
      out = -infinity;
    else
      return false;
    return true;
  }
};

struct real : floating_point<float> {
  static constexpr std::string_view name = "real";
};
struct double_precision : floating_point<double> {
  static constexpr std::string_view name = "double precision";
};

}  // namespace virga::types

template <>
struct virga::default_type<float> {
  using type = types::real;
};
template <>
struct virga::default_type<double> {
  using type = types::double_precision;
};
