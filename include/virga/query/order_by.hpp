// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/expr/order.hpp"
#include "virga/query/projection.hpp"

namespace virga::query {

/// ` order by …`.
template <class... Keys>
struct order_by_clause {
  static constexpr auto part = clause::order_by;
  static constexpr bool dynamic = (Keys::dynamic || ...);
  [[no_unique_address]] pack<Keys...> keys;

  static constexpr void render(sink& s) {
    if constexpr (dynamic) {
      s.group(" order by ");
      (render_key<Keys>(s), ...);
      s.group_end();
    } else {
      s.text(" order by ");
      list_separator comma;
      ((comma.say(s), Keys::render(s)), ...);
    }
  }
  void bind(binder& b) const {
    keys.each([&](const auto& key) { key.bind(b); });
  }

 private:
  template <class Key>
  static constexpr void render_key(sink& s) {
    if constexpr (Key::dynamic) {
      Key::render_optional(s, ", ", precedence::disjunction);
    } else {
      s.item(", ");
      Key::render(s);
      s.item_end();
    }
  }
};

/// How an argument of `order_by` stands in it: an expression or a name alone is in ascending order.
template <class Given>
struct key_of {
  using type = order_key<false, std::conditional_t<expression<Given>, Given, no_item>>;
};
template <order_by_key Given>
struct key_of<Given> {
  using type = Given;
};
template <fixed_string Name>
struct key_of<name_literal<Name>> {
  using type = order_key<false, output_column<Name>>;
};
template <class Given>
using key_type = typename key_of<Given>::type;

template <class T>
inline constexpr bool is_name = false;
template <fixed_string Name>
inline constexpr bool is_name<name_literal<Name>> = true;

/// What a key orders by; void where that is known by a name alone, or at run time.
template <class Key>
struct key_expression {
  using type = void;
};
template <bool Descending, class Expression, nulls Nulls>
struct key_expression<order_key<Descending, Expression, Nulls>> {
  using type = Expression;
};
template <bool Descending, fixed_string Name, nulls Nulls>
struct key_expression<order_key<Descending, output_column<Name>, Nulls>> {
  using type = void;
};

/// Whether an item of a select list is an expression, has it under a name, or is the table of that column.
template <class Expression, class Item>
constexpr bool gives_expression() {
  if constexpr (!same_when_repeated<Expression>)
    return false;
  else if constexpr (std::same_as<Expression, Item>)
    return true;
  else if constexpr (requires { requires std::same_as<Expression, typename Item::named_kind>; }) return true;
  else return requires { requires std::same_as<typename Expression::source, typename Item::table_type::source>; };
}

/// Rows of which equal ones became one have the order of what they show. Source: PostgreSQL manual, "DISTINCT Clause".
template <class... Item, class... Keys>
constexpr void check_order(sink& s, distinct_clause*, projection<clause::projection, Item...>*, order_by_clause<Keys...>*) {
  const auto selected = []<class Expression>(Expression*) {
    if constexpr (std::is_void_v<Expression> || std::same_as<Expression, no_item> || refused_expression<Expression>) return true;
    else return (gives_expression<Expression, Item>() || ...);
  };
  if (!(selected(static_cast<typename key_expression<Keys>::type*>(nullptr)) && ...)) s.broken(render::rule::order_of_distinct);
}
template <class T, class... Some>
inline constexpr bool is_among = (std::same_as<T, Some> || ...) && same_when_repeated<T>;
/// The keys that come first are those that rows are the same by.
template <class... On, class Projection, class... Keys>
constexpr void check_order(sink& s, distinct_on_clause<On...>*, Projection*, order_by_clause<Keys...>*) {
  if ((std::is_void_v<typename key_expression<Keys>::type> || ...)) return;
  const bool among[] = {is_among<typename key_expression<Keys>::type, On...>...};
  std::size_t first = 0;  // how many keys are among them before the first that is not
  while (first < sizeof...(Keys) && among[first]) ++first;
  if (first == sizeof...(Keys)) return;
  const auto is_said = [&]<class Expression>(Expression*) {
    const bool same[] = {std::same_as<typename key_expression<Keys>::type, Expression>...};
    for (std::size_t i = 0; i < first; ++i)
      if (same[i]) return true;
    return false;
  };
  if (!(is_said(static_cast<On*>(nullptr)) && ...)) s.broken(render::rule::order_of_distinct_on);
}
constexpr void check_order(sink&, auto*, auto*, auto*) {}

/// Whether equal rows of a select list can be found.
template <class... Item>
constexpr bool rows_sortable(projection<clause::projection, Item...>*) {
  return ([] {
    if constexpr (requires { typename Item::table_type; })
      return []<class... Column>(type_list<Column...>) {
        return sortable<Column...>;
      }(columns_list<typename Item::table_type>());
    else
      return sortable<Item>;
  }() && ...);
}

template <class Statement>
constexpr void check_distinct_order(sink& s) {
  using beginning = clause_in<Statement, clause::command>;
  if constexpr (!std::same_as<beginning, nothing>) {
    constexpr auto* selected = static_cast<projection_of<Statement, clause::projection>*>(nullptr);
    if constexpr (std::same_as<beginning, distinct_clause>)
      if (!rows_sortable(selected)) s.broken(render::rule::unsortable);
    check_order(s, static_cast<beginning*>(nullptr), selected,
                static_cast<clause_in<Statement, clause::order_by>*>(nullptr));
  }
}

template <class... Keys>
[[gnu::always_inline]] constexpr void check_keys() {
  constexpr bool are_keys = sizeof...(Keys) > 0 && ((order_by_key<Keys> || expression<Keys> || is_name<Keys>)&&...);
  static_assert(
      are_keys,
      "virga: order_by() takes one or more columns, expressions, names of selected columns, asc(…) and desc(…)");
}

}  // namespace virga::query
