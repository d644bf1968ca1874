// SPDX-License-Identifier: BSL-1.0
//
// Several groupings of one select. Source: PostgreSQL manual, "GROUPING SETS, CUBE, and ROLLUP".
#pragma once
#include "virga/expr/refused.hpp"
#include "virga/query/projection.hpp"
#include "virga/types/integer.hpp"

namespace virga {

enum class grouping_kind : unsigned char { set, rollup, cube, grouping_sets };

namespace query {

template <class T>
inline constexpr bool is_grouping = false;
template <class T>
inline constexpr bool is_grouping_set = false;

/// What is grouped by: a column, or an expression by its renderer.
struct grouped_item {
  const render::column_info* column;
  void (*expression)(sink&);
  constexpr bool operator==(const grouped_item&) const = default;
};
template <class Expression>
constexpr grouped_item item_grouped() {
  if constexpr (requires { Expression::info.source; })
    return {&Expression::info, nullptr};
  else
    return {nullptr, &Expression::render};
}

/// Calls `f(grouped_item)` for each expression of an element of GROUP BY.
template <class Element, class Function>
constexpr void each_grouped(const Function& f) {
  if constexpr (is_grouping<Element>)
    Element::each(f);
  else
    f(item_grouped<Element>());
}
/// Whether an item is grouped by in all of the groupings that an element stands for.
template <class Element>
constexpr bool is_always_grouped(const grouped_item& which) {
  if constexpr (is_grouping<Element>)
    return Element::always(which);
  else
    return item_grouped<Element>() == which;
}

}  // namespace query

/// `rollup (a, b)`, `cube (a, b)`, `grouping sets ((a, b), ())`, and a set of one of them, `(a, b)`.
template <grouping_kind Kind, class... Elements>
struct grouping_element {
  static constexpr bool dynamic = false;
  [[no_unique_address]] pack<Elements...> elements;

  static constexpr void render(sink& s) {
    refuse_optional<Elements...>(s);
    constexpr std::string_view words[] = {"(", "rollup (", "cube (", "grouping sets ("};
    s.text(words[static_cast<int>(Kind)]);
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Elements::render(s)), ...);
    s.text(")");
  }
  void bind(binder& b) const {
    elements.each([&](const auto& one) { one.bind(b); });
  }
  template <class Function>
  static constexpr void each([[maybe_unused]] const Function& f) {
    (query::each_grouped<Elements>(f), ...);
  }
  static constexpr bool always([[maybe_unused]] const query::grouped_item& which) {
    if (Kind == grouping_kind::set) return (query::is_always_grouped<Elements>(which) || ...);
    if (Kind == grouping_kind::grouping_sets) return (query::is_always_grouped<Elements>(which) && ...);
    return false;  // both hold the set of nothing
  }
};

namespace query {

template <grouping_kind Kind, class... Elements>
inline constexpr bool is_grouping<grouping_element<Kind, Elements...>> = true;
template <class... Elements>
inline constexpr bool is_grouping_set<grouping_element<grouping_kind::set, Elements...>> = true;

}  // namespace query

template <grouping_kind Kind, class... Elements>
inline constexpr bool can_be_sorted<grouping_element<Kind, Elements...>> = sortable<Elements...>;

namespace query {

/// What some groupings leave out, and so is null in their rows.
template <class... Elements>
struct left_out {
  static constexpr std::size_t capacity = render::statement_facts::capacity;
  const render::column_info* columns[capacity]{};
  void (*expressions[capacity])(sink&){};
  std::size_t column_count = 0, expression_count = 0;

  consteval left_out() {
    (each_grouped<Elements>([&](const grouped_item& item) {
       if ((is_always_grouped<Elements>(item) || ...)) return;
       if (item.column != nullptr && column_count < capacity) columns[column_count++] = item.column;
       if (item.expression != nullptr && expression_count < capacity) expressions[expression_count++] = item.expression;
     }),
     ...);
  }
};
template <class... Elements>
inline constexpr left_out<Elements...> left_out_by;
template <class... Elements>
inline constexpr render::nulled_groups nulled_by{
    left_out_by<Elements...>.columns, left_out_by<Elements...>.column_count, left_out_by<Elements...>.expressions,
    left_out_by<Elements...>.expression_count};

template <grouping_kind Kind, bool Fits, class... Elements>
constexpr auto make_grouping(const Elements&... elements) {
  if constexpr (Fits)
    return grouping_element<Kind, Elements...>{{{elements}...}};
  else
    return no_item(0);
}

}  // namespace query

