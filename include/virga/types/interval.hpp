// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>
#include <limits>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/iso_time.hpp"
#include "virga/types/modifier.hpp"

namespace virga {

/// A span of time in PostgreSQL's three units, none of which is a fixed number of another: a month has 28 to 31 days,
/// a day 23 to 25 hours. The signs may differ. Two intervals are equal when all three units are; the server's `=` takes
/// a month for 30 days and a day for 24 hours.
struct interval {
  std::int32_t months = 0, days = 0;
  std::int64_t microseconds = 0;

  /// Infinitely long; servers before PostgreSQL 17 refuse it.
  [[nodiscard]] static constexpr interval infinity() { return ends<std::numeric_limits<std::int32_t>::max()>(); }
  [[nodiscard]] static constexpr interval minus_infinity() { return ends<std::numeric_limits<std::int32_t>::min()>(); }

  friend bool operator==(const interval&, const interval&) = default;

 private:
  // As the server keeps them.
  template <std::int32_t End>
  static constexpr interval ends() {
    interval out;
    out.months = out.days = End;
    using wide = std::numeric_limits<std::int64_t>;
    out.microseconds = End > 0 ? wide::max() : wide::min();
    return out;
  }
};

namespace types {

/// Months, days and microseconds, each over its whole range. Read in the styles `postgres` (the default) and
/// `iso_8601` of the session setting IntervalStyle, the others are refused; written in ISO 8601, which means the same
/// under every setting. An interval whose three units are all the largest (or smallest) is the infinite one of
/// PostgreSQL 17: finite text of that value, which older servers can write, is refused. Source: PostgreSQL manual,
/// "Interval Input", "Interval Output"; postgres/src/backend/utils/adt/datetime.c, EncodeInterval.
struct interval {
  using value = virga::interval;
  static constexpr std::string_view name = "interval";
  static constexpr auto family = type_family::other;
  static constexpr bool accepts_text = true;

  static fault decode(std::string_view text, value& out) {
    if (text == "infinity" || text == "-infinity") {
      out = text[0] == '-' ? value::minus_infinity() : value::infinity();
      return nullptr;
    }
    total sum;
    const bool iso = !text.empty() && text[0] == 'P';
    if (!(iso ? read_iso(text.substr(1), sum) : read_postgres(text, sum)))
      return sum.overflow ? out_of_range : "it is not an interval in the style postgres or iso_8601";
    if (sum.overflow) return out_of_range;
    using narrow = std::numeric_limits<std::int32_t>;
    for (const std::int64_t unit : {sum.months, sum.days})
      if (unit < narrow::min() || unit > narrow::max()) return out_of_range;
    value read;
    read.months = static_cast<std::int32_t>(sum.months);
    read.days = static_cast<std::int32_t>(sum.days);
    read.microseconds = sum.microseconds;
    if (read == value::infinity() || read == value::minus_infinity())
      return "it is the finite interval that PostgreSQL 17 and later take for infinity";
    out = read;
    return nullptr;
  }

  static fault encode(const value& in, parameter_text& out) {
    char* const begin = out.small();
    char* at = begin;
    if (in == value::infinity() || in == value::minus_infinity()) {
      at = iso::write_text(at, in.months > 0 ? "infinity" : "-infinity");
    } else {
      char* const end = begin + parameter_text::capacity;
      const auto part = [&](std::int64_t number, char unit) {
        if (number == 0) return;
        at = std::to_chars(at, end, number).ptr;
        *at++ = unit;
      };
      *at++ = 'P';
      part(in.months, 'M');
      part(in.days, 'D');
      if (in.microseconds != 0 || at == begin + 1) {
        *at++ = 'T';
        const std::int64_t seconds = in.microseconds / iso::microseconds_per_second;
        // Small seconds, because the server reads their fraction with the precision of a double.
        part(seconds / 3600, 'H');
        part(seconds / 60 % 60, 'M');
        const auto fraction = static_cast<int>(in.microseconds % iso::microseconds_per_second);
        const auto rest = static_cast<int>(seconds % 60);
        if (rest != 0 || fraction != 0 || at[-1] == 'T') {
          if (in.microseconds < 0) *at++ = '-';
          at = std::to_chars(at, end, rest < 0 ? -rest : rest).ptr;
          at = iso::write_fraction(at, fraction < 0 ? -fraction : fraction);
          *at++ = 'S';
        }
      }
    }
    out.finish(static_cast<std::size_t>(at - begin));
    return nullptr;
  }
  static fault exceeds(const value& in, type_modifier column) {
    if (in == value::infinity() || in == value::minus_infinity()) return nullptr;
    const auto smallest = smallest_unit(static_cast<pg::interval_fields>(column.scale));
    const bool kept = (smallest > unit::year || in.months % 12 == 0) && (smallest > unit::month || in.days == 0) &&
                      (smallest > unit::day || in.microseconds == 0) &&
                      (smallest > unit::hour || in.microseconds % 3600000000 == 0) &&
                      (smallest > unit::minute || in.microseconds % 60000000 == 0);
    return kept ? exceeds_precision(in.microseconds, column)
                : "it has units that are smaller than those the column keeps";
  }

