// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "Date/Time Functions and Operators". All are null where an argument is. A function that
// gives an interval, or a timestamp without time zone, wants virga/types/interval.hpp or virga/types/timestamp.hpp
// included.
#pragma once
#include "virga/expr/function.hpp"
#include "virga/expr/row_comparison.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/string.hpp"

namespace virga {

/// The time at which the transaction began. timestamp with time zone, never null. SQL: `now()`.
[[nodiscard]] constexpr auto now() { return call<"now", types::timestamptz()>(); }
/// The time at this very moment, which moves on inside a statement; the time at which the statement began.
[[nodiscard]] constexpr auto clock_timestamp() { return call<"clock_timestamp", types::timestamptz()>(); }
[[nodiscard]] constexpr auto statement_timestamp() { return call<"statement_timestamp", types::timestamptz()>(); }

/// A function that is a word alone.
template <fixed_string Word, class Type>
struct word_function : expression_node<word_function<Word, Type>> {
  using type = Type;
  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) { s.text(Word.view()); }
  void bind(binder&) const {}
};
/// The day on which the transaction began, its date and time, its time of day, in the session's time zone. date,
/// timestamp, time; never null. SQL: `current_date`, `localtimestamp`, `localtime`.
[[nodiscard]] constexpr word_function<"current_date", types::date> current_date() { return {}; }
[[nodiscard]] constexpr word_function<"localtimestamp", types::timestamp> local_timestamp() { return {}; }
[[nodiscard]] constexpr word_function<"localtime", types::time> local_time() { return {}; }

/// The fields of a date or time that have a name. Source: PostgreSQL manual, "EXTRACT, date_part".
template <fixed_string Field>
inline constexpr bool is_time_field = [] {
  constexpr std::string_view known[] = {"century", "day",   "decade",       "dow",         "doy",    "epoch",
                                        "hour",    "isodow", "isoyear",     "julian",      "microseconds", "millennium",
                                        "milliseconds", "minute", "month",  "quarter",     "second", "week", "year"};
  for (const std::string_view one : known)
    if (one == Field.view()) return true;
  return false;
}();

/// A function of a field, whose name is part of the text, so that GROUP BY can say it again.
template <fixed_string Open, fixed_string Field, fixed_string Between, class Result, class Operand>
struct field_function : expression_node<field_function<Open, Field, Between, Result, Operand>> {
  using type = Result;
  [[no_unique_address]] Operand operand;

  static constexpr bool nullable(const scope& in) { return Operand::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>(s);
    const bool grouped = s.enter_expression(&field_function::render);
    s.text(Open.view());
    s.text(Field.view());
    s.text(Between.view());
    Operand::render(s);
    s.text(")");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { operand.bind(b); }
};

template <class Type>
inline constexpr bool has_time_fields = Type::family == type_family::time || std::same_as<Type, types::interval> ||
                                        std::same_as<Type, types::time> || std::same_as<Type, types::timetz>;

template <fixed_string Field, class Operand>
constexpr bool check_time_field() {
  constexpr bool known = is_time_field<Field>;
  static_assert(known, "virga: extract and date_trunc take a field of a date or time, as extract<\"year\">(posts.written_at)");
  constexpr bool fits = has_time_fields<typename Operand::type> || refused_expression<Operand>;
  static_assert(fits,
                "virga: extract and date_trunc take a date, time or interval; this expression is of another SQL type");
  return known && fits && !refused_expression<Operand>;
}

/// One field of a date, time or interval: `extract<"year">(users.created_at)`. numeric; null where the operand is.
/// SQL: `extract(year from operand)`. Compile time: the field must be one that PostgreSQL knows.
template <fixed_string Field, expression Operand>
[[nodiscard]] constexpr auto extract(const Operand& operand) {
  if constexpr (check_time_field<Field, Operand>())
    return field_function<"extract(", Field, " from ", types::numeric, Operand>{{}, operand};
  else return refused{};
}
/// The same as double precision. SQL: `date_part('year', operand)`.
template <fixed_string Field, expression Operand>
[[nodiscard]] constexpr auto date_part(const Operand& operand) {
  if constexpr (check_time_field<Field, Operand>())
    return field_function<"date_part('", Field, "', ", types::double_precision, Operand>{{}, operand};
  else
    return refused{};
}
/// The type of a time that was cut.
template <class Type>
using truncated = std::conditional_t<std::same_as<Type, types::date>, types::timestamptz,
                                     std::conditional_t<std::same_as<Type, types::time>, types::interval, Type>>;
/// A time cut to the beginning of its day, month …: `date_trunc<"day">(users.created_at)`. Null where the operand is.
/// SQL: `date_trunc('day', operand)`. A date becomes a timestamp with time zone, a time of day an interval.
template <fixed_string Field, expression Operand>
[[nodiscard]] constexpr auto date_trunc(const Operand& operand) {
  if constexpr (check_time_field<Field, Operand>()) {
    constexpr bool fits = !std::same_as<typename Operand::type, types::timetz>;
    static_assert(fits, "virga: PostgreSQL has no date_trunc of a time with time zone");
    if constexpr (fits)
      return field_function<"date_trunc('", Field, "', ", truncated<typename Operand::type>, Operand>{{}, operand};
    else
      return refused{};
  } else {
    return refused{};
  }
}
/// The beginning of the step of a width that a time lies in, counted from an origin. The type of the time; the width is
/// an interval without months. SQL: `date_bin(stride, time, origin)`.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto date_bin(Given&&... given) {
  return call<"date_bin", types::timestamp(types::interval, signature::exactly<types::timestamp>, types::timestamp),
              types::timestamptz(types::interval, types::timestamptz, types::timestamptz)>(
      static_cast<Given&&>(given)...);
}

