// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "Date/Time Functions and Operators".
#pragma once
#include "virga/expr/function.hpp"
#include "virga/types/date.hpp"
#include "virga/types/timestamptz.hpp"

namespace virga {

/// The time at which the transaction began. timestamp with time zone, never null. SQL: `now()`.
[[nodiscard]] constexpr auto now() { return call<"now", types::timestamptz()>(); }
/// The time at this very moment, which moves on inside a statement.
[[nodiscard]] constexpr auto clock_timestamp() { return call<"clock_timestamp", types::timestamptz()>(); }

/// `current_date`, in the session's time zone. date, never null.
struct current_day : expression_node<current_day> {
  using type = types::date;
  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) { s.text("current_date"); }
  void bind(binder&) const {}
};
[[nodiscard]] constexpr current_day current_date() { return {}; }

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
    refuse_optional<Operand>();
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

template <fixed_string Field, class Operand>
constexpr bool check_time_field() {
  constexpr bool known = is_time_field<Field>;
  static_assert(known, "virga: extract and date_trunc take a field of a date or time, as extract<\"year\">(posts.written_at)");
  constexpr bool fits = Operand::type::family == type_family::time || refused_expression<Operand>;
  static_assert(fits, "virga: extract and date_trunc take a date or time; this expression is of another SQL type");
  return known && fits && !refused_expression<Operand>;
}

/// One field of a date or time: `extract<"year">(users.created_at)`. numeric; null where the operand is.
/// SQL: `extract(year from operand)`. Compile time: the field must be one that PostgreSQL knows.
template <fixed_string Field, expression Operand>
[[nodiscard]] constexpr auto extract(const Operand& operand) {
  if constexpr (check_time_field<Field, Operand>())
    return field_function<"extract(", Field, " from ", types::numeric, Operand>{{}, operand};
  else return refused{};
}
/// A time cut to the beginning of its day, month …: `date_trunc<"day">(users.created_at)`. Null where the operand is.
/// SQL: `date_trunc('day', operand)`. A date becomes a timestamp with time zone.
template <fixed_string Field, expression Operand>
[[nodiscard]] constexpr auto date_trunc(const Operand& operand) {
  if constexpr (check_time_field<Field, Operand>()) {
    using result = std::conditional_t<std::same_as<typename Operand::type, types::date>, types::timestamptz, typename Operand::type>;
    return field_function<"date_trunc('", Field, "', ", result, Operand>{{}, operand};
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

}  // namespace virga
