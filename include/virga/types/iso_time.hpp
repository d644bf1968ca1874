// SPDX-License-Identifier: BSL-1.0
//
// The text of dates and times under DateStyle ISO, which the connection must have:
//
//   2024-02-29 23:59:59.999999+05:30      0044-03-15 12:00:00-00:25:21 BC      infinity
//
// Source: PostgreSQL manual, "Date/Time Types"; postgres/src/backend/utils/adt/datetime.c, EncodeDateTime.
#pragma once
#include <cstdint>
#include <limits>

#include "virga/types/big_endian.hpp"
#include "virga/types/calendar.hpp"
#include "virga/types/codec.hpp"

namespace virga::types::iso {

inline constexpr std::int64_t infinity = std::numeric_limits<std::int64_t>::max();
inline constexpr std::int64_t minus_infinity = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t seconds_per_day = 86400;
inline constexpr std::int64_t microseconds_per_second = 1000000;
/// 4714-11-24 BC, day 0 of the Julian day count, is the first that PostgreSQL's dates and timestamps hold.
inline constexpr std::int64_t first_day = days_from_civil({-4713, 11, 24});

/// Reads forward through a text and never past its end. A function that returns false may have moved.
class reader {
 public:
  explicit reader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool done() const { return at_ == end_; }
  bool take(char expected) {
    if (at_ == end_ || *at_ != expected) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view expected) {
    if (static_cast<std::size_t>(end_ - at_) < expected.size() || std::string_view(at_, expected.size()) != expected)
      return false;
    at_ += expected.size();
    return true;
  }
  bool two_digits(int& out) {
    bool fine = end_ - at_ >= 2;
    if (fine) out = pair(0, fine);
    at_ += fine ? 2 : 0;
    return fine;
  }
  /// At least `least` digits, at most `most`; returns how many there were, 0 if they do not fit.
  int digits(int least, int most, std::int64_t& out) {
    std::int64_t value = 0;
    int count = 0;
    while (at_ + count != end_ && digit(at_[count]) <= 9) {
      if (count == most) return 0;
      value = value * 10 + digit(at_[count++]);
    }
    if (count < least) return 0;
    at_ += count;
    out = value;
    return count;
  }
  /// One to six digits behind a point, as millionths.
  bool fraction(std::int64_t& out) {
    int count = digits(1, 6, out);
    if (count == 0) return false;
    for (; count < 6; ++count) out *= 10;
    return true;
  }
  /// `YYYY-MM-DD`, the year of up to seven digits.
  bool day(civil_day& out) {
    if (end_ - at_ < 10) return false;
    bool fine = true;
    if (at_[4] == '-') {
      out.year = pair(0, fine) * 100 + pair(2, fine);
      at_ += 4;
    } else if (digits(5, 7, out.year) == 0) {
      return false;
    }
    if (end_ - at_ < 6) return false;
    out.month = pair(1, fine);
    out.day = pair(4, fine);
    fine = fine && at_[0] == '-' && at_[3] == '-';
    at_ += 6;
    return fine;
  }
  /// `HH:MM:SS`
  bool clock(int& hour, int& minute, int& second) {
    if (end_ - at_ < 8) return false;
    bool fine = at_[2] == ':' && at_[5] == ':';
    hour = pair(0, fine);
    minute = pair(3, fine);
    second = pair(6, fine);
    at_ += 8;
    return fine;
  }

 private:
  static unsigned digit(char character) { return static_cast<unsigned char>(character) - unsigned{'0'}; }
  // Two digits from `offset` on, which must be there; `fine` turns false if one is none.
  [[nodiscard]] int pair(int offset, bool& fine) const {
    const unsigned tens = digit(at_[offset]), ones = digit(at_[offset + 1]);
    fine = fine && tens <= 9 && ones <= 9;
    return static_cast<int>(tens * 10 + ones);
  }