namespace operators {
struct at_time_zone : arithmetic {
  static constexpr std::string_view text = " at time zone ";
  static constexpr auto strength = precedence::sign;
  static constexpr bool associative = false;
};
}  // namespace operators

/// What a time becomes at a zone.
template <class Type>
struct at_a_zone {};
template <>
struct at_a_zone<types::timestamptz> : operation_gives<types::timestamp> {};
template <>
struct at_a_zone<types::date> : operation_gives<types::timestamp> {};
template <>
struct at_a_zone<types::timestamp> : operation_gives<types::timestamptz> {};
template <>
struct at_a_zone<types::timetz> : operation_gives<types::timetz> {};
template <>
struct at_a_zone<types::time> : operation_gives<types::timetz> {};

/// The reading of the clocks of a zone at a moment: a timestamp with time zone becomes one without. And the moment at
/// which they read a timestamp without time zone: it becomes one with. The zone is a name (`"Europe/Vienna"`), or an
/// interval east of Greenwich. Null when either is. SQL: `time at time zone $1::text`.
/// Run time: `database_error` 22023 for a zone that the server does not know.
template <expression Time, class Zone>
[[nodiscard]] constexpr auto at_time_zone(const Time& time, const Zone& zone) {
  if constexpr (refused_expression<Time> || refused_expression<Zone>) {
    return refused{};
  } else {
    constexpr bool is_time = requires { typename at_a_zone<typename Time::type>::type; };
    static_assert(
        is_time,
        "virga: at_time_zone(time, zone) takes a date, time or timestamp; this expression is of another SQL type");
    constexpr bool is_zone = is_taken<types::text, Zone>() || is_taken<signature::exactly<types::interval>, Zone>() ||
                             std::same_as<types::interval, std::remove_pointer_t<decltype(operand_type<Zone>())>>;
    static_assert(is_zone, "virga: at_time_zone(time, zone): the zone is a text or an interval");
    if constexpr (is_time && is_zone) {
      using op = operators::giving<operators::at_time_zone, typename at_a_zone<typename Time::type>::type>;
      using zone_type = std::conditional_t<is_taken<types::text, Zone>(), types::text, signature::any_value>;
      return binary<op, Time, decltype(argument<zone_type>(zone))>{{}, time, argument<zone_type>(zone)};
    } else {
      return refused{};
    }
  }
}

/// What lies between a time and an earlier one, in years, months and days; of one time, up to today's midnight.
/// interval.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto age(Given&&... given) {
  return call<"age", types::interval(types::timestamptz), types::interval(types::timestamptz, types::timestamptz)>(
      static_cast<Given&&>(given)...);
}
namespace operators {
struct overlap_in_time : comparison {
  static constexpr std::string_view text = " overlaps ";
  static constexpr auto strength = precedence::pattern;
};
}  // namespace operators
template <class Item>
inline constexpr bool is_time_item = true;
template <expression Item>
inline constexpr bool is_time_item<Item> =
    Item::type::family == type_family::time || std::same_as<typename Item::type, types::time> ||
    std::same_as<typename Item::type, types::timetz> || refused_expression<Item>;
/// Whether two periods have a moment in common; each is a row of its beginning and its end, which does not belong to
/// it: `overlaps(row_of(shifts.began, shifts.ended), row_of(from, to))`. boolean. SQL: `(a, b) overlaps (c, d)`.
template <class... Left, class... Right>
[[nodiscard]] constexpr auto overlaps(const row_value<Left...>& left, const row_value<Right...>& right) {
  constexpr bool fits =
      sizeof...(Left) == 2 && sizeof...(Right) == 2 && (is_time_item<Left> && ...) && (is_time_item<Right> && ...);
  static_assert(fits, "virga: overlaps() of rows takes two periods, row_of(beginning, end) of dates or times each");
  if constexpr (fits)
    return compare_rows<operators::overlap_in_time,
                        check_comparable<left_misfit<row_value<Left...>, row_value<Right...>>,
                                         right_misfit<row_value<Left...>, row_value<Right...>>>()>(left, right);
  else
    return refused{};
}

