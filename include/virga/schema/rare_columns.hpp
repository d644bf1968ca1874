// SPDX-License-Identifier: BSL-1.0
//
// The column builders of types that cost a program nothing until it includes them: each says which header of
// virga/types it needs. "virga/types/all.hpp" has them all.
#pragma once
#include "virga/schema/column_of.hpp"
#include "virga/types/rare.hpp"

namespace virga {

namespace pg {

// Of those that hold a time, `digits` (0 to 6) of a second are kept, as of pg::timestamptz.

/// A date and a time of day of no particular zone. C++: std::chrono::local_time<std::chrono::microseconds>; include
/// "virga/types/timestamp.hpp" (virga/pqxx.hpp does).
template <std::size_t Size>
[[nodiscard]] consteval auto timestamp(const char (&name)[Size]) {
  return column_of<types::timestamp>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto timestamp(const char (&name)[Size], int digits) {
  return column_of<types::timestamp>(name, precision_of(digits));
}
/// A time of day, without and with the offset of a time zone. C++: std::chrono::microseconds since midnight,
/// virga::time_with_zone; include "virga/types/time.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto time(const char (&name)[Size]) {
  return column_of<types::time>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto time(const char (&name)[Size], int digits) {
  return column_of<types::time>(name, precision_of(digits));
}
template <std::size_t Size>
[[nodiscard]] consteval auto timetz(const char (&name)[Size]) {
  return column_of<types::timetz>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto timetz(const char (&name)[Size], int digits) {
  return column_of<types::timetz>(name, precision_of(digits));
}
/// A span of months, days and microseconds. C++: virga::interval; include "virga/types/interval.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto interval(const char (&name)[Size]) {
  return column_of<types::interval>(name);
}
/// The same of `digits` of a second, of some units alone, or both: `pg::interval("took",
/// pg::interval_fields::day_to_hour)`. Run time: `value_error` for a value with units that the column does not keep, as
/// of pg::timestamptz.
template <std::size_t Size>
[[nodiscard]] consteval auto interval(const char (&name)[Size], int digits) {
  return column_of<types::interval>(name, precision_of(digits));
}
template <std::size_t Size>
[[nodiscard]] consteval auto interval(const char (&name)[Size], interval_fields fields) {
  return column_of<types::interval>(name, 0, static_cast<int>(fields));
}
template <std::size_t Size>
[[nodiscard]] consteval auto interval(const char (&name)[Size], interval_fields fields, int digits) {
  using enum interval_fields;
  const bool has_seconds = fields == all || fields == second || fields == day_to_second || fields == hour_to_second ||
                           fields == minute_to_second;
  return column_of<types::interval>(name, has_seconds ? precision_of(digits) : impossible_length,
                                    static_cast<int>(fields));
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
/// Objects of the database by their names: tables and the like, types, functions, operators, roles, schemas,
/// collations, and what full-text search has. C++: std::string; include "virga/types/registered_name.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto regclass(const char (&name)[Size]) {
  return column_of<types::regclass>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regtype(const char (&name)[Size]) {
  return column_of<types::regtype>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regproc(const char (&name)[Size]) {
  return column_of<types::regproc>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regprocedure(const char (&name)[Size]) {
  return column_of<types::regprocedure>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regoper(const char (&name)[Size]) {
  return column_of<types::regoper>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regoperator(const char (&name)[Size]) {
  return column_of<types::regoperator>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regrole(const char (&name)[Size]) {
  return column_of<types::regrole>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regnamespace(const char (&name)[Size]) {
  return column_of<types::regnamespace>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regcollation(const char (&name)[Size]) {
  return column_of<types::regcollation>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regconfig(const char (&name)[Size]) {
  return column_of<types::regconfig>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto regdictionary(const char (&name)[Size]) {
  return column_of<types::regdictionary>(name);
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
/// Embeddings of the extension pgvector, of `dimensions` numbers or of any number of them. C++: std::vector<float> for
/// the first two, virga::sparse_vector; include "virga/types/vector.hpp".
template <std::size_t Size>
[[nodiscard]] consteval auto vector(const char (&name)[Size], int dimensions) {
  return column_of<types::vector>(name, dimensions < 1 || dimensions > 16000 ? impossible_length : dimensions);
}
template <std::size_t Size>
[[nodiscard]] consteval auto vector(const char (&name)[Size]) {
  return column_of<types::vector>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto halfvec(const char (&name)[Size], int dimensions) {
  return column_of<types::halfvec>(name, dimensions < 1 || dimensions > 16000 ? impossible_length : dimensions);
}
template <std::size_t Size>
[[nodiscard]] consteval auto halfvec(const char (&name)[Size]) {
  return column_of<types::halfvec>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto sparsevec(const char (&name)[Size], int dimensions) {
  return column_of<types::sparsevec>(name, dimensions < 1 || dimensions > 1000000000 ? impossible_length : dimensions);
}
template <std::size_t Size>
[[nodiscard]] consteval auto sparsevec(const char (&name)[Size]) {
  return column_of<types::sparsevec>(name);
}
/// What kind of shape a column of PostGIS takes; `geometry` is any.
enum class shape : unsigned char {
  geometry, point, line_string, polygon, multi_point, multi_line_string, multi_polygon, geometry_collection,
  circular_string, compound_curve, curve_polygon, multi_curve, multi_surface, polyhedral_surface, triangle, tin
};
struct shape_options {
  shape type = shape::geometry;
  int srid = 0;  // 0: any
  bool z = false, m = false;
};
/// Length and scale of a column of shapes, as types/postgis.hpp reads them.
[[nodiscard]] consteval int shape_code(const shape_options& in) {
  if (in.srid < 0 || in.srid > 998999) return impossible_length;
  return static_cast<int>(in.type) * 4 + (in.z ? 1 : 0) + (in.m ? 2 : 0) + 1;
}
/// A shape on a plane, and one on the globe, of the extension PostGIS: `pg::geometry("place", {.type = pg::shape::point,
/// .srid = 4326})`. C++: virga::geometry, virga::geography; include "virga/types/postgis.hpp". SQL:
/// `geometry(Point,4326)`; without options `geometry`.
template <std::size_t Size>
[[nodiscard]] consteval auto geometry(const char (&name)[Size]) {
  return column_of<types::postgis_geometry>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto geometry(const char (&name)[Size], shape_options options) {
  return column_of<types::postgis_geometry>(name, shape_code(options), options.srid);
}
template <std::size_t Size>
[[nodiscard]] consteval auto geography(const char (&name)[Size]) {
  return column_of<types::postgis_geography>(name);
}
template <std::size_t Size>
[[nodiscard]] consteval auto geography(const char (&name)[Size], shape_options options) {
  return column_of<types::postgis_geography>(name, shape_code(options), options.srid);
}
/// A C++ enumeration, as the enum type that `virga::enum_labels<Enum>` gives it: `pg::enumeration<mood>("current")`;
/// include "virga/types/enumeration.hpp".
template <class Enum, std::size_t Size>
[[nodiscard]] consteval auto enumeration(const char (&name)[Size]) {
  constexpr bool labelled = requires { sizeof(types::enumeration<Enum>); };
  static_assert(labelled,
                "virga: pg::enumeration<Enum>(): include virga/types/enumeration.hpp and specialise "
                "virga::enum_labels for the enumeration, both before the table");
  return column_of<std::conditional_t<labelled, types::enumeration<Enum>, types::text>>(name);
}
}  // namespace pg
}  // namespace virga
