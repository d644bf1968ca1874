// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <vector>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/hex.hpp"

namespace virga::types {

/// Bytes. Sent as `\x` and two digits a byte; read in that form and in the older escape form (`\\` and `\ooo`), which
/// the session setting bytea_output chooses between.
/// Source: PostgreSQL manual, "Binary Data Types".
///
/// A template only so that a file that uses no bytes does not pay for compiling the vector's members.
template <class Byte>
struct byte_string {
  using value = std::vector<Byte>;
  static constexpr auto family = type_family::bytes;
  static constexpr comparisons operators{.extremes = false};  // they are PostgreSQL 18's
  /// The server holds 1 GB, but takes no message above that, and each byte travels as two digits.
  static constexpr std::size_t largest = 0x1fffff00;

  static fault decode(std::string_view text, value& out) {
    return text.starts_with("\\x") ? decode_hex(text.substr(2), out) : decode_escaped(text, out);
  }
  static constexpr int binary_gain = 10;
  static fault decode_binary(std::string_view bytes, value& out) {
    const auto* const first = reinterpret_cast<const Byte*>(bytes.data());
    out.assign(first, first + bytes.size());
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (in.size() > largest) return "it is larger than the 512 MB that can be sent as text";
    std::string& text = out.large();
    text.resize(2 + 2 * in.size());
    char* at = text.data();
    *at++ = '\\';
    *at++ = 'x';
    for (const Byte byte : in) at = write_hex_byte(at, static_cast<unsigned char>(byte));
    out.finish_large();
    return nullptr;
  }

 private:
  static fault decode_hex(std::string_view digits, value& out) {
    if (digits.size() % 2 != 0) return "its hexadecimal digits are not in pairs";
    out.resize(digits.size() / 2);
    const char* at = digits.data();
    for (Byte& to : out) {
      const int byte = hex_byte(at[0], at[1]);
      if (byte < 0) return "it has a character that is not a hexadecimal digit";
      to = static_cast<Byte>(byte);
      at += 2;
    }
    return nullptr;
  }
  static fault decode_escaped(std::string_view text, value& out) {
    out.clear();
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '\\') {
        out.push_back(static_cast<Byte>(text[at]));
        continue;
      }
      const std::string_view escape = text.substr(at + 1, 3);
      if (escape.starts_with('\\')) {
        out.push_back(Byte{'\\'});
        ++at;
      } else if (escape.size() == 3 && escape[0] >= '0' && escape[0] <= '3' && octal(escape[1]) && octal(escape[2])) {
        out.push_back(static_cast<Byte>((escape[0] - '0') * 64 + (escape[1] - '0') * 8 + (escape[2] - '0')));
        at += 3;
      } else {
        return "it has a backslash that begins no escape";
      }
    }
    return nullptr;
  }
  static bool octal(char character) { return character >= '0' && character <= '7'; }
};

struct bytea : byte_string<std::byte> {
  static constexpr std::string_view name = "bytea";
};

}  // namespace virga::types

template <>
struct virga::default_type<virga::types::bytea::value> {
  using type = types::bytea;
};
