// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <array>
#include <compare>
#include <cstdint>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/hex.hpp"

namespace virga {

/// A hardware address of 6 (EUI-48) or 8 (EUI-64) bytes, in the order they are written.
template <std::size_t Size>
struct hardware_address {
  std::array<std::uint8_t, Size> bytes{};

  friend auto operator<=>(const hardware_address&, const hardware_address&) = default;
};
using mac_address = hardware_address<6>;
using mac_address_8 = hardware_address<8>;

namespace types {

/// Read and written in the server's form, `08:00:2b:01:02:03`, with digits of either case.
/// Source: PostgreSQL manual, "macaddr", "macaddr8".
template <std::size_t Size>
struct hardware_address_text {
  using value = hardware_address<Size>;
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = Size == 6 ? "it is not six pairs of hexadecimal digits with colons between them"
                                          : "it is not eight pairs of hexadecimal digits with colons between them";
    if (text.size() != 3 * Size - 1) return malformed;
    value read;
    for (std::size_t i = 0; i < Size; ++i) {
      const int byte = hex_byte(text[3 * i], text[3 * i + 1]);
      if (byte < 0 || (i + 1 != Size && text[3 * i + 2] != ':')) return malformed;
      read.bytes[i] = static_cast<std::uint8_t>(byte);
    }
    out = read;
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    char* at = out.small();
    for (const std::uint8_t byte : in.bytes) {
      at = write_hex_byte(at, byte);
      *at++ = ':';
    }
    out.finish(3 * Size - 1);
    return nullptr;
  }
};

struct macaddr : hardware_address_text<6> {
  static constexpr std::string_view name = "macaddr";
};
/// An address of six bytes cast to it becomes one of eight in the server, with ff:fe in the middle.
struct macaddr8 : hardware_address_text<8> {
  static constexpr std::string_view name = "macaddr8";
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<virga::mac_address> {
  using type = types::macaddr;
};
template <>
struct virga::default_type<virga::mac_address_8> {
  using type = types::macaddr8;
};
