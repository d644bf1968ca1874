// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/query/grouping_sets.hpp"
#include "virga/schema/extras.hpp"

namespace virga::query {

/// ` group by …`. Source: PostgreSQL manual, "The GROUP BY and HAVING Clauses".
template <class... Expressions>
struct group_by_clause {
  static constexpr auto part = clause::group_by;
  [[no_unique_address]] pack<Expressions...> expressions;

  static constexpr void render(sink& s) {
    refuse_optional<Expressions...>(s);
    s.text(" group by ");
    list_separator comma;
    ((comma.say(s), Expressions::render(s)), ...);
  }
  void bind(binder& b) const {
    expressions.each([&](const auto& one) { one.bind(b); });
  }
  /// A group has a row, so its sums of what is never null are never null; not so the empty one among grouping sets, and
  /// what the sets leave out may be null in the result.
  static constexpr void enter(scope& sources) {
    if constexpr ((is_grouping<Expressions> || ...)) sources.null_groups(nulled_by<Expressions...>);
    else sources.group();
  }
  static constexpr void group(render::statement_facts& facts) {
    facts.has_group_by = true;
    (group_one<Expressions>(facts), ...);
  }

 private:
  /// Whether the columns among the expressions hold the primary key, of several columns, of a table.
  template <class Source, class... Some>
  static consteval bool holds_key(type_list<Some...>) {
    return [&]<class... Column>(type_list<Column...>) {
      return schema::hold_primary_key<Source, Column...>();
    }(joined(columns_among<Some>()...));
  }
  template <class Some>
  static constexpr auto columns_among() {
    if constexpr (requires { Some::info.source; }) return type_list<Some>{};
    else return type_list<>{};
  }

  template <class Expression>
  static constexpr void group_one(render::statement_facts& facts) {
    if constexpr (std::same_as<Expression, no_item>) facts.refused = true;
    if constexpr (is_grouping<Expression>) {
      // columns that are left out are known by that (render/source.hpp)
      Expression::each([&](const grouped_item& item) {
        if (item.expression != nullptr) facts.group(item.expression);
        else if (Expression::always(item)) facts.group(*item.column);
      });
    } else if constexpr (requires { Expression::info.source; }) {
      facts.group(Expression::info);
      if constexpr (requires { requires row_source<typename Expression::source>; })
        if (holds_key<typename Expression::source>(type_list<Expressions...>{}))
          facts.group(Expression::source::info);
    } else {
      if (same_when_repeated<Expression>) facts.group(&Expression::render);
    }
  }
};

/// ` having …`.
template <class Predicate>
struct having_clause {
  static constexpr auto part = clause::having;
  [[no_unique_address]] Predicate condition;

  static constexpr void render(sink& s) {
    if constexpr (Predicate::dynamic) {
      render_condition<Predicate>(s, " having ");
    } else {
      s.text(" having ");
      Predicate::render(s);
    }
  }
  void bind(binder& b) const { condition.bind(b); }
};

template <class... Expressions>
[[gnu::always_inline]] constexpr void check_expressions() {
  constexpr bool are_expressions =
      sizeof...(Expressions) > 0 && ((expression<Expressions> || is_grouping<Expressions>)&&...);
  static_assert(are_expressions,
                "virga: group_by() takes one or more columns, expressions, rollup(…), cube(…) and grouping_sets(…)");
}
template <class... Expressions>
using group_by_type =
    group_by_clause<std::conditional_t<expression<Expressions> || is_grouping<Expressions>, Expressions, no_item>...>;
template <class Predicate>
using having_type = std::conditional_t<predicate<Predicate>, having_clause<Predicate>, no_clause<clause::having>>;

}  // namespace virga::query
