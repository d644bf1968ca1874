// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace virga::types {

/// How many of the first bytes are UTF-8 as PostgreSQL takes it: no surrogates, nothing above U+10FFFF, nothing written
/// longer than it need be. All of them, or up to the first character that is none.
/// Source: postgres/src/common/wchar.c, pg_utf8_islegal.
inline std::size_t utf_8_prefix(std::string_view text) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = begin + text.size();
  const auto* at = begin;
  while (at != end) {
    // eight bytes of ASCII at a time
    for (std::uint64_t eight = 0; end - at >= 8; at += 8) {
      std::memcpy(&eight, at, 8);
      if ((eight & 0x8080808080808080U) != 0) break;
    }
    while (at != end && *at < 0x80U) ++at;
    if (at == end) break;
    const unsigned first = at[0];
    const int size = first >= 0xf0U ? 4 : first >= 0xe0U ? 3 : 2;
    if (first < 0xc2U || first > 0xf4U || end - at < size) break;
    bool fine = true;
    for (int i = 1; i < size; ++i) fine = fine && (at[i] & 0xc0U) == 0x80U;
    const unsigned second = at[1];
    if (first == 0xe0U) fine = fine && second >= 0xa0U;
    if (first == 0xedU) fine = fine && second <= 0x9fU;
    if (first == 0xf0U) fine = fine && second >= 0x90U;
    if (first == 0xf4U) fine = fine && second <= 0x8fU;
    if (!fine) break;
    at += size;
  }
  return static_cast<std::size_t>(at - begin);
}

/// How many characters UTF-8 has.
inline std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
  return count;
}

}  // namespace virga::types
