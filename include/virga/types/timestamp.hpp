// SPDX-License-Identifier: BSL-1.0
#pragma once
// `local_time` needs the whole of <chrono>, so this file is not part of virga/types/types.hpp.
#include <chrono>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/iso_time.hpp"
#include "virga/types/modifier.hpp"

namespace virga::types {

/// A reading of calendar and clock in no particular time zone. Range and infinities are those of `timestamptz`.
/// Text with an offset is a fault, not a guess.
/// Source: PostgreSQL manual, "Date/Time Types".
struct timestamp {
  using value = std::chrono::local_time<std::chrono::microseconds>;
  static constexpr std::string_view name = "timestamp without time zone";
  static constexpr auto family = type_family::time;
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    std::int64_t microseconds = 0;
    if (const fault wrong = iso::read_moment(text, false, microseconds)) return wrong;
    out = value(std::chrono::microseconds(microseconds));
    return nullptr;
  }
  static constexpr int binary_gain = 150;
  static fault decode_binary(std::string_view bytes, value& out) {
    std::int64_t microseconds = 0;
    if (const fault wrong = iso::read_binary_moment(bytes, microseconds)) return wrong;
    out = value(std::chrono::microseconds(microseconds));
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    return iso::write_moment(in.time_since_epoch().count(), false, out);
  }
  static fault exceeds(const value& in, type_modifier column) {
    const std::int64_t microseconds = in.time_since_epoch().count();
    const bool infinite = microseconds == iso::infinity || microseconds == iso::minus_infinity;
    return infinite ? nullptr : exceeds_precision(microseconds, column);
  }
};

}  // namespace virga::types

template <>
struct virga::default_type<virga::types::timestamp::value> {
  using type = types::timestamp;
};
