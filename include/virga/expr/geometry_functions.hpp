// SPDX-License-Identifier: BSL-1.0
//
// Figures of the plane. Not part of virga.hpp; include it where they are used. All are null where an argument is.
// Source: PostgreSQL manual, "Geometric Functions and Operators".
#pragma once
#include "virga/expr/containment.hpp"
#include "virga/expr/string_functions.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/geometry.hpp"

namespace virga {

namespace operators {
struct distance : arithmetic {
  template <class, class>
  using result = types::double_precision;
  static constexpr std::string_view text = " <-> ";
  static constexpr auto strength = precedence::other_operator;
};
struct intersects : test {
  static constexpr std::string_view text = " ?# ";
};
}  // namespace operators

template <>
struct beside<operators::distance, types::point>
    : only_beside<types::point, types::lseg, types::path, types::box, types::polygon, types::line, types::circle> {};
template <>
struct beside<operators::distance, types::lseg> : only_beside<types::lseg, types::point, types::box, types::line> {};
template <>
struct beside<operators::distance, types::path> : only_beside<types::path, types::point> {};
template <>
struct beside<operators::distance, types::box> : only_beside<types::box, types::point, types::lseg> {};
template <>
struct beside<operators::distance, types::polygon> : only_beside<types::polygon, types::point, types::circle> {};
template <>
struct beside<operators::distance, types::line> : only_beside<types::line, types::point, types::lseg> {};
template <>
struct beside<operators::distance, types::circle> : only_beside<types::circle, types::point, types::polygon> {};

template <>
struct beside<operators::intersects, types::lseg> : only_beside<types::lseg, types::box, types::line> {};
template <>
struct beside<operators::intersects, types::path> : only_beside<types::path> {};
template <>
struct beside<operators::intersects, types::box> : only_beside<types::box> {};
template <>
struct beside<operators::intersects, types::line> : only_beside<types::line, types::box> {};

template <>
struct beside<operators::contains, types::path> : only_beside<types::point> {};
template <>
struct beside<operators::contains, types::box> : only_beside<types::box, types::point> {};
template <>
struct beside<operators::contains, types::polygon> : only_beside<types::polygon, types::point> {};
template <>
struct beside<operators::contains, types::circle> : only_beside<types::circle, types::point> {};
template <>
struct beside<operators::contained, types::point>
    : only_beside<types::box, types::polygon, types::circle, types::path, types::lseg, types::line> {};
template <>
struct beside<operators::contained, types::lseg> : only_beside<types::box, types::line> {};
template <>
struct beside<operators::contained, types::box> : only_beside<types::box> {};
template <>
struct beside<operators::contained, types::polygon> : only_beside<types::polygon> {};
template <>
struct beside<operators::contained, types::circle> : only_beside<types::circle> {};
template <>
struct beside<operators::overlaps, types::box> : only_beside<types::box> {};
template <>
struct beside<operators::overlaps, types::polygon> : only_beside<types::polygon> {};
template <>
struct beside<operators::overlaps, types::circle> : only_beside<types::circle> {};

/// How far apart two figures are; of a point, `order_by(distance(shops.place, here))` is answered by an index. double
/// precision. SQL: `left <-> right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto distance(const Left& left, const Right& right) {
  return apply_operator<operators::distance>(left, right);
}
/// Whether two figures meet. boolean. SQL: `left ?# right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto intersects(const Left& left, const Right& right) {
  return apply_operator<operators::intersects>(left, right);
}

// A figure moved by a point, and turned and stretched by it, are + - and * /.
template <class Type>
concept movable_type = std::same_as<Type, types::point> || std::same_as<Type, types::path> ||
    std::same_as<Type, types::box> || std::same_as<Type, types::circle>;
template <movable_type Figure>
struct operation<operators::plus, Figure, types::point> : operation_gives<Figure> {};
template <movable_type Figure>
struct operation<operators::minus, Figure, types::point> : operation_gives<Figure> {};
template <movable_type Figure>
struct operation<operators::times, Figure, types::point> : operation_gives<Figure> {};
template <movable_type Figure>
struct operation<operators::divided, Figure, types::point> : operation_gives<Figure> {};

/// The area of a box, path or circle (of an open path null). double precision.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto area(Given&&... given) {
  return call<"area", types::double_precision(signature::exactly<types::box>),
              signature::may_be_null<types::double_precision>(signature::exactly<types::path>),
              types::double_precision(signature::exactly<types::circle>)>(static_cast<Given&&>(given)...);
}
/// The middle of a box or circle. point.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto center(Given&&... given) {
  return call<"center", types::point(signature::exactly<types::box>), types::point(signature::exactly<types::circle>)>(
      static_cast<Given&&>(given)...);
}
/// The diameter and the radius of a circle, the height and the width of a box. double precision.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto diameter(Given&&... given) {
  return call<"diameter", types::double_precision(signature::exactly<types::circle>)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto radius(Given&&... given) {
  return call<"radius", types::double_precision(signature::exactly<types::circle>)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto height(Given&&... given) {
  return call<"height", types::double_precision(signature::exactly<types::box>)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto width(Given&&... given) {
  return call<"width", types::double_precision(signature::exactly<types::box>)>(static_cast<Given&&>(given)...);
}
/// How many points. integer.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto npoints(Given&&... given) {
  return call<"npoints", types::integer(signature::exactly<types::path>),
              types::integer(signature::exactly<types::polygon>)>(static_cast<Given&&>(given)...);
}
/// Whether a path ends where it begins. boolean.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto isclosed(Given&&... given) {
  return call<"isclosed", types::boolean(signature::exactly<types::path>)>(static_cast<Given&&>(given)...);
}
/// How long a line segment or a path is. double precision.
template <class Figure>
requires any_expression<Figure> &&(std::same_as<typename std::remove_cvref_t<Figure>::type, types::lseg> ||
                                   std::same_as<typename std::remove_cvref_t<Figure>::type, types::path>)
    [[nodiscard]] constexpr auto length(Figure&& figure) {
  return function_call<"length", types::double_precision, nullability::of_arguments, std::remove_cvref_t<Figure>>{
      {}, {{figure}}};
}

}  // namespace virga
