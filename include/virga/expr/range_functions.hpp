// SPDX-License-Identifier: BSL-1.0
//
// Ranges and multiranges. Not part of virga.hpp; include it where they are used.
// Source: PostgreSQL manual, "Range/Multirange Functions and Operators".
#pragma once
#include "virga/expr/aggregate.hpp"
#include "virga/expr/containment.hpp"
#include "virga/expr/string_functions.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/range.hpp"

namespace virga {

/// The element of a range or multirange type, its range and its multirange.
template <class Element, class Range, class Multirange>
struct range_family {
  using element = Element;
  using range = Range;
  using multirange = Multirange;
};
template <class Type>
struct ranges_of {};
template <>
struct ranges_of<types::integer> : range_family<types::integer, types::int4range, types::int4multirange> {};
template <>
struct ranges_of<types::bigint> : range_family<types::bigint, types::int8range, types::int8multirange> {};
template <>
struct ranges_of<types::numeric> : range_family<types::numeric, types::numrange, types::nummultirange> {};
template <>
struct ranges_of<types::date> : range_family<types::date, types::daterange, types::datemultirange> {};
template <>
struct ranges_of<types::timestamptz> : range_family<types::timestamptz, types::tstzrange, types::tstzmultirange> {};
template <>
struct ranges_of<types::timestamp> : range_family<types::timestamp, types::tsrange, types::tsmultirange> {};
template <>
struct ranges_of<types::int4range> : ranges_of<types::integer> {};
template <>
struct ranges_of<types::int8range> : ranges_of<types::bigint> {};
template <>
struct ranges_of<types::numrange> : ranges_of<types::numeric> {};
template <>
struct ranges_of<types::daterange> : ranges_of<types::date> {};
template <>
struct ranges_of<types::tstzrange> : ranges_of<types::timestamptz> {};
template <>
struct ranges_of<types::tsrange> : ranges_of<types::timestamp> {};
template <>
struct ranges_of<types::int4multirange> : ranges_of<types::integer> {};
template <>
struct ranges_of<types::int8multirange> : ranges_of<types::bigint> {};
template <>
struct ranges_of<types::nummultirange> : ranges_of<types::numeric> {};
template <>
struct ranges_of<types::datemultirange> : ranges_of<types::date> {};
template <>
struct ranges_of<types::tstzmultirange> : ranges_of<types::timestamptz> {};
template <>
struct ranges_of<types::tsmultirange> : ranges_of<types::timestamp> {};

template <class Type>
concept range_element = requires {
  requires std::same_as<Type, typename ranges_of<Type>::element>;
};
template <class Type>
concept range_type = requires {
  requires std::same_as<Type, typename ranges_of<Type>::range>;
};
template <class Type>
concept multirange_type = requires {
  requires std::same_as<Type, typename ranges_of<Type>::multirange>;
};
template <class Type>
concept ranges_type = range_type<Type> || multirange_type<Type>;
template <class Operand>
concept ranges_expression = expression<Operand> && ranges_type<typename std::remove_cvref_t<Operand>::type>;

namespace operators {
/// The operators that compare the places of two ranges.
struct range_test : test {};
struct strictly_left_of : range_test {
  static constexpr std::string_view text = " << ";
};
struct strictly_right_of : range_test {
  static constexpr std::string_view text = " >> ";
};
struct not_right_of : range_test {
  static constexpr std::string_view text = " &< ";
};
struct not_left_of : range_test {
  static constexpr std::string_view text = " &> ";
};
struct adjacent : range_test {
  static constexpr std::string_view text = " -|- ";
};
template <class Operator>
concept range_operator = std::derived_from<Operator, range_test> || std::same_as<Operator, overlaps>;
}  // namespace operators

template <range_type Range>
struct beside<operators::contains, Range>
    : only_beside<Range, typename ranges_of<Range>::element, typename ranges_of<Range>::multirange> {};
template <multirange_type Multirange>
struct beside<operators::contains, Multirange>
    : only_beside<Multirange, typename ranges_of<Multirange>::range, typename ranges_of<Multirange>::element> {};
template <range_type Range>
struct beside<operators::contained, Range> : only_beside<Range, typename ranges_of<Range>::multirange> {};
template <multirange_type Multirange>
struct beside<operators::contained, Multirange> : only_beside<Multirange, typename ranges_of<Multirange>::range> {};
template <range_element Element>
struct beside<operators::contained, Element>
    : only_beside<typename ranges_of<Element>::range, typename ranges_of<Element>::multirange> {};
template <operators::range_operator Operator, range_type Range>
struct beside<Operator, Range> : only_beside<Range, typename ranges_of<Range>::multirange> {};
template <operators::range_operator Operator, multirange_type Multirange>
struct beside<Operator, Multirange> : only_beside<Multirange, typename ranges_of<Multirange>::range> {};

/// Whether a range lies wholly before, wholly after another one; does not reach further than it, does not begin before
/// it; touches it without a value in common or between. boolean, null when either is.
/// SQL: `left << right`, `>>`, `&<`, `&>`, `-|-`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto strictly_left_of(const Left& left, const Right& right) {
  return apply_operator<operators::strictly_left_of>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto strictly_right_of(const Left& left, const Right& right) {
  return apply_operator<operators::strictly_right_of>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto not_right_of(const Left& left, const Right& right) {
  return apply_operator<operators::not_right_of>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto not_left_of(const Left& left, const Right& right) {
  return apply_operator<operators::not_left_of>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto adjacent(const Left& left, const Right& right) {
  return apply_operator<operators::adjacent>(left, right);
}

// Union, intersection and difference are + * - of two ranges, or of two multiranges. Run time: `data_exception` where
// the union or the difference of two ranges would be two ranges; multiranges can be.
template <ranges_type Ranges>
struct operation<operators::plus, Ranges, Ranges> : operation_gives<Ranges> {};
template <ranges_type Ranges>
struct operation<operators::times, Ranges, Ranges> : operation_gives<Ranges> {};
template <ranges_type Ranges>
struct operation<operators::minus, Ranges, Ranges> : operation_gives<Ranges> {};

/// The bounds of a range or multirange. The element's type; null where it has none, and where it is empty.
/// SQL: `lower(ranges)`, `upper(ranges)`.
template <class Ranges>
requires any_expression<Ranges> && ranges_expression<Ranges>
[[nodiscard]] constexpr auto lower(Ranges&& ranges) {
  using type = typename std::remove_cvref_t<Ranges>::type;
  return call<"lower", signature::may_be_null<typename ranges_of<type>::element>(type)>(static_cast<Ranges&&>(ranges));
}
template <class Ranges>
requires any_expression<Ranges> && ranges_expression<Ranges>
[[nodiscard]] constexpr auto upper(Ranges&& ranges) {
  using type = typename std::remove_cvref_t<Ranges>::type;
  return call<"upper", signature::may_be_null<typename ranges_of<type>::element>(type)>(static_cast<Ranges&&>(ranges));
}

template <class Ranges>
constexpr bool check_ranges() {
  constexpr bool fits = ranges_expression<Ranges> || refused_expression<Ranges>;
  static_assert(fits, "virga: this function takes a range or a multirange; this expression is of another SQL type");
  return fits && !refused_expression<Ranges>;
}
template <fixed_string Name, bool Fits, class Ranges>
[[nodiscard]] constexpr auto ask_ranges(const Ranges& ranges) {
  if constexpr (Fits)
    return call<Name, types::boolean(typename Ranges::type)>(ranges);
  else
    return refused{};
}
/// Whether it holds no value; whether its bounds belong to it; whether it has none. boolean.
template <expression Ranges>
[[nodiscard]] constexpr auto isempty(const Ranges& ranges) {
  return ask_ranges<"isempty", check_ranges<Ranges>()>(ranges);
}
template <expression Ranges>
[[nodiscard]] constexpr auto lower_inc(const Ranges& ranges) {
  return ask_ranges<"lower_inc", check_ranges<Ranges>()>(ranges);
}
template <expression Ranges>
[[nodiscard]] constexpr auto upper_inc(const Ranges& ranges) {
  return ask_ranges<"upper_inc", check_ranges<Ranges>()>(ranges);
}
template <expression Ranges>
[[nodiscard]] constexpr auto lower_inf(const Ranges& ranges) {
  return ask_ranges<"lower_inf", check_ranges<Ranges>()>(ranges);
}
template <expression Ranges>
[[nodiscard]] constexpr auto upper_inf(const Ranges& ranges) {
  return ask_ranges<"upper_inf", check_ranges<Ranges>()>(ranges);
}
/// The smallest range that holds both ranges, or all of a multirange.
template <expression Range, class Other>
[[nodiscard]] constexpr auto range_merge(const Range& range, const Other& other) {
  if constexpr (check_ranges<Range>()) {
    using type = typename ranges_of<typename Range::type>::range;
    return call<"range_merge", type(type, type)>(range, other);
  } else {
    return refused{};
  }
}
template <expression Multirange>
[[nodiscard]] constexpr auto range_merge(const Multirange& multirange) {
  if constexpr (check_ranges<Multirange>()) {
    using found = ranges_of<typename Multirange::type>;
    return call<"range_merge", typename found::range(typename found::multirange)>(multirange);
  } else {
    return refused{};
  }
}
/// A range as a multirange of one.
template <expression Range>
[[nodiscard]] constexpr auto multirange(const Range& range) {
  if constexpr (check_ranges<Range>()) {
    using found = ranges_of<typename Range::type>;
    return call<"multirange", typename found::multirange(typename found::range)>(range);
  } else {
    return refused{};
  }
}

/// `int4range(lower, upper, '[)')`.
template <fixed_string Bounds, class Type, class Lower, class Upper>
struct made_range : expression_node<made_range<Bounds, Type, Lower, Upper>> {
  using type = Type;
  [[no_unique_address]] Lower lower;
  [[no_unique_address]] Upper upper;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    refuse_optional<Lower, Upper>(s);
    const bool grouped = s.enter_expression(&made_range::render);
    s.text(Type::name);
    s.text("(");
    Lower::render(s);
    s.text(", ");
    Upper::render(s);
    s.text(", '");
    s.text(Bounds.view());
    s.text("')");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    lower.bind(b);
    upper.bind(b);
  }
};

/// The range from one expression to another: `make_range(shifts.began, shifts.ended)`; with `make_range<"[]">` the
/// upper bound belongs to it. Never null: a bound that is null is no bound. SQL: `tstzrange(lower, upper, '[)')`. Run
/// time: `data_exception` where the lower bound is above the upper one.
template <fixed_string Bounds = "[)", class Lower, class Upper>
requires any_expression<Lower, Upper>
[[nodiscard]] constexpr auto make_range(const Lower& lower, const Upper& upper) {
  using near = std::conditional_t<expression<Lower>, Lower, Upper>;
  constexpr std::string_view bounds = Bounds.view();
  constexpr bool known = bounds == "[)" || bounds == "[]" || bounds == "(]" || bounds == "()";
  static_assert(known, "virga: the bounds of make_range<bounds>() are \"[)\", \"[]\", \"(]\" or \"()\"");
  if constexpr (!known || refused_expression<Lower> || refused_expression<Upper>) {
    return refused{};
  } else {
    constexpr bool fits = range_element<typename near::type>;
    static_assert(fits,
                  "virga: make_range() takes integers, bigints, numerics, dates or timestamps; cast<T>(…) its bounds");
    if constexpr (fits) {
      using element = typename near::type;
      constexpr bool taken = is_taken<element, Lower>() && is_taken<element, Upper>();
      static_assert(taken, "virga: make_range(): the two bounds are of different SQL types; cast<T>(…) one of them");
      if constexpr (taken)
        return made_range<Bounds, typename ranges_of<element>::range, decltype(argument<element>(lower)),
                          decltype(argument<element>(upper))>{{}, argument<element>(lower), argument<element>(upper)};
      else
        return refused{};
    } else {
      return refused{};
    }
  }
}

/// What the ranges (or multiranges) of all rows hold together, as a multirange; what all of them have in common. Null
/// over no rows.
template <expression Ranges>
[[nodiscard]] constexpr auto range_agg(const Ranges& ranges) {
  if constexpr (check_ranges<Ranges>())
    return make_aggregate<aggregates::named<"range_agg", typename ranges_of<typename Ranges::type>::multirange>>(
        ranges);
  else
    return refused{};
}
template <expression Ranges>
[[nodiscard]] constexpr auto range_intersect_agg(const Ranges& ranges) {
  if constexpr (check_ranges<Ranges>())
    return make_aggregate<aggregates::named<"range_intersect_agg", typename Ranges::type>>(ranges);
  else
    return refused{};
}

}  // namespace virga
