// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/clock.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/iso_time.hpp"
#include "virga/types/modifier.hpp"

namespace virga::types {

/// A moment, in microseconds of UTC. Whatever the session's time zone, `decode` follows the offset in the text and
/// `encode` writes `+00`. `infinity` and `-infinity` are `time_point::max()` and `time_point::min()`.
///
/// PostgreSQL holds 4714-11-24 BC to 294276-12-31, the C++ type ends at 294247-01-10 04:00:54.775806: text after
/// that, and values before the first, are faults. A clock of coarser ticks converts by itself; one of finer ticks
/// (`system_clock::now()` has nanoseconds on Linux) must be rounded by the caller, who alone knows which way.
/// Source: PostgreSQL manual, "Date/Time Types".
struct timestamptz {
  using value = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;
  static constexpr std::string_view name = "timestamp with time zone";
  static constexpr auto family = type_family::time;
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    std::int64_t microseconds = 0;
    if (const fault wrong = iso::read_moment(text, true, microseconds)) return wrong;
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
    return iso::write_moment(in.time_since_epoch().count(), true, out);
  }
  static fault exceeds(const value& in, type_modifier column) {
    const std::int64_t microseconds = in.time_since_epoch().count();
    const bool infinite = microseconds == iso::infinity || microseconds == iso::minus_infinity;
    return infinite ? nullptr : exceeds_precision(microseconds, column);
  }
};

}  // namespace virga::types

template <>
struct virga::default_type<virga::types::timestamptz::value> {
  using type = types::timestamptz;
};
