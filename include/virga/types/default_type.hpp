// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace virga {

/// The SQL type that stands for a C++ type where nothing else says which one is meant: a bare value bound in a
/// query, the result of an expression. Each type's own file specialises it beside the tag, so that a type not
/// included costs nothing:
///
///   bool -> boolean                         float, double -> real, double precision
///   short, int, long, long long -> smallint, integer, bigint, by size
///   std::string, std::string_view, const char* -> text
///   boost::uuids::uuid -> uuid              virga::decimal -> numeric
///   std::chrono::sys_days -> date           sys_time<microseconds> -> timestamp with time zone
///   local_time<microseconds> -> timestamp without time zone (types/timestamp.hpp)
///   interval -> interval, time_with_zone -> time with time zone (types/interval.hpp, types/time.hpp)
///   std::vector<std::byte> -> bytea         std::vector<T> -> array of T's type
///
/// Unsigned integers and `char` have none: PostgreSQL has no such type, and a silent choice would lose values.
template <class Cpp>
struct default_type {};

template <class Cpp>
concept has_default_type = requires {
  typename default_type<Cpp>::type;
};

/// The tag `default_type` names for `Cpp`, which must be neither a reference nor cv-qualified.
template <has_default_type Cpp>
using type_of = typename default_type<Cpp>::type;

}  // namespace virga
