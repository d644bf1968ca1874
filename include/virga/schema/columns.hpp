// SPDX-License-Identifier: BSL-1.0
//
// The column builders, one a SQL type: `pg::uuid("id")`; those of the types that most tables do without are in
// rare_columns.hpp. What may follow is in definition.hpp.
#pragma once
#include "virga/schema/column_of.hpp"
#include "virga/schema/rare_columns.hpp"
#include "virga/types/types.hpp"

namespace virga::pg {

/// true or false. C++: bool.
template <std::size_t Size>
[[nodiscard]] consteval auto boolean(const char (&name)[Size]) {
  return column_of<types::boolean>(name);
}
/// Whole numbers of 2, 4 and 8 bytes. C++: std::int16_t, std::int32_t, std::int64_t.
template <std::size_t Size>
[[nodiscard]] consteval auto smallint(const char (&name)[Size]) {
  return column_of<types::smallint>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto integer(const char (&name)[Size]) {
  return column_of<types::integer>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto bigint(const char (&name)[Size]) {
  return column_of<types::bigint>(name);
}
/// The same, not null and counted by a sequence where an insert leaves the value out. Newer programs prefer
/// `generated_by_default_as_identity()`. SQL: `smallserial`, `serial`, `bigserial`.
template <std::size_t Size>
[[nodiscard]] consteval auto smallserial(const char (&name)[Size]) {
  return serial_column_of<types::smallint>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto serial(const char (&name)[Size]) {
  return serial_column_of<types::integer>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto bigserial(const char (&name)[Size]) {
  return serial_column_of<types::bigint>(name);
}
/// Floating-point numbers of 4 and 8 bytes. C++: float, double.
template <std::size_t Size>
[[nodiscard]] consteval auto real(const char (&name)[Size]) {
  return column_of<types::real>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto double_precision(const char (&name)[Size]) {
  return column_of<types::double_precision>(name);
}
/// Exact decimal numbers; `precision` digits, `scale` of them after the point. C++: virga::decimal. What the column
/// would round is a `value_error` when it is bound.
template <std::size_t Size>
[[nodiscard]] consteval auto numeric(const char (&name)[Size]) {
  return column_of<types::numeric>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto numeric(const char (&name)[Size], int precision, int scale = 0) {
  return column_of<types::numeric>(
      name, precision < 1 || precision > 1000 || scale < -1000 || scale > 1000 ? impossible_length : precision, scale);
}
/// Text of any length. C++: std::string, UTF-8.
template <std::size_t Size>
[[nodiscard]] consteval auto text(const char (&name)[Size]) {
  return column_of<types::text>(name);
}
/// Text of at most `length` characters. C++: std::string. A longer one is a `value_error` when it is bound.
template <std::size_t Size>
[[nodiscard]] consteval auto varchar(const char (&name)[Size], int length) {
  return column_of<types::varchar>(name, length < 1 || length > 10485760 ? impossible_length : length);
}
template <std::size_t Size>
[[nodiscard]] consteval auto varchar(const char (&name)[Size]) {
  return column_of<types::varchar>(name);
}
/// Text of exactly `length` characters, padded with spaces. C++: std::string.
template <std::size_t Size>
[[nodiscard]] consteval auto character(const char (&name)[Size], int length = 1) {
  return column_of<types::character>(name, length < 1 || length > 10485760 ? impossible_length : length);
}
/// C++: boost::uuids::uuid.
template <std::size_t Size>
[[nodiscard]] consteval auto uuid(const char (&name)[Size]) {
  return column_of<types::uuid>(name);
}
/// A moment, exact to the microsecond, or to `digits` (0 to 6) of a second.
/// C++: std::chrono::sys_time<std::chrono::microseconds>. Run time: `value_error` for a value that is bound to be
/// stored and has more digits: the server would round it. What SQL calculates, `now()` too, it does round.
template <std::size_t Size>
[[nodiscard]] consteval auto timestamptz(const char (&name)[Size]) {
  return column_of<types::timestamptz>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto timestamptz(const char (&name)[Size], int digits) {
  return column_of<types::timestamptz>(name, precision_of(digits));
}
/// C++: std::chrono::sys_days.
template <std::size_t Size>
[[nodiscard]] consteval auto date(const char (&name)[Size]) {
  return column_of<types::date>(name);
}
/// Bytes. C++: std::vector<std::byte>.
template <std::size_t Size>
[[nodiscard]] consteval auto bytea(const char (&name)[Size]) {
  return column_of<types::bytea>(name);
}
/// A JSON document, for now as its text: as it was written, and as the server keeps it to look into. C++: std::string.
template <std::size_t Size>
[[nodiscard]] consteval auto json(const char (&name)[Size]) {
  return column_of<types::json>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto jsonb(const char (&name)[Size]) {
  return column_of<types::jsonb>(name);
}
/// A type of the program's own making: a struct like those in virga/types, as virga/types/codec.hpp describes it.
template <class Type, std::size_t Size>
[[nodiscard]] consteval auto custom(const char (&name)[Size]) {
  constexpr bool is_type = sql_type<Type>;
  static_assert(is_type,
                "virga: custom<Type>(): Type needs value, name, family, decode and encode, as "
                "virga/types/codec.hpp describes them");
  return column_of<Type>(name);
}

}  // namespace virga::pg
