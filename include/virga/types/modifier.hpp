// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "virga/types/codec.hpp"

namespace virga {

namespace pg {

/// What an interval column keeps: everything, or what is at least as large as the last of these units. It does not
/// matter to PostgreSQL that `hour_to_minute` does not speak of months. Source: PostgreSQL manual, "Interval Input".
enum class interval_fields : unsigned char {
  all,
  year,
  month,
  day,
  hour,
  minute,
  second,
  year_to_month,
  day_to_hour,
  day_to_minute,
  day_to_second,
  hour_to_minute,
  hour_to_second,
  minute_to_second
};

}  // namespace pg

/// What a column says of its type in parentheses: varchar(255), numeric(10, 2), timestamp(3). It is no part of the
/// type: it travels with the column, packed into 23 bits, and is looked at where a value is stored in that column.
struct type_modifier {
  /// 0: none. Of times, the digits of a second and one more.
  int length = 0;
  /// The digits of a numeric behind its point; the pg::interval_fields of an interval.
  int scale = 0;

  [[nodiscard]] constexpr bool empty() const { return length == 0 && scale == 0; }
  /// Lengths beyond 4 million are not kept: what is too long for those the server refuses.
  [[nodiscard]] constexpr unsigned packed() const {
    const auto size = static_cast<unsigned>(length);
    if (length < 0 || scale < -1024) return 0;
    if (scale == 0) return size < 1U << 22U ? size << 1U : 0;
    return 1U | size << 1U | static_cast<unsigned>(scale + 1024) << 12U;
  }
  [[nodiscard]] static constexpr type_modifier unpacked(unsigned packed) {
    if ((packed & 1U) == 0) return {static_cast<int>(packed >> 1U), 0};
    return {static_cast<int>(packed >> 1U & 0x7ffU), static_cast<int>(packed >> 12U) - 1024};
  }
};

/// A type of which some values are stored otherwise than they are sent, or refused, where its column has a modifier:
/// `Type::exceeds` says so of a value, as a fault.
template <class Type>
concept modified_type = requires(const typename Type::value& in, type_modifier column) {
  { Type::exceeds(in, column) } -> std::same_as<fault>;
};

/// `varchar(255)`, `numeric(10, 2)[]`, `timestamp(3) with time zone`, `interval day to second(3)`.
inline std::string modified_name(std::string_view type, type_modifier column) {
  std::string name(type);
  if (column.empty()) return name;
  std::size_t at = name.find_first_of(" [");
  if (at == name.npos) at = name.size();
  std::string said;  // made by appending: g++ 12 warns of "(" + std::to_string(…), with -O3 -Wrestrict
  if (!type.starts_with("time") && !type.starts_with("interval")) {
    said.append("(").append(std::to_string(column.length));
    if (column.scale != 0) said.append(", ").append(std::to_string(column.scale));
    return name.insert(at, said.append(")"));
  }
  constexpr std::string_view fields[] = {"",
                                         " year",
                                         " month",
                                         " day",
                                         " hour",
                                         " minute",
                                         " second",
                                         " year to month",
                                         " day to hour",
                                         " day to minute",
                                         " day to second",
                                         " hour to minute",
                                         " hour to second",
                                         " minute to second"};
  said = fields[column.scale];
  if (column.length > 0) said.append("(").append(std::to_string(column.length - 1)).append(")");
  return name.insert(at, said);
}

namespace types {

/// How much of a refused text is told.
inline constexpr std::size_t most_told = 200;

/// Whether microseconds have more digits of a second than a column keeps, which the server would round away.
inline fault exceeds_precision(std::int64_t microseconds, type_modifier column) {
  if (column.length == 0) return nullptr;
  std::int64_t unit = 1000000;
  for (int digits = column.length - 1; digits > 0; --digits) unit /= 10;
  return microseconds % unit == 0 ? nullptr : "it has more digits of a second than the column keeps; round it first";
}

}  // namespace types
}  // namespace virga
