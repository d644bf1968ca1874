// SPDX-License-Identifier: BSL-1.0
//
// What + - * / make of dates, times and intervals: the column beside the operator's types, as PostgreSQL has it. The
// operators are those of arithmetic.hpp; null when either side is. A value is cast to the type of its C++ type:
// `posts.written_at + virga::interval{.days = 7}`, `posts.day + 7`, `posts.written_at - std::chrono::sys_days(…)`.
// Source: PostgreSQL manual, "Date/Time Functions and Operators".
#pragma once
#include "virga/expr/arithmetic.hpp"
#include "virga/types/date.hpp"
#include "virga/types/rare.hpp"
#include "virga/types/timestamptz.hpp"

namespace virga {

template <>
inline constexpr bool has_opposite<types::interval> = true;

template <class Type>
struct operation_gives {
  using type = Type;
};
/// Types beside an interval, and what they become there.
template <class Type>
struct moved_by_interval {};
template <>
struct moved_by_interval<types::date> : operation_gives<types::timestamp> {};
template <>
struct moved_by_interval<types::timestamp> : operation_gives<types::timestamp> {};
template <>
struct moved_by_interval<types::timestamptz> : operation_gives<types::timestamptz> {};
template <>
struct moved_by_interval<types::time> : operation_gives<types::time> {};
template <>
struct moved_by_interval<types::timetz> : operation_gives<types::timetz> {};

template <class Type>
struct operation<operators::plus, Type, types::interval> : moved_by_interval<Type> {};
template <class Type>
struct operation<operators::plus, types::interval, Type> : moved_by_interval<Type> {};
template <>
struct operation<operators::plus, types::interval, types::interval> : operation_gives<types::interval> {};
template <class Type>
struct operation<operators::minus, Type, types::interval> : moved_by_interval<Type> {};
template <>
struct operation<operators::minus, types::interval, types::interval> : operation_gives<types::interval> {};

template <class Type>
concept number_type = requires {
  requires Type::family == type_family::number;
};
template <number_type Number>
struct operation<operators::times, types::interval, Number> : operation_gives<types::interval> {};
template <number_type Number>
struct operation<operators::times, Number, types::interval> : operation_gives<types::interval> {};
template <number_type Number>
struct operation<operators::divided, types::interval, Number> : operation_gives<types::interval> {};

// so many days
template <>
struct operation<operators::plus, types::date, types::integer> : operation_gives<types::date> {};
template <>
struct operation<operators::plus, types::integer, types::date> : operation_gives<types::date> {};
template <>
struct operation<operators::minus, types::date, types::integer> : operation_gives<types::date> {};
template <>
struct operation<operators::plus, types::date, types::smallint> : operation_gives<types::date> {};
template <>
struct operation<operators::plus, types::smallint, types::date> : operation_gives<types::date> {};
template <>
struct operation<operators::minus, types::date, types::smallint> : operation_gives<types::date> {};

// a day and a time of day
template <>
struct operation<operators::plus, types::date, types::time> : operation_gives<types::timestamp> {};
template <>
struct operation<operators::plus, types::time, types::date> : operation_gives<types::timestamp> {};
template <>
struct operation<operators::plus, types::date, types::timetz> : operation_gives<types::timestamptz> {};
template <>
struct operation<operators::plus, types::timetz, types::date> : operation_gives<types::timestamptz> {};

// what lies between
template <class Type>
concept point_in_time =
    std::same_as<Type, types::date> || std::same_as<Type, types::timestamp> || std::same_as<Type, types::timestamptz>;
template <point_in_time Left, point_in_time Right>
struct operation<operators::minus, Left, Right> : operation_gives<types::interval> {};
template <>
struct operation<operators::minus, types::date, types::date> : operation_gives<types::integer> {};
template <>
struct operation<operators::minus, types::time, types::time> : operation_gives<types::interval> {};

}  // namespace virga
