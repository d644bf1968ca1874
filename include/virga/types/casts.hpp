// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/array.hpp"
#include "virga/types/integer.hpp"
#include "virga/types/json.hpp"

namespace virga {

namespace types {
struct time;
struct timetz;
struct interval;

/// A type of this library that is neither a number nor anything like it, though its family is `other`.
template <class Type>
inline constexpr bool is_time_of_day =
    std::same_as<Type, time> || std::same_as<Type, timetz> || std::same_as<Type, interval>;
}  // namespace types

/// Whether two kinds of types have a cast from one into the other, beyond those inside a family and those from and to
/// text. What is not known (types of extensions, of a program) may have one.
template <class From, class To>
constexpr bool casts_between_families() {
  using enum type_family;
  constexpr auto from = From::family, to = To::family;
  constexpr auto is = [](type_family left, type_family right) {
    return (from == left && to == right) || (from == right && to == left);
  };
  if (from == boolean && to == number) return std::same_as<To, types::integer>;
  if (from == number && to == boolean) return std::same_as<From, types::integer>;
  if (from == json && (to == number || to == boolean)) return std::same_as<From, types::jsonb>;
  if (is(number, bytes))
    return std::integral<typename From::value> || std::integral<typename To::value>;  // PostgreSQL 18
  return is(uuid, bytes);                                                             // in versions to come
}

/// Whether PostgreSQL has a cast from one type into another. It has none from dates to numbers, from json (without b)
/// to anything but text, or from one value to an array. Source: PostgreSQL manual, "pg_cast"; `\dC` in psql.
template <class From, class To>
constexpr bool castable() {
  constexpr auto from = From::family, to = To::family;
  constexpr auto plain = [](type_family family) { return family != type_family::other; };
  if constexpr (requires { typename From::base; })
    return castable<typename From::base, To>();
  else if constexpr (requires { typename To::base; })
    return castable<From, typename To::base>();
  else if constexpr (std::same_as<From, To> || from == type_family::string || to == type_family::string)
    return true;
  else if constexpr (types::is_array<From> && types::is_array<To>)
    return castable<typename From::element, typename To::element>();
  else if constexpr (types::is_array<From> || types::is_array<To>)
    return !plain(from) && !plain(to);
  else if constexpr (types::is_time_of_day<From> || types::is_time_of_day<To>)
    return (!plain(from) || from == type_family::time) && (!plain(to) || to == type_family::time);
  else if constexpr (from == to || !plain(from) || !plain(to))
    return true;
  else
    return casts_between_families<From, To>();
}

}  // namespace virga
