// SPDX-License-Identifier: BSL-1.0
//
// PostGIS: where shapes are, how far apart, and what they have in common. Not part of virga.hpp; include it where they
// are used. All are null where an argument is. Of geometry, lengths are in the units of its reference system (degrees
// in 4326); of geography, in metres. Run time: `database_error` XX000 for two shapes of different reference systems.
// Source: postgis.net/docs/reference.html.
#pragma once
#include "virga/expr/geometry_functions.hpp"
#include "virga/types/postgis.hpp"

namespace virga {

// `overlaps(a, b)` (SQL: `a && b`) is of the boxes around two shapes; `distance(a, b)` (SQL: `a <-> b`) is answered by
// an index in order_by.
template <types::shape_in_sql Shape>
struct beside<operators::overlaps, Shape> : only_beside<Shape> {};
template <types::shape_in_sql Shape>
struct beside<operators::distance, Shape> : only_beside<Shape> {};

/// How far apart two shapes are. double precision; null where one is empty.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_distance(Given&&... given) {
  return call<"st_distance",
              signature::may_be_null<types::double_precision>(types::postgis_geometry, types::postgis_geometry),
              signature::may_be_null<types::double_precision>(types::postgis_geography, types::postgis_geography)>(
      static_cast<Given&&>(given)...);
}
/// Whether they are no farther apart than that; an index answers it. boolean.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_dwithin(Given&&... given) {
  return call<"st_dwithin", types::boolean(types::postgis_geometry, types::postgis_geometry, types::double_precision),
              types::boolean(types::postgis_geography, types::postgis_geography, types::double_precision)>(
      static_cast<Given&&>(given)...);
}
/// Whether the first holds all of the second and more than its rim, the other way round, rims included. boolean.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_contains(Given&&... given) {
  return call<"st_contains", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_within(Given&&... given) {
  return call<"st_within", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_covers(Given&&... given) {
  return call<"st_covers", types::boolean(types::postgis_geometry, types::postgis_geometry),
              types::boolean(types::postgis_geography, types::postgis_geography)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_coveredby(Given&&... given) {
  return call<"st_coveredby", types::boolean(types::postgis_geometry, types::postgis_geometry),
              types::boolean(types::postgis_geography, types::postgis_geography)>(static_cast<Given&&>(given)...);
}
/// Whether they have a point in common; none; inner points, but neither all of the other; only rims; cross; are the
/// same points. boolean.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_intersects(Given&&... given) {
  return call<"st_intersects", types::boolean(types::postgis_geometry, types::postgis_geometry),
              types::boolean(types::postgis_geography, types::postgis_geography)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_disjoint(Given&&... given) {
  return call<"st_disjoint", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_overlaps(Given&&... given) {
  return call<"st_overlaps", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_touches(Given&&... given) {
  return call<"st_touches", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_crosses(Given&&... given) {
  return call<"st_crosses", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_equals(Given&&... given) {
  return call<"st_equals", types::boolean(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
/// The coordinates of a point; null where it is empty or has none such. double precision.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_x(Given&&... given) {
  return call<"st_x", signature::may_be_null<types::double_precision>(types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_y(Given&&... given) {
  return call<"st_y", signature::may_be_null<types::double_precision>(types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_z(Given&&... given) {
  return call<"st_z", signature::may_be_null<types::double_precision>(types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_m(Given&&... given) {
  return call<"st_m", signature::may_be_null<types::double_precision>(types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}
/// The number of its reference system, 0 for none; the shape with another one, as it is, and calculated anew.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_srid(Given&&... given) {
  return call<"st_srid", types::integer(types::postgis_geometry)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_setsrid(Given&&... given) {
  return call<"st_setsrid", types::postgis_geometry(types::postgis_geometry, types::integer)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_transform(Given&&... given) {
  return call<"st_transform", types::postgis_geometry(types::postgis_geometry, types::integer)>(
      static_cast<Given&&>(given)...);
}
/// Areas, lengths of lines and of rims. double precision.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_area(Given&&... given) {
  return call<"st_area", types::double_precision(types::postgis_geometry),
              types::double_precision(types::postgis_geography)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_length(Given&&... given) {
  return call<"st_length", types::double_precision(types::postgis_geometry),
              types::double_precision(types::postgis_geography)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_perimeter(Given&&... given) {
  return call<"st_perimeter", types::double_precision(types::postgis_geometry),
              types::double_precision(types::postgis_geography)>(static_cast<Given&&>(given)...);
}
/// As text, as GeoJSON, and from them. Run time: `database_error` XX000 for what is none.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_astext(Given&&... given) {
  return call<"st_astext", types::text(types::postgis_geometry), types::text(types::postgis_geography)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_asgeojson(Given&&... given) {
  return call<"st_asgeojson", types::text(types::postgis_geometry), types::text(types::postgis_geography)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_geomfromtext(Given&&... given) {
  return call<"st_geomfromtext", types::postgis_geometry(types::text, types::integer),
              types::postgis_geometry(types::text)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_geomfromgeojson(Given&&... given) {
  return call<"st_geomfromgeojson", types::postgis_geometry(types::text)>(static_cast<Given&&>(given)...);
}
/// A point of no reference system; a box of one.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_makepoint(Given&&... given) {
  return call<"st_makepoint", types::postgis_geometry(types::double_precision, types::double_precision),
              types::postgis_geometry(types::double_precision, types::double_precision, types::double_precision)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_makeenvelope(Given&&... given) {
  return call<"st_makeenvelope",
              types::postgis_geometry(types::double_precision, types::double_precision, types::double_precision,
                                      types::double_precision, types::integer)>(static_cast<Given&&>(given)...);
}
/// Its middle; what lies around it so far; what two have in common, and both together. The type of the arguments.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_centroid(Given&&... given) {
  return call<"st_centroid", types::postgis_geometry(types::postgis_geometry),
              types::postgis_geography(types::postgis_geography)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_buffer(Given&&... given) {
  return call<"st_buffer", types::postgis_geometry(types::postgis_geometry, types::double_precision),
              types::postgis_geography(types::postgis_geography, types::double_precision)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_intersection(Given&&... given) {
  return call<"st_intersection", types::postgis_geometry(types::postgis_geometry, types::postgis_geometry),
              types::postgis_geography(types::postgis_geography, types::postgis_geography)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto st_union(Given&&... given) {
  return call<"st_union", types::postgis_geometry(types::postgis_geometry, types::postgis_geometry)>(
      static_cast<Given&&>(given)...);
}

}  // namespace virga