  const char* at_;
  const char* end_;
};

/// `infinity` and `-infinity` as the ends of the 64-bit range.
inline bool read_infinity(std::string_view text, std::int64_t& out) {
  if (text == "infinity")
    out = infinity;
  else if (text == "-infinity")
    out = minus_infinity;
  else
    return false;
  return true;
}

/// The ` BC` at the end of the text, and the check that the fields make a day.
inline fault finish_day(reader& from, civil_day& day, fault malformed) {
  constexpr fault none = "there is no such day in the calendar";
  if (day.year == 0) return none;
  if (!from.done()) {
    if (!(from.take(' ') && from.take('B') && from.take('C') && from.done())) return malformed;
    day.year = 1 - day.year;
  }
  if (day.month < 1 || day.month > 12 || day.day < 1) return none;
  if (day.day > 28 && day.day > days_in_month(day.year, day.month)) return none;
  return nullptr;
}

/// `+05`, `+05:30`, `-00:25:21`: seconds east of Greenwich. A POSIX time zone can be 167 hours away.
inline bool read_offset(reader& from, std::int64_t& seconds) {
  const bool west = from.take('-');
  if (!west && !from.take('+')) return false;
  std::int64_t hours = 0;
  int minutes = 0, rest = 0;
  const int count = from.digits(2, 3, hours);
  if (count == 0 || (count == 3 && hours < 100)) return false;  // the server reads +011 as eleven minutes
  if (from.take(':') && !from.two_digits(minutes)) return false;
  if (from.take(':') && !from.two_digits(rest)) return false;
  if (hours > 167 || minutes > 59 || rest > 59) return false;
  seconds = hours * 3600 + minutes * 60 + rest;
  if (west) seconds = -seconds;
  return true;
}

inline constexpr fault too_late =
    "the timestamp is after 294247-01-10 04:00:54.775806, the last that std::chrono holds in microseconds";

/// Microseconds since 1970-01-01 00:00:00, of UTC if the text has an offset (`with_zone`), else of no zone.
/// Between day and time stands a space, or the `T` of PostgreSQL's JSON functions.
inline fault read_moment(std::string_view text, bool with_zone, std::int64_t& out) {
  const fault malformed = with_zone ? "it is not a timestamp with time zone in ISO form"
                                    : "it is not a timestamp without time zone in ISO form";
  reader from(text);
  civil_day day{};
  if (!from.day(day)) return read_infinity(text, out) ? nullptr : malformed;
  int hour = 0, minute = 0, second = 0;
  if (!from.take(' ') && !from.take('T')) return malformed;
  if (!from.clock(hour, minute, second)) return malformed;
  std::int64_t fraction = 0;
  if (from.take('.') && !from.fraction(fraction)) return malformed;
  std::int64_t offset = 0;
  if (with_zone && !read_offset(from, offset)) return malformed;
  if (const fault wrong = finish_day(from, day, malformed)) return wrong;
  if (hour > 23 || minute > 59 || second > 59) return "there is no such time of day";
  const std::int64_t seconds = days_from_civil(day) * seconds_per_day + hour * 3600 + minute * 60 + second - offset;
  // PostgreSQL goes on for thirty years after 64-bit microseconds since 1970 have ended.
  constexpr std::int64_t last = infinity / microseconds_per_second;
  constexpr std::int64_t last_fraction = infinity % microseconds_per_second;
  if (seconds < first_day * seconds_per_day) return "the timestamp is out of range";
  if (seconds > last || (seconds == last && fraction >= last_fraction)) return too_late;
  out = seconds * microseconds_per_second + fraction;
  return nullptr;
}

/// 2000-01-01, where PostgreSQL's binary dates and timestamps begin, in days since 1970-01-01.
inline constexpr std::int64_t binary_epoch = days_from_civil({2000, 1, 1});

/// The same as `read_moment`, from binary format: microseconds since 2000-01-01.
inline fault read_binary_moment(std::string_view bytes, std::int64_t& out) {
  std::uint64_t bits = 0;
  if (!read_big_endian(bytes, bits)) return "it is not a timestamp of 64 bits";
  out = static_cast<std::int64_t>(bits);
  if (out == infinity || out == minus_infinity) return nullptr;
  constexpr std::int64_t epoch = binary_epoch * seconds_per_day * microseconds_per_second;
  if (out >= infinity - epoch) return too_late;
  out += epoch;
  return nullptr;
}

inline char* write_two(char* at, int value) {
  at[0] = static_cast<char>('0' + value / 10);
  at[1] = static_cast<char>('0' + value % 10);
  return at + 2;
}

inline char* write_text(char* at, std::string_view text) {
  for (const char character : text) *at++ = character;
  return at;
}

/// Millionths as `.5`, without zeros at the end; nothing for none.
inline char* write_fraction(char* at, int fraction) {
  if (fraction != 0) *at++ = '.';
  for (int unit = 100000; fraction != 0; unit /= 10) {
    *at++ = static_cast<char>('0' + fraction / unit);
    fraction %= unit;
  }
  return at;
}

/// `23:59:59.5`, from microseconds since midnight.
inline char* write_clock(char* at, std::int64_t microseconds) {
  const auto second = static_cast<int>(microseconds / microseconds_per_second);
  at = write_two(at, second / 3600);
  *at++ = ':';
  at = write_two(at, second / 60 % 60);
  *at++ = ':';
  at = write_two(at, second % 60);
  return write_fraction(at, static_cast<int>(microseconds % microseconds_per_second));
}

/// `2024-02-29`; `bc` says whether the text must end in ` BC`.
inline char* write_day(char* at, std::int64_t days, bool& bc) {
  const civil_day day = civil_from_days(days);
  bc = day.year <= 0;
  const std::int64_t year = bc ? 1 - day.year : day.year;
  for (std::int64_t unit = year > 9999 ? 1000000 : 1000; unit != 0; unit /= 10)
    if (unit <= 1000 || year >= unit) *at++ = static_cast<char>('0' + year / unit % 10);
  *at++ = '-';
  at = write_two(at, day.month);
  *at++ = '-';
  return write_two(at, day.day);
}

/// The inverse of `read_moment`, in UTC.
inline fault write_moment(std::int64_t in, bool with_zone, parameter_text& out) {
  char* at = out.small();
  if (in == infinity || in == minus_infinity) {
    at = write_text(at, in == infinity ? "infinity" : "-infinity");
  } else {
    constexpr std::int64_t day_length = seconds_per_day * microseconds_per_second;
    if (in < first_day * day_length) return "the timestamp is before 4714-11-24 BC, where PostgreSQL begins";
    std::int64_t days = in / day_length;
    std::int64_t rest = in % day_length;
    if (rest < 0) {
      --days;
      rest += day_length;
    }
    bool bc = false;
    at = write_day(at, days, bc);
    *at++ = ' ';
    at = write_clock(at, rest);
    if (with_zone) at = write_text(at, "+00");
    if (bc) at = write_text(at, " BC");
  }
  out.finish(static_cast<std::size_t>(at - out.small()));
  return nullptr;
}

}  // namespace virga::types::iso
