// SPDX-License-Identifier: BSL-1.0
//
// Frames: which rows of its window a function sees, counted from the current one.
// Source: PostgreSQL manual, "Window Function Calls".
#pragma once
#include "virga/expr/parameter.hpp"
#include "virga/types/floating.hpp"
#include "virga/types/integer.hpp"

namespace virga {

/// Where a frame begins or ends.
template <fixed_string Text>
struct frame_bound {
  using bound_kind = frame_bound;
  using offset_type = void;
  static constexpr int place = Text.view() == "unbounded preceding" ? 0 : Text.view() == "current row" ? 2 : 4;
  static constexpr void render(sink& s) { s.text(Text.view()); }
  void bind(binder&) const {}
};
inline constexpr frame_bound<"unbounded preceding"> unbounded_preceding{};
inline constexpr frame_bound<"unbounded following"> unbounded_following{};
inline constexpr frame_bound<"current row"> current_row{};
/// So many rows (or groups) before, after the current one.
template <fixed_string Text>
struct frame_offset {
  using bound_kind = frame_offset;
  using offset_type = types::bigint;
  static constexpr int place = Text.view() == " preceding" ? 1 : 3;
  std::int64_t rows;
  static constexpr void render(sink& s) {
    s.parameter();
    s.text(Text.view());
  }
  void bind(binder& b) const { b.value<types::bigint>(rows, nullptr); }
};
/// So far before, after the key's value in the current row.
template <fixed_string Text, class Type>
struct frame_distance {
  using bound_kind = frame_distance;
  using offset_type = Type;
  static constexpr int place = frame_offset<Text>::place;
  parameter<Type> distance;
  static constexpr void render(sink& s) {
    s.parameter();  // which is of the key's type where that is a number
    s.text(Text.view());
  }
  void bind(binder& b) const { distance.bind(b); }
};
template <fixed_string Text>
[[nodiscard]] constexpr frame_offset<Text> rows_away(std::int64_t rows) {
  if (rows < 0) binder::refuse(nullptr, types::bigint::name, "a number of rows is not negative");
  return {rows};
}
template <fixed_string Text, class Distance>
[[nodiscard]] constexpr auto away(const Distance& distance) {
  constexpr bool fits = has_default_type<Distance>;
  static_assert(fits,
                "virga: preceding(n) and following(n) take a whole number; in range_between() a decimal, a "
                "floating-point number or a virga::interval, too");
  if constexpr (fits)
    return frame_distance<Text, type_of<Distance>>{{{}, converted<type_of<Distance>>(distance, nullptr), nullptr}};
  else
    return frame_offset<Text>{0};
}

template <class T>
concept no_whole_number = !std::integral<T>;
/// So many rows or groups before, after the current one; in `range_between`, so far from the value of the order's key:
/// `preceding(7)`, of a date or a moment `preceding(virga::interval{.days = 7})`.
/// Run time: `value_error` for a negative number of rows; `database_error` 22013 for another negative distance.
[[nodiscard]] constexpr auto preceding(std::int64_t rows) { return rows_away<" preceding">(rows); }
template <no_whole_number Distance>
[[nodiscard]] constexpr auto preceding(const Distance& distance) {
  return away<" preceding">(distance);
}
[[nodiscard]] constexpr auto following(std::int64_t rows) { return rows_away<" following">(rows); }
template <no_whole_number Distance>
[[nodiscard]] constexpr auto following(const Distance& distance) {
  return away<" following">(distance);
}

/// Whether values of a key can be so far apart: numbers by a number, whole ones by a whole one; dates, times and
/// intervals by an interval.
template <class Key, class Distance>
constexpr bool is_distance_of() {
  if constexpr (std::same_as<Key, void>) {
    return false;
  } else if constexpr (requires { typename Key::base; }) {
    return is_distance_of<typename Key::base, Distance>();
  } else if constexpr (Key::family == type_family::number) {
    return Distance::family == type_family::number &&
           (!whole_number<typename Key::value> || whole_number<typename Distance::value>);
  } else {
    return Distance::name == "interval" &&
           (Key::family == type_family::time || Key::name == "interval" || Key::name.starts_with("time "));
  }
}

struct no_frame {
  static constexpr bool is_default = true, in_groups = false, miscounts = false;
  template <class>
  static constexpr bool fits_key = true;
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};
/// ` rows between … and …`.
template <fixed_string Unit, class From, class To>
struct frame {
  static constexpr bool is_default = false;
  static constexpr bool in_groups = Unit.view() == "groups between ";  // of rows with equal keys
  static constexpr bool in_values = Unit.view() == "range between ";
  template <class Bound>
  static constexpr bool counts_rows = std::same_as<Bound, void> || std::same_as<Bound, types::bigint>;
  /// Whether rows are counted by something else than a whole number.
  static constexpr bool miscounts =
      !in_values && !(counts_rows<typename From::offset_type> && counts_rows<typename To::offset_type>);
  /// Whether the distances are such of the order's only key (void where there is none, or several).
  template <class Key>
  static constexpr bool fits_key = [] {
    bool fits = true;
    if constexpr (in_values && From::place % 2 == 1) fits = is_distance_of<Key, typename From::offset_type>();
    if constexpr (in_values && To::place % 2 == 1) fits = fits && is_distance_of<Key, typename To::offset_type>();
    return fits;
  }();
  [[no_unique_address]] From from;
  [[no_unique_address]] To to;
  static constexpr void render(sink& s) {
    s.text(Unit.view());
    From::render(s);
    s.text(" and ");
    To::render(s);
  }
  void bind(binder& b) const {
    from.bind(b);
    to.bind(b);
  }
};

}  // namespace virga
