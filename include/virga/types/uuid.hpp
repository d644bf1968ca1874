// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <boost/uuid/uuid.hpp>

#include "virga/core/error.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/hex.hpp"

// Boost.UUID's own text functions are left alone: their headers cost several times the type's, and their reader
// accepts other forms than the server does.
namespace virga {

namespace types {

/// Where the bytes are in the usual form, 8-4-4-4-12.
inline constexpr unsigned char uuid_places[16] = {0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};

inline bool read_usual_uuid(const char* at, unsigned char* out) {
  int seen = 0;
  for (int i = 0; i < 16; ++i) {
    const int byte = hex_byte(at[uuid_places[i]], at[uuid_places[i] + 1]);
    seen |= byte;
    out[i] = static_cast<unsigned char>(byte);
  }
  return seen >= 0;
}

inline bool read_any_uuid(const char* at, const char* end, unsigned char* out) {
  const bool braces = at != end && *at == '{';
  if (braces) ++at;
  for (int i = 0; i < 16; ++i, at += 2) {
    if (i != 0 && i % 2 == 0 && at != end && *at == '-') ++at;
    if (end - at < 2) return false;
    const int byte = hex_byte(at[0], at[1]);
    if (byte < 0) return false;
    out[i] = static_cast<unsigned char>(byte);
  }
  if (braces && (at == end || *at++ != '}')) return false;
  return at == end;
}

}  // namespace types

/// Reads every form the server accepts: 32 hexadecimal digits of either case, a hyphen or none after each group of
/// four, all in braces or not. `out` is left as it was on a fault.
/// Source: PostgreSQL manual, "UUID Type".
inline fault parse_uuid(std::string_view text, boost::uuids::uuid& out) {
  const char* at = text.data();
  unsigned char bytes[16];
  const bool usual = text.size() == 36 && at[8] == '-' && at[13] == '-' && at[18] == '-' && at[23] == '-';
  if (!(usual ? types::read_usual_uuid(at, bytes) : types::read_any_uuid(at, at + text.size(), bytes)))
    return "it is not a UUID";
  // `data` is an array up to Boost 1.85 and a class after; the iterators have always been there.
  const unsigned char* from = bytes;
  for (auto& byte : out) byte = *from++;
  return nullptr;
}

/// The UUID written in `text`; throws `virga::error` if there is none.
[[nodiscard]] inline boost::uuids::uuid uuid_from(std::string_view text) {
  boost::uuids::uuid out{};
  if (parse_uuid(text, out) != nullptr)
    throw error("virga: the text is not a UUID: 32 hexadecimal digits, with or without hyphens and braces, are needed");
  return out;
}

namespace types {
/// Writes the 36 characters of the usual form, in lower case as the server does.
inline void write_uuid(const boost::uuids::uuid& in, char* at) {
  int written = 0;
  for (const auto byte : in) {
    if (written == 4 || written == 6 || written == 8 || written == 10) *at++ = '-';
    at = write_hex_byte(at, byte);
    ++written;
  }
}
}  // namespace types

[[nodiscard]] inline std::string to_string(const boost::uuids::uuid& in) {
  std::string out(36, '\0');
  types::write_uuid(in, out.data());
  return out;
}

namespace types {

/// 16 bytes; any version and variant, as in the server.
struct uuid {
  using value = boost::uuids::uuid;
  static constexpr std::string_view name = "uuid";
  static constexpr auto family = type_family::uuid;
  static constexpr comparisons operators{.extremes = false};
  static constexpr bool accepts_text = true;
  static fault decode(std::string_view text, value& out) { return parse_uuid(text, out); }
  static constexpr int binary_gain = 120;
  static fault decode_binary(std::string_view bytes, value& out) {
    if (bytes.size() != 16) return "it is not a UUID";
    const char* from = bytes.data();
    for (auto& byte : out) byte = static_cast<unsigned char>(*from++);
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    write_uuid(in, out.small());
    out.finish(36);
    return nullptr;
  }
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<boost::uuids::uuid> {
  using type = types::uuid;
};
