// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/clock.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/iso_time.hpp"
#include "virga/types/modifier.hpp"

namespace virga {

/// A time of day with the offset of a time zone, in seconds east of Greenwich (PostgreSQL's own sign is the opposite).
/// Two are equal when both members are, as in the server; 10:00+02 is another value than 08:00+00.
struct time_with_zone {
  std::chrono::microseconds time{};
  std::chrono::seconds offset{};

  friend bool operator==(const time_with_zone&, const time_with_zone&) = default;
};

namespace types {

namespace iso {

inline constexpr std::int64_t microseconds_per_day = seconds_per_day * microseconds_per_second;
/// Microseconds since midnight, up to and with 24:00:00.
inline fault read_time(reader& from, std::int64_t& out, fault malformed) {
  int hour = 0, minute = 0, second = 0;
  std::int64_t fraction = 0;
  if (!from.clock(hour, minute, second)) return malformed;
  if (from.take('.') && !from.fraction(fraction)) return malformed;
  out = (hour * 3600 + minute * 60 + second) * microseconds_per_second + fraction;
  return minute > 59 || second > 59 || out > microseconds_per_day ? "there is no such time of day" : nullptr;
}
inline fault check_time(std::int64_t microseconds) {
  return microseconds < 0 || microseconds > microseconds_per_day ? "it is not between 00:00:00 and 24:00:00" : nullptr;
}

}  // namespace iso

/// A time of day in no particular zone: microseconds since midnight. 24:00:00 is a time of its own, as in the server.
/// A leap second (23:59:60) the server itself turns into the next minute.
/// Source: PostgreSQL manual, "Times".
struct time {
  using value = std::chrono::microseconds;
  static constexpr std::string_view name = "time without time zone";
  static constexpr auto family = type_family::other;
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a time of day in ISO form";
    iso::reader from(text);
    std::int64_t read = 0;
    if (const fault wrong = iso::read_time(from, read, malformed)) return wrong;
    if (!from.done()) return malformed;
    out = value(read);
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (const fault wrong = iso::check_time(in.count())) return wrong;
    char* const begin = out.small();
    out.finish(static_cast<std::size_t>(iso::write_clock(begin, in.count()) - begin));
    return nullptr;
  }
  static fault exceeds(const value& in, type_modifier column) { return exceeds_precision(in.count(), column); }
};

/// A time of day with its offset, which is less than 16 hours. The server advises against the type: an offset alone
/// does not say on which days it holds.
/// Source: PostgreSQL manual, "Times".
struct timetz {
  using value = time_with_zone;
  static constexpr std::string_view name = "time with time zone";
  static constexpr auto family = type_family::other;
  static constexpr bool accepts_text = true;
  static constexpr std::int64_t largest_offset = 16 * 3600 - 1;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a time of day with time zone in ISO form";
    iso::reader from(text);
    std::int64_t read = 0, offset = 0;
    if (const fault wrong = iso::read_time(from, read, malformed)) return wrong;
    if (!iso::read_offset(from, offset) || !from.done()) return malformed;
    if (offset > largest_offset || offset < -largest_offset) return "its offset is 16 hours or more";
    out.time = std::chrono::microseconds(read);
    out.offset = std::chrono::seconds(offset);
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (const fault wrong = iso::check_time(in.time.count())) return wrong;
    const std::int64_t offset = in.offset.count();
    if (offset > largest_offset || offset < -largest_offset) return "its offset is 16 hours or more";
    char* const begin = out.small();
    char* at = iso::write_clock(begin, in.time.count());
    *at++ = offset < 0 ? '-' : '+';
    const auto size = static_cast<int>(offset < 0 ? -offset : offset);
    at = iso::write_two(at, size / 3600);
    if (size % 3600 != 0) {
      *at++ = ':';
      at = iso::write_two(at, size / 60 % 60);
    }
    if (size % 60 != 0) {
      *at++ = ':';
      at = iso::write_two(at, size % 60);
    }
    out.finish(static_cast<std::size_t>(at - begin));
    return nullptr;
  }
  static fault exceeds(const value& in, type_modifier column) { return exceeds_precision(in.time.count(), column); }
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<virga::time_with_zone> {
  using type = types::timetz;
};
