// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace virga::types {

inline constexpr char hex_digits[] = "0123456789abcdef";

struct hex_table {
  signed char of[256];
  constexpr hex_table() : of{} {
    for (signed char& entry : of) entry = -1;
    for (signed char i = 0; i < 10; ++i) of['0' + i] = i;
    for (signed char i = 0; i < 6; ++i) of['a' + i] = of['A' + i] = static_cast<signed char>(10 + i);
  }
};
inline constexpr hex_table hex_values;

/// The value of two hexadecimal digits, negative if either is not one.
inline int hex_byte(char high, char low) {
  const int upper = hex_values.of[static_cast<unsigned char>(high)];
  const int lower = hex_values.of[static_cast<unsigned char>(low)];
  return upper * 16 | lower;  // -1 has all bits set, so either one makes the result negative
}

/// Writes two digits and returns the place after them.
inline char* write_hex_byte(char* at, unsigned char byte) {
  at[0] = hex_digits[byte >> 4];
  at[1] = hex_digits[byte & 15];
  return at + 2;
}

}  // namespace virga::types