/// With days for every 24 hours, months for every 30 days, both. interval.
template <class Interval>
requires any_expression<Interval>
[[nodiscard]] constexpr auto justify_hours(Interval&& interval) {
  return call<"justify_hours", types::interval(types::interval)>(static_cast<Interval&&>(interval));
}
template <class Interval>
requires any_expression<Interval>
[[nodiscard]] constexpr auto justify_days(Interval&& interval) {
  return call<"justify_days", types::interval(types::interval)>(static_cast<Interval&&>(interval));
}
template <class Interval>
requires any_expression<Interval>
[[nodiscard]] constexpr auto justify_interval(Interval&& interval) {
  return call<"justify_interval", types::interval(types::interval)>(static_cast<Interval&&>(interval));
}
/// Whether a date, timestamp or interval is neither `infinity` nor `-infinity`. boolean.
template <class Time>
requires any_expression<Time>
[[nodiscard]] constexpr auto isfinite(Time&& time) {
  return call<"isfinite", types::boolean(types::timestamptz), types::boolean(types::interval)>(
      static_cast<Time&&>(time));
}

/// An argument by the name of its parameter. SQL: `days => argument`.
template <fixed_string Name, class Argument>
struct named_argument : expression_node<named_argument<Name, Argument>> {
  using type = typename Argument::type;
  [[no_unique_address]] Argument argument;

  static constexpr bool nullable(const scope& in) { return Argument::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Argument>(s);
    s.text(Name.view());
    s.text(" => ");
    Argument::render(s);
  }
  void bind(binder& b) const { argument.bind(b); }
};

template <fixed_string Unit>
using interval_unit = std::conditional_t<Unit.view() == "secs", types::double_precision, types::integer>;
template <fixed_string Unit>
inline constexpr bool is_interval_unit =
    Unit.view() == "years" || Unit.view() == "months" || Unit.view() == "weeks" || Unit.view() == "days" ||
    Unit.view() == "hours" || Unit.view() == "mins" || Unit.view() == "secs";

/// An interval of some numbers: `make_interval<"days", "hours">(posts.days, 12)`. interval; null where one of them is.
/// SQL: `make_interval(days => …, hours => …)`. Of constants, `virga::interval{.days = 3}` is a value.
/// Compile time: the units are years, months, weeks, days, hours, mins (whole numbers) and secs (double precision).
template <fixed_string... Units, class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto make_interval(Given&&... given) {
  constexpr bool known = sizeof...(Units) == sizeof...(Given) && (is_interval_unit<Units> && ...);
  static_assert(known,
                "virga: make_interval<\"days\", …>(…) takes one number for each unit, and the units are years, months, "
                "weeks, days, hours, mins and secs");
  if constexpr (known && !(refused_expression<Given> || ...)) {
    constexpr bool fits = (is_taken<interval_unit<Units>, Given>() && ...);
    static_assert(fits, "virga: make_interval(): all units but secs take integers; cast<int>(…) the number");
    if constexpr (fits)
      return function_call<
          "make_interval", types::interval, nullability::of_arguments,
          named_argument<Units, decltype(argument<interval_unit<Units>>(static_cast<Given&&>(given)))>...>{
          {}, {{{{}, argument<interval_unit<Units>>(static_cast<Given&&>(given))}}...}};
    else
      return refused{};
  } else {
    return refused{};
  }
}

/// A date of its year, month and day. Null where one of them is. Run time: `database_error` 22008 for no such day.
template <class Year, class Month, class Day>
  requires any_expression<Year, Month, Day>
[[nodiscard]] constexpr auto make_date(Year&& year, Month&& month, Day&& day) {
  return call<"make_date", types::date(types::integer, types::integer, types::integer)>(
      static_cast<Year&&>(year), static_cast<Month&&>(month), static_cast<Day&&>(day));
}

/// A time of day, a timestamp without and with time zone, of their numbers; the last takes the session's zone or the
/// name of one. The seconds are double precision. Run time: `database_error` 22008 for no such time.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto make_time(Given&&... given) {
  return call<"make_time", types::time(types::integer, types::integer, types::double_precision)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto make_timestamp(Given&&... given) {
  return call<"make_timestamp", types::timestamp(types::integer, types::integer, types::integer, types::integer,
                                                 types::integer, types::double_precision)>(
      static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto make_timestamptz(Given&&... given) {
  return call<"make_timestamptz",
              types::timestamptz(types::integer, types::integer, types::integer, types::integer, types::integer,
                                 types::double_precision),
              types::timestamptz(types::integer, types::integer, types::integer, types::integer, types::integer,
                                 types::double_precision, types::text)>(static_cast<Given&&>(given)...);
}
/// A moment of the seconds since 1970, or of a text in a format of "Data Type Formatting Functions". timestamptz.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto to_timestamp(Given&&... given) {
  return call<"to_timestamp", types::timestamptz(types::double_precision),
              types::timestamptz(types::text, types::text)>(static_cast<Given&&>(given)...);
}
/// A date of a text in such a format.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto to_date(Given&&... given) {
  return call<"to_date", types::date(types::text, types::text)>(static_cast<Given&&>(given)...);
}

}  // namespace virga
