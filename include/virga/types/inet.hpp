// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <array>
#include <compare>
#include <cstdint>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/hex.hpp"

namespace virga {

/// An IPv4 or IPv6 address with the length of its network's prefix. The bytes are in network order; of IPv4 the first
/// four count and the others are 0. A host alone has the whole length: 32 or 128.
///
/// A value and not its text, because one address has many spellings (`::1`, `0:0::1`), of which the server sends
/// another one than it was sent.
struct inet_address {
  enum class version : unsigned char { v4, v6 };

  version family = version::v4;
  std::uint8_t prefix = 32;
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] constexpr std::size_t size() const { return family == version::v4 ? 4 : 16; }
  [[nodiscard]] constexpr unsigned longest_prefix() const { return family == version::v4 ? 32 : 128; }
  /// Whether every bit behind the prefix is 0, as `cidr` demands.
  [[nodiscard]] constexpr bool is_network() const {
    for (unsigned bit = prefix; bit < longest_prefix(); ++bit)
      if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) return false;
    return true;
  }

  friend auto operator<=>(const inet_address&, const inet_address&) = default;
};

namespace types {

namespace internet {

/// A decimal number of one to three digits, without zeros in front; negative where there is none.
inline int read_decimal(std::string_view& text, int most) {
  int value = 0;
  std::size_t size = 0;
  while (size < text.size() && size < 3 && text[size] >= '0' && text[size] <= '9')
    value = value * 10 + text[size++] - '0';
  if (size == 0 || value > most || (size > 1 && text[0] == '0')) return -1;
  text.remove_prefix(size);
  return value;
}
inline bool read_v4(std::string_view& text, std::uint8_t* out) {
  for (int i = 0; i < 4; ++i) {
    if (i != 0) {
      if (!text.starts_with('.')) return false;
      text.remove_prefix(1);
    }
    const int byte = read_decimal(text, 255);
    if (byte < 0) return false;
    out[i] = static_cast<std::uint8_t>(byte);
  }
  return true;
}
/// Groups of one to four digits, `::` at most once, and an IPv4 address for the last two groups or not.
/// Source: RFC 4291, section 2.2.
inline bool read_v6(std::string_view& text, std::array<std::uint8_t, 16>& out) {
  std::size_t filled = 0, gap = 17;
  bool colon = false;  // the last thing read was a colon between two groups
  if (text.starts_with("::")) {
    gap = 0;
    text.remove_prefix(2);
  }
  while (filled < 16) {
    std::size_t digits = 0;
    unsigned group = 0;
    for (; digits < text.size() && digits < 4; ++digits) {
      const int value = hex_values.of[static_cast<unsigned char>(text[digits])];
      if (value < 0) break;
      group = group * 16 + static_cast<unsigned>(value);
    }
    if (digits == 0) break;
    if (digits < text.size() && text[digits] == '.') {
      if (filled > 12 || !read_v4(text, out.data() + filled)) return false;
      filled += 4;
      colon = false;
      break;
    }
    text.remove_prefix(digits);
    out[filled++] = static_cast<std::uint8_t>(group >> 8);
    out[filled++] = static_cast<std::uint8_t>(group & 255);
    colon = false;
    if (text.starts_with("::")) {
      if (gap != 17) return false;
      gap = filled;
      text.remove_prefix(2);
    } else if (text.starts_with(':')) {
      text.remove_prefix(1);
      colon = true;
    } else {
      break;
    }
  }
  if (colon || (gap == 17) != (filled == 16)) return false;
  if (filled == 16) return true;
  const std::size_t behind = filled - gap;
  for (std::size_t i = 0; i < behind; ++i) out[15 - i] = out[filled - 1 - i];
  for (std::size_t i = gap; i < 16 - behind; ++i) out[i] = 0;
  return true;
}

inline char* write_v4(char* at, char* end, const inet_address& in) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (i != 0) *at++ = '.';
    at = std::to_chars(at, end, static_cast<unsigned>(in.bytes[i])).ptr;
  }
  return at;
}
/// The longest run of zero groups, of two or more, as `::`.
inline char* write_v6(char* at, char* end, const inet_address& in) {
  unsigned groups[8];
  for (std::size_t i = 0; i < 8; ++i) groups[i] = unsigned{in.bytes[2 * i]} * 256 + in.bytes[2 * i + 1];
  std::size_t gap = 8, longest = 1;
  for (std::size_t i = 0, run = 0; i < 8; ++i) {
    run = groups[i] == 0 ? run + 1 : 0;
    if (run <= longest) continue;
    longest = run;
    gap = i + 1 - run;
  }
  for (std::size_t i = 0; i < 8;) {
    if (i == gap) {
      *at++ = ':';
      *at++ = ':';
      i += longest;
    } else {
      if (i != 0 && i != gap + longest) *at++ = ':';
      at = std::to_chars(at, end, groups[i++], 16).ptr;
    }
  }
  return at;
}

