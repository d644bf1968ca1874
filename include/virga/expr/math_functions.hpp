// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "Mathematical Functions and Operators". All are null where an argument is. Most are of
// numeric for a numeric, and of double precision for every other number, as PostgreSQL has them.
#pragma once
#include "virga/expr/function.hpp"

namespace virga {

/// Without its sign. The operand's own type.
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto abs(Number&& number) {
  return call<"abs", signature::type_of_argument<0>(signature::any_number)>(static_cast<Number&&>(number));
}
/// The next whole number above, below; the nearest; the next towards zero.
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto ceil(Number&& number) {
  return call<"ceil", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto floor(Number&& number) {
  return call<"floor", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto round(Number&& number) {
  return call<"round", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto trunc(Number&& number) {
  return call<"trunc", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
/// Rounded, cut to so many decimal digits. numeric.
template <class Number, class Digits>
  requires any_expression<Number, Digits>
[[nodiscard]] constexpr auto round(Number&& number, Digits&& digits) {
  return call<"round", types::numeric(types::numeric, types::integer)>(static_cast<Number&&>(number), static_cast<Digits&&>(digits));
}
template <class Number, class Digits>
  requires any_expression<Number, Digits>
[[nodiscard]] constexpr auto trunc(Number&& number, Digits&& digits) {
  return call<"trunc", types::numeric(types::numeric, types::integer)>(static_cast<Number&&>(number), static_cast<Digits&&>(digits));
}
/// -1, 0 or 1.
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto sign(Number&& number) {
  return call<"sign", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto sqrt(Number&& number) {
  return call<"sqrt", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto exp(Number&& number) {
  return call<"exp", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto ln(Number&& number) {
  return call<"ln", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
/// To the base of 10.
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto log(Number&& number) {
  return call<"log", types::numeric(signature::exactly<types::numeric>), types::double_precision(signature::any_number)>(static_cast<Number&&>(number));
}
template <class Base, class Exponent>
  requires any_expression<Base, Exponent>
[[nodiscard]] constexpr auto power(Base&& base, Exponent&& exponent) {
  return call<"power", types::numeric(signature::exactly<types::numeric>, types::numeric), types::numeric(types::numeric, signature::exactly<types::numeric>), types::double_precision(types::double_precision, types::double_precision)>(static_cast<Base&&>(base), static_cast<Exponent&&>(exponent));
}
/// The remainder of a division, of whole numbers or numerics.
template <class Left, class Right>
  requires any_expression<Left, Right>
[[nodiscard]] constexpr auto mod(Left&& left, Right&& right) {
  return call<"mod", types::smallint(types::smallint, types::smallint), types::integer(types::integer, types::integer), types::bigint(types::bigint, types::bigint), types::numeric(types::numeric, types::numeric)>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// Double precision; angles in radians.
template <class Angle>
  requires any_expression<Angle>
[[nodiscard]] constexpr auto sin(Angle&& angle) {
  return call<"sin", types::double_precision(types::double_precision)>(static_cast<Angle&&>(angle));
}
template <class Angle>
  requires any_expression<Angle>
[[nodiscard]] constexpr auto cos(Angle&& angle) {
  return call<"cos", types::double_precision(types::double_precision)>(static_cast<Angle&&>(angle));
}
template <class Angle>
  requires any_expression<Angle>
[[nodiscard]] constexpr auto tan(Angle&& angle) {
  return call<"tan", types::double_precision(types::double_precision)>(static_cast<Angle&&>(angle));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto asin(Number&& number) {
  return call<"asin", types::double_precision(types::double_precision)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto acos(Number&& number) {
  return call<"acos", types::double_precision(types::double_precision)>(static_cast<Number&&>(number));
}
template <class Number>
  requires any_expression<Number>
[[nodiscard]] constexpr auto atan(Number&& number) {
  return call<"atan", types::double_precision(types::double_precision)>(static_cast<Number&&>(number));
}
template <class Y, class X>
  requires any_expression<Y, X>
[[nodiscard]] constexpr auto atan2(Y&& y, X&& x) {
  return call<"atan2", types::double_precision(types::double_precision, types::double_precision)>(static_cast<Y&&>(y), static_cast<X&&>(x));
}
template <class Angle>
  requires any_expression<Angle>
[[nodiscard]] constexpr auto degrees(Angle&& angle) {
  return call<"degrees", types::double_precision(types::double_precision)>(static_cast<Angle&&>(angle));
}
template <class Angle>
  requires any_expression<Angle>
[[nodiscard]] constexpr auto radians(Angle&& angle) {
  return call<"radians", types::double_precision(types::double_precision)>(static_cast<Angle&&>(angle));
}
/// A new number from 0 up to 1 in each row. double precision, never null.
[[nodiscard]] constexpr auto random_number() { return call<"random", types::double_precision()>(); }

}  // namespace virga