 private:
  enum class unit : unsigned char { year, month, day, hour, minute, second };
  static constexpr unit smallest_unit(pg::interval_fields fields) {
    switch (fields) {
      case pg::interval_fields::year:
        return unit::year;
      case pg::interval_fields::month:
      case pg::interval_fields::year_to_month:
        return unit::month;
      case pg::interval_fields::day:
        return unit::day;
      case pg::interval_fields::hour:
      case pg::interval_fields::day_to_hour:
        return unit::hour;
      case pg::interval_fields::minute:
      case pg::interval_fields::day_to_minute:
      case pg::interval_fields::hour_to_minute:
        return unit::minute;
      default:
        return unit::second;
    }
  }

  static constexpr fault out_of_range = "the interval is out of range";

  /// The units while they are read, and whether one has left 64 bits.
  struct total {
    std::int64_t months = 0, days = 0, microseconds = 0;
    bool overflow = false;

    /// Adds `count` times `factor`, of which the sign is apart because the smallest number has no positive.
    void add(std::int64_t total::*unit, std::int64_t count, std::int64_t factor, bool negative) {
      std::int64_t product = 0, sum = 0;
      const bool fits = !__builtin_mul_overflow(count, negative ? -factor : factor, &product) &&
                        !__builtin_add_overflow(this->*unit, product, &sum);
      if (fits) this->*unit = sum;
      overflow = overflow || !fits;
    }
    void add_time(std::int64_t count, std::int64_t seconds, bool negative) {
      add(&total::microseconds, count, seconds * iso::microseconds_per_second, negative);
    }
  };

  /// `1 year -2 mons +3 days -04:05:06.789`, each part at most once and in this order.
  static bool read_postgres(std::string_view text, total& sum) {
    constexpr struct {
      std::string_view name;
      std::int64_t total::*unit;
      std::int64_t factor;
    } units[] = {{"year", &total::months, 12}, {"mon", &total::months, 1}, {"day", &total::days, 1}};
    iso::reader from(text);
    for (std::size_t next = 0;;) {
      const bool negative = from.take('-');
      if (!negative) (void)from.take('+');
      std::int64_t count = 0;
      if (from.digits(1, 18, count) == 0) return false;
      if (from.take(':')) {
        // The time of day is the last part.
        int minute = 0, second = 0;
        std::int64_t fraction = 0;
        if (!from.two_digits(minute) || !from.take(':') || !from.two_digits(second) || minute > 59 || second > 59)
          return false;
        if (from.take('.') && !from.fraction(fraction)) return false;
        sum.add_time(count, 3600, negative);
        sum.add_time(minute * 60 + second, 1, negative);
        sum.add(&total::microseconds, fraction, 1, negative);
        return from.done();
      }
      if (!from.take(' ')) return false;
      while (next != 3 && !from.take(units[next].name)) ++next;
      if (next == 3) return false;
      (void)from.take('s');
      sum.add(units[next].unit, count, units[next].factor, negative);
      ++next;
      if (from.done()) return true;
      if (!from.take(' ')) return false;
    }
  }

  /// `1Y-2M3DT4H5M6.789S`, what follows the P; each part at most once and in this order.
  static bool read_iso(std::string_view text, total& sum) {
    constexpr std::string_view date_units = "YMD", time_units = "HMS";
    iso::reader from(text);
    bool in_time = false;
    std::string_view left = date_units;
    do {
      if (!in_time && from.take('T')) {
        in_time = true;
        left = time_units;
      }
      const bool negative = from.take('-');
      std::int64_t count = 0, fraction = 0;
      if (from.digits(1, 18, count) == 0) return false;
      const bool has_fraction = in_time && from.take('.');
      if (has_fraction && !from.fraction(fraction)) return false;
      std::size_t unit = 0;
      while (unit != left.size() && !from.take(left[unit])) ++unit;
      if (unit == left.size()) return false;
      const char which = left[unit];
      left.remove_prefix(unit + 1);
      if (has_fraction && which != 'S') return false;
      if (in_time) {
        sum.add_time(count, which == 'H' ? 3600 : which == 'M' ? 60 : 1, negative);
        sum.add(&total::microseconds, fraction, 1, negative);
      } else if (which == 'D') {
        sum.add(&total::days, count, 1, negative);
      } else {
        sum.add(&total::months, count, which == 'Y' ? 12 : 1, negative);
      }
    } while (!from.done());
    return true;
  }
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<virga::interval> {
  using type = types::interval;
};
