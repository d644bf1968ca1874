// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace virga::types {

/// The number whose bytes, the highest first, are all of `bytes`: how PostgreSQL's binary format writes numbers. False
/// where they are more or fewer.
template <class Unsigned>
[[nodiscard]] inline bool read_big_endian(std::string_view bytes, Unsigned& out) {
  if (bytes.size() != sizeof(Unsigned)) return false;
  std::memcpy(&out, bytes.data(), sizeof(Unsigned));
  if constexpr (std::endian::native == std::endian::little) {
    if constexpr (sizeof(Unsigned) == 2) out = __builtin_bswap16(out);
    else if constexpr (sizeof(Unsigned) == 4) out = __builtin_bswap32(out);
    else out = __builtin_bswap64(out);
  }
  return true;
}

}  // namespace virga::types
