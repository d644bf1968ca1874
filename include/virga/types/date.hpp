// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/clock.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/iso_time.hpp"

namespace virga::types {

/// A day, 4714-11-24 BC to 5874897-12-31. `infinity` and `-infinity` are `sys_days::max()` and `sys_days::min()`.
/// Source: PostgreSQL manual, "Date/Time Types".
struct date {
  using value = std::chrono::time_point<std::chrono::system_clock, std::chrono::days>;
  static constexpr std::string_view name = "date";
  static constexpr auto family = type_family::time;
  static constexpr bool accepts_text = true;
  /// The last day PostgreSQL holds, in days since 1970-01-01.
  static constexpr std::int64_t last_day = days_from_civil({5874897, 12, 31});

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a date in ISO form";
    iso::reader from(text);
    civil_day day{};
    if (!from.day(day)) {
      std::int64_t end = 0;
      if (!iso::read_infinity(text, end)) return malformed;
      out = end > 0 ? value::max() : value::min();
      return nullptr;
    }
    if (const fault wrong = iso::finish_day(from, day, malformed)) return wrong;
    return from_days(days_from_civil(day), out);
  }
  static constexpr int binary_gain = 50;
  static fault decode_binary(std::string_view bytes, value& out) {
    std::uint32_t bits = 0;
    if (!read_big_endian(bytes, bits)) return "it is not a date of 32 bits";
    const auto days = static_cast<std::int32_t>(bits);
    if (days == std::numeric_limits<std::int32_t>::max())
      out = value::max();
    else if (days == std::numeric_limits<std::int32_t>::min())
      out = value::min();
    else
      return from_days(days + iso::binary_epoch, out);
    return nullptr;
  }

  static fault encode(const value& in, parameter_text& out) {
    char* at = out.small();
    if (in == value::max() || in == value::min()) {
      at = iso::write_text(at, in == value::max() ? "infinity" : "-infinity");
    } else {
      const std::int64_t days = in.time_since_epoch().count();
      if (days < iso::first_day) return "the date is before 4714-11-24 BC, where PostgreSQL begins";
      if (days > last_day) return "the date is after 5874897-12-31, where PostgreSQL ends";
      bool bc = false;
      at = iso::write_day(at, days, bc);
      if (bc) at = iso::write_text(at, " BC");
    }
    out.finish(static_cast<std::size_t>(at - out.small()));
    return nullptr;
  }

 private:
  static fault from_days(std::int64_t days, value& out) {
    if (days < iso::first_day || days > last_day) return "the date is out of range";
    out = value(std::chrono::days(days));
    return nullptr;
  }
};

}  // namespace virga::types

template <>
struct virga::default_type<virga::types::date::value> {
  using type = types::date;
};
