// SPDX-License-Identifier: BSL-1.0
//
// The column builders, one a SQL type: `pg::uuid("id")`. What may follow is in definition.hpp.
#pragma once
#include "virga/schema/definition.hpp"
#include "virga/types/types.hpp"

namespace virga {

namespace types {
// Complete with the header of the same name, "virga/types/timestamp.hpp"; "virga/types/all.hpp" has them all.
struct timestamp;
struct time;
struct timetz;
struct interval;
struct inet;
struct cidr;
struct macaddr;
struct macaddr8;
struct money;
struct xml;
struct tsvector;
struct tsquery;
struct oid;
struct pg_lsn;
struct citext;
struct ltree;
struct hstore;
struct bit;
struct varbit;
struct int4range;
struct int8range;
struct numrange;
struct daterange;
struct tstzrange;
struct tsrange;
struct int4multirange;
struct int8multirange;
struct nummultirange;
struct datemultirange;
struct tstzmultirange;
struct tsmultirange;
struct point;
struct line;
struct lseg;
struct box;
struct path;
struct polygon;
struct circle;
template <class Enum>
struct enumeration;
}  // namespace types

namespace pg {

/// A length that PostgreSQL does not take; the table that has such a column says so (schema/modes.hpp).
inline constexpr int impossible_length = -1;

template <class Type, std::size_t Size>
consteval auto column_of(const char (&name)[Size], int length = 0, int scale = 0) {
  static_assert(Size > 1, "virga: a column needs a name");
  static_assert(Size <= 64, "virga: PostgreSQL cuts names after 63 bytes; give the column a shorter one");
  schema::column_definition<Type, Size> definition;
  definition.name = fixed_string<Size>(name);
  definition.length = length;
  definition.scale = scale;
  return definition;
}

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
/// Floating-point numbers of 4 and 8 bytes. C++: float, double.
template <std::size_t Size>
[[nodiscard]] consteval auto real(const char (&name)[Size]) {
  return column_of<types::real>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto double_precision(const char (&name)[Size]) {
  return column_of<types::double_precision>(name);
}
/// Exact decimal numbers; `precision` digits, `scale` of them after the point. C++: virga::decimal.
template <std::size_t Size>
[[nodiscard]] consteval auto numeric(const char (&name)[Size]) {
  return column_of<types::numeric>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto numeric(const char (&name)[Size], int precision, int scale = 0) {
  return column_of<types::numeric>(name, precision < 1 || precision > 1000 ? impossible_length : precision, scale);
}
/// Text of any length. C++: std::string, UTF-8.
template <std::size_t Size>
[[nodiscard]] consteval auto text(const char (&name)[Size]) {
  return column_of<types::text>(name);
}
/// Text of at most `length` characters. C++: std::string.
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
/// A moment, exact to the microsecond. C++: std::chrono::sys_time<std::chrono::microseconds>.
template <std::size_t Size>
[[nodiscard]] consteval auto timestamptz(const char (&name)[Size]) {
  return column_of<types::timestamptz>(name);
}
/// A date and a time of day of no particular zone. C++: std::chrono::local_time<std::chrono::microseconds>; include
/// "virga/types/timestamp.hpp" (virga/pqxx.hpp does).
template <std::size_t Size>
[[nodiscard]] consteval auto timestamp(const char (&name)[Size]) {
  return column_of<types::timestamp>(name);
}
/// C++: std::chrono::sys_days.
template <std::size_t Size>
[[nodiscard]] consteval auto date(const char (&name)[Size]) {
  return column_of<types::date>(name);
}
/// A time of day, without and with the offset of a time zone. C++: std::chrono::microseconds since midnight,
/// virga::time_with_zone; include "virga/types/time.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto time(const char (&name)[Size]) {
  return column_of<types::time>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto timetz(const char (&name)[Size]) {
  return column_of<types::timetz>(name);
}
/// A span of months, days and microseconds. C++: virga::interval; include "virga/types/interval.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto interval(const char (&name)[Size]) {
  return column_of<types::interval>(name);
}
/// Bytes. C++: std::vector<std::byte>.
template <std::size_t Size>
[[nodiscard]] consteval auto bytea(const char (&name)[Size]) {
  return column_of<types::bytea>(name);
}
/// A JSON document, for now as its text. C++: std::string.
template <std::size_t Size>
[[nodiscard]] consteval auto jsonb(const char (&name)[Size]) {
  return column_of<types::jsonb>(name);
}
/// An IPv4 or IPv6 host, and its network. C++: virga::inet_address; include "virga/types/inet.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto inet(const char (&name)[Size]) {
  return column_of<types::inet>(name);
}
/// A network. C++: virga::inet_address; include "virga/types/inet.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto cidr(const char (&name)[Size]) {
  return column_of<types::cidr>(name);
}
/// Hardware addresses of 6 and 8 bytes. C++: virga::mac_address, virga::mac_address_8; include
/// "virga/types/macaddr.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto macaddr(const char (&name)[Size]) {
  return column_of<types::macaddr>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto macaddr8(const char (&name)[Size]) {
  return column_of<types::macaddr8>(name);
}
/// An amount, as the server's text. C++: std::string; include "virga/types/money.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto money(const char (&name)[Size]) {
  return column_of<types::money>(name);
}
/// C++: std::string; include "virga/types/xml.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto xml(const char (&name)[Size]) {
  return column_of<types::xml>(name);
}
/// Lexemes, and what is searched for among them. C++: std::string; include "virga/types/tsvector.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto tsvector(const char (&name)[Size]) {
  return column_of<types::tsvector>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto tsquery(const char (&name)[Size]) {
  return column_of<types::tsquery>(name);
}
/// C++: std::uint32_t; include "virga/types/oid.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto oid(const char (&name)[Size]) {
  return column_of<types::oid>(name);
}
/// A place in the write-ahead log. C++: std::uint64_t; include "virga/types/pg_lsn.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto pg_lsn(const char (&name)[Size]) {
  return column_of<types::pg_lsn>(name);
}
/// Text compared without regard to case, of the extension citext. C++: std::string; include "virga/types/citext.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto citext(const char (&name)[Size]) {
  return column_of<types::citext>(name);
}
/// A path in a tree, of the extension ltree. C++: std::string; include "virga/types/ltree.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto ltree(const char (&name)[Size]) {
  return column_of<types::ltree>(name);
}
/// Keys with texts, of the extension hstore. C++: a std::map; include "virga/types/hstore.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto hstore(const char (&name)[Size]) {
  return column_of<types::hstore>(name);
}
/// Exactly `length` bits, at most `length` bits, any number of bits. C++: std::vector<bool>; include
/// "virga/types/bit.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto bit(const char (&name)[Size], int length = 1) {
  return column_of<types::bit>(name, length < 1 || length > 83886080 ? impossible_length : length);
}
template <std::size_t Size>
[[nodiscard]] consteval auto varbit(const char (&name)[Size], int length) {
  return column_of<types::varbit>(name, length < 1 || length > 83886080 ? impossible_length : length);
}
template <std::size_t Size>
[[nodiscard]] consteval auto varbit(const char (&name)[Size]) {
  return column_of<types::varbit>(name);
}
/// Figures of the plane. C++: virga::point, line, line_segment, box, path, polygon, circle; include
/// "virga/types/geometry.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto point(const char (&name)[Size]) {
  return column_of<types::point>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto line(const char (&name)[Size]) {
  return column_of<types::line>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto lseg(const char (&name)[Size]) {
  return column_of<types::lseg>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto box(const char (&name)[Size]) {
  return column_of<types::box>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto path(const char (&name)[Size]) {
  return column_of<types::path>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto polygon(const char (&name)[Size]) {
  return column_of<types::polygon>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto circle(const char (&name)[Size]) {
  return column_of<types::circle>(name);
}
/// Ranges, and lists of ranges. C++: virga::range<T>, std::vector<virga::range<T>>; include "virga/types/range.hpp", or
/// "virga/types/timestamp_range.hpp" for the ranges of timestamps without time zone.
template <std::size_t Size>
[[nodiscard]] consteval auto int4range(const char (&name)[Size]) {
  return column_of<types::int4range>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto int8range(const char (&name)[Size]) {
  return column_of<types::int8range>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto numrange(const char (&name)[Size]) {
  return column_of<types::numrange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto daterange(const char (&name)[Size]) {
  return column_of<types::daterange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto tstzrange(const char (&name)[Size]) {
  return column_of<types::tstzrange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto tsrange(const char (&name)[Size]) {
  return column_of<types::tsrange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto int4multirange(const char (&name)[Size]) {
  return column_of<types::int4multirange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto int8multirange(const char (&name)[Size]) {
  return column_of<types::int8multirange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto nummultirange(const char (&name)[Size]) {
  return column_of<types::nummultirange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto datemultirange(const char (&name)[Size]) {
  return column_of<types::datemultirange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto tstzmultirange(const char (&name)[Size]) {
  return column_of<types::tstzmultirange>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto tsmultirange(const char (&name)[Size]) {
  return column_of<types::tsmultirange>(name);
}
/// A C++ enumeration, as the enum type that `virga::enum_labels<Enum>` gives it: `pg::enumeration<mood>("current")`;
/// include "virga/types/enumeration.hpp".
template <class Enum, std::size_t Size>
[[nodiscard]] consteval auto enumeration(const char (&name)[Size]) {
  return column_of<types::enumeration<Enum>>(name);
}
/// A type of the program's own making: a struct like those in virga/types, as virga/types/codec.hpp describes it.
template <class Type, std::size_t Size>
[[nodiscard]] consteval auto custom(const char (&name)[Size]) {
  static_assert(sql_type<Type>, "virga: custom<Type>(): Type needs value, name, family, decode and encode, as "
                                "virga/types/codec.hpp describes them");
  return column_of<Type>(name);
}

}  // namespace pg
}  // namespace virga