/// Groups by all of the expressions, by all but the last, and so on down to none: subtotals and a total. For
/// `group_by`. In the rows of the result each is null where it was left out, and its type says so; `grouping(…)` tells
/// which. SQL: `rollup (a, b)`.
template <class... Expressions>
[[nodiscard]] constexpr auto rollup(const Expressions&... expressions) {
  constexpr bool fits =
      sizeof...(Expressions) > 0 && ((expression<Expressions> || query::is_grouping_set<Expressions>)&&...);
  static_assert(fits, "virga: rollup() takes one or more columns, expressions and set(…) of them");
  return query::make_grouping<grouping_kind::rollup, fits>(expressions...);
}
/// Groups by every choice among the expressions. SQL: `cube (a, b)`.
template <class... Expressions>
[[nodiscard]] constexpr auto cube(const Expressions&... expressions) {
  constexpr bool fits =
      sizeof...(Expressions) > 0 && ((expression<Expressions> || query::is_grouping_set<Expressions>)&&...);
  static_assert(fits, "virga: cube() takes one or more columns, expressions and set(…) of them");
  return query::make_grouping<grouping_kind::cube, fits>(expressions...);
}
/// Expressions that are grouped by together; none for one group of all rows. SQL: `(a, b)`.
template <class... Expressions>
[[nodiscard]] constexpr auto set(const Expressions&... expressions) {
  constexpr bool fits = (expression<Expressions> && ...);
  static_assert(fits, "virga: set() takes columns and expressions");
  return query::make_grouping<grouping_kind::set, fits>(expressions...);
}
/// Groups by each of the sets: `grouping_sets(set(a, b), set(a), set())`. An expression that is in all of them is never
/// left out. SQL: `grouping sets ((a, b), (a), ())`.
template <class... Sets>
[[nodiscard]] constexpr auto grouping_sets(const Sets&... sets) {
  constexpr bool fits = sizeof...(Sets) > 0 && ((expression<Sets> || query::is_grouping<Sets>)&&...);
  static_assert(fits, "virga: grouping_sets() takes one or more set(…), columns, expressions, rollup(…) and cube(…)");
  return query::make_grouping<grouping_kind::grouping_sets, fits>(sets...);
}

/// `grouping(a, b)`.
template <class... Expressions>
struct grouping_test : expression_node<grouping_test<Expressions...>> {
  using type = types::integer;
  [[no_unique_address]] pack<Expressions...> expressions;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    refuse_optional<Expressions...>(s);
    const auto around = s.enter_aggregate();  // it stands where they do, but reads groups, not rows
    s.leave_aggregate(around);
    s.text("grouping(");
    list_separator comma;
    ((comma.say(s), render_one<Expressions>(s)), ...);
    s.text(")");
  }
  void bind(binder& b) const {
    expressions.each([&](const auto& one) { one.bind(b); });
  }

 private:
  template <class Expression>
  static constexpr void render_one(sink& s) {
    if constexpr (requires { Expression::info.source; }) {
      Expression::render(s);
    } else {
      const bool grouped = s.enter_expression(&Expression::render);
      if (s.checking() && !grouped) s.broken(render::rule::ungrouped_column);
      Expression::render(s);
      s.leave_expression(grouped);
    }
  }
};

/// Which of some grouped expressions a row's grouping left out: a bit for each, the last one's the lowest, 1 where it
/// was. integer, never null. SQL: `grouping(a, b)`. Compile time: all of them stand in `group_by`.
template <class... Expressions>
[[nodiscard]] constexpr auto grouping(const Expressions&... expressions) {
  constexpr bool fits = sizeof...(Expressions) > 0 && (expression<Expressions> && ...);
  static_assert(fits, "virga: grouping() takes one or more of the columns and expressions of group_by()");
  if constexpr (fits && !(refused_expression<Expressions> || ...))
    return grouping_test<Expressions...>{{}, {{expressions}...}};
  else
    return refused{};
}

}  // namespace virga