inline fault decode(std::string_view text, inet_address& out) {
  constexpr fault malformed = "it is not an IPv4 or IPv6 address with an optional prefix length";
  inet_address read;
  std::string_view v4 = text;
  if (read_v4(v4, read.bytes.data())) {
    text = v4;
  } else {
    read.bytes = {};
    read.family = inet_address::version::v6;
    if (!read_v6(text, read.bytes)) return malformed;
  }
  read.prefix = static_cast<std::uint8_t>(read.longest_prefix());
  if (text.starts_with('/')) {
    text.remove_prefix(1);
    const int prefix = read_decimal(text, static_cast<int>(read.longest_prefix()));
    if (prefix < 0) return malformed;
    read.prefix = static_cast<std::uint8_t>(prefix);
  }
  if (!text.empty()) return malformed;
  out = read;
  return nullptr;
}
inline fault encode(const inet_address& in, bool with_prefix, parameter_text& out) {
  if (in.prefix > in.longest_prefix()) return "its prefix is longer than the address";
  for (std::size_t i = in.size(); i < 16; ++i)
    if (in.bytes[i] != 0) return "it is an IPv4 address and has more than four bytes";
  char* at = out.small();
  char* const end = at + parameter_text::capacity;
  at = in.family == inet_address::version::v4 ? write_v4(at, end, in) : write_v6(at, end, in);
  if (with_prefix || in.prefix != in.longest_prefix()) {
    *at++ = '/';
    at = std::to_chars(at, end, static_cast<unsigned>(in.prefix)).ptr;
  }
  out.finish(static_cast<std::size_t>(at - out.small()));
  return nullptr;
}

}  // namespace internet

/// A host, and the network it is in if the prefix is not the whole address.
/// Source: PostgreSQL manual, "inet".
struct inet {
  using value = inet_address;
  static constexpr std::string_view name = "inet";
  static constexpr auto family = type_family::other;
  static constexpr bool accepts_text = true;
  static fault decode(std::string_view text, value& out) { return internet::decode(text, out); }
  static fault encode(const value& in, parameter_text& out) { return internet::encode(in, false, out); }
};

/// A network: no bit behind the prefix is set. A value with one is a fault, as it is in the server.
/// Source: PostgreSQL manual, "cidr".
struct cidr {
  using value = inet_address;
  using extreme = inet;
  static constexpr std::string_view name = "cidr";
  static constexpr auto family = type_family::other;
  static constexpr bool accepts_text = true;
  static constexpr fault not_a_network = "it is no network: a bit behind the prefix is set";

  static fault decode(std::string_view text, value& out) {
    value read;
    if (const fault wrong = internet::decode(text, read)) return wrong;
    if (!read.is_network()) return not_a_network;
    out = read;
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (in.prefix <= in.longest_prefix() && !in.is_network()) return not_a_network;
    return internet::encode(in, true, out);
  }
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<virga::inet_address> {
  using type = types::inet;
};
