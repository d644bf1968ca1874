// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"

namespace virga {

template <class T>
concept predicate = expression<T> && std::same_as<typename std::remove_cvref_t<T>::type, types::boolean>;

template <class Operand>
constexpr void render_group(sink& s, precedence at_least);

/// Renders an expression as an item of a list that may turn out empty.
template <class Item>
constexpr void render_item(sink& s, std::string_view separator, precedence at_least = precedence::disjunction) {
  if constexpr (requires { Item::render_optional(s, separator, at_least); }) {
    Item::render_optional(s, separator, at_least);
  } else {
    s.item(separator);
    render_group<Item>(s, at_least);
    s.item_end();
  }
}
/// Renders an operand whose parentheses, too, go when nothing is left between them.
template <class Operand>
constexpr void render_group(sink& s, precedence at_least) {
  if constexpr (Operand::dynamic) {
    const bool parentheses = Operand::strength < at_least;
    s.group(parentheses ? "(" : "");
    s.item("");
    Operand::render(s);
    s.item_end();
    s.group_end(parentheses ? ")" : "");
  } else {
    render_operand<Operand>(s, at_least);
  }
}

/// `left and right`, `left or right`. A side that was left out by `when` is as if it had not been written; with both
/// sides left out, so is the whole.
template <class Operator, class Left, class Right>
struct logical : expression_node<logical<Operator, Left, Right>> {
  using type = types::boolean;
  using logical_operator = Operator;
  static constexpr auto strength = Operator::strength;
  static constexpr bool dynamic = Left::dynamic || Right::dynamic;

  [[no_unique_address]] Left left;
  [[no_unique_address]] Right right;


  static constexpr bool nullable(const scope& in) { return Left::nullable(in) || Right::nullable(in); }
  static constexpr void render(sink& s) {
    if constexpr (dynamic) {
      s.group("");
      render_items(s);
      s.group_end();
    } else {
      const bool grouped = s.enter_expression(&logical::render);
      render_flat(s);
      s.leave_expression(grouped);
    }
  }
  /// As a part of a longer list: to the server `a and b and c` is one of three, of which `a and b` is no part.
  static constexpr void render_flat(sink& s) {
    render_side<Left>(s);
    s.text(Operator::text);
    render_side<Right>(s);
  }
  /// As items of a list that is open already: `a && b && c` is one list of three.
  static constexpr void render_items(sink& s) {
    if constexpr (requires { requires std::same_as<typename Left::logical_operator, Operator>; }) Left::render_items(s);
    else render_item<Left>(s, Operator::text, strength);
    render_item<Right>(s, Operator::text, strength);
  }
  void bind(binder& b) const {
    left.bind(b);
    right.bind(b);
  }

 private:
  template <class Side>
  static constexpr void render_side(sink& s) {
    if constexpr (requires { requires std::same_as<typename Side::logical_operator, Operator>; })
      Side::render_flat(s);
    else
      render_operand<Side>(s, strength);
  }
};

/// Renders a condition of which parts, or all, may be left out: as a clause, or not at all.
template <class Predicate>
constexpr void render_condition(sink& s, std::string_view prefix, bool required = false) {
  s.group(prefix, required);
  if constexpr (requires { Predicate::render_items(s); }) Predicate::render_items(s);
  else render_item<Predicate>(s, "");
  s.group_end();
}

template <class Operand>
struct negation : expression_node<negation<Operand>> {
  using type = types::boolean;
  static constexpr auto strength = precedence::negation;
  static constexpr bool dynamic = Operand::dynamic;

  [[no_unique_address]] Operand operand;


  static constexpr bool nullable(const scope& in) { return Operand::nullable(in); }
  static constexpr void render(sink& s) {
    if constexpr (dynamic) {
      s.group("not (");
      render_item<Operand>(s, "");
      s.group_end(")");
    } else {
      const bool grouped = s.enter_expression(&negation::render);
      s.text("not ");
      render_operand<Operand>(s, tighter(strength));
      s.leave_expression(grouped);
    }
  }
  void bind(binder& b) const { operand.bind(b); }
};

/// What stands in for a refused predicate, so that its message is the only one.
struct null_test_of_nothing : expression_node<null_test_of_nothing> {
  using type = types::boolean;
  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) { s.text("true"); }
  void bind(binder&) const {}
};

/// A predicate that is there only if its flag is set. See `when`.
template <class Predicate>
struct optional_predicate : expression_node<optional_predicate<Predicate>> {
  using type = types::boolean;
  static constexpr auto strength = Predicate::strength;
  static constexpr bool dynamic = true;

  bool there;
  [[no_unique_address]] Predicate predicate;


  static constexpr bool nullable(const scope& in) { return Predicate::nullable(in); }
  static constexpr void render_optional(sink& s, std::string_view separator, precedence at_least) {
    const std::size_t begin = s.optional_item(separator);
    render_group<Predicate>(s, at_least);
    s.optional_end(begin);
  }
  static constexpr void render(sink& s) {
    s.group("");
    render_optional(s, "", precedence::disjunction);
    s.group_end();
  }
  void bind(binder& b) const {
    b.flag(there);
    if (!there) return;
    b.enter();
    predicate.bind(b);
    b.leave();
  }
};

namespace operators {
struct conjunction {
  static constexpr auto strength = precedence::conjunction;
  static constexpr std::string_view text = " and ";
};
struct disjunction {
  static constexpr auto strength = precedence::disjunction;
  static constexpr std::string_view text = " or ";
};
}  // namespace operators

/// Puts two predicates together. Compile time: both must be boolean expressions.
template <class Operator, class Left, class Right>
[[nodiscard]] constexpr auto combine(Left&& left, Right&& right) {
  using left_type = std::remove_cvref_t<Left>;
  using right_type = std::remove_cvref_t<Right>;
  constexpr bool fits = predicate<left_type> && predicate<right_type>;
  static_assert(fits,
                "virga: && and || join two boolean expressions; a condition of the program itself goes into "
                "when(flag, predicate), texts are joined by concat(…)");
  if constexpr (fits)
    return logical<Operator, left_type, right_type>{{}, static_cast<Left&&>(left), static_cast<Right&&>(right)};
  else if constexpr (expression<Left>) return left_type(left);
  else return right_type(right);
}

/// `left and right`; null when neither side is false and one is null. `&&` does not cut short: SQL decides.
/// Source: PostgreSQL manual, "Logical Operators".
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator&&(Left&& left, Right&& right) {
  return combine<operators::conjunction>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `left or right`; null when neither side is true and one is null.
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator||(Left&& left, Right&& right) {
  return combine<operators::disjunction>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `not operand`. Compile time: the operand must be boolean.
template <expression Operand>
[[nodiscard, gnu::always_inline]] constexpr auto operator!(Operand&& operand) {
  using plain = std::remove_cvref_t<Operand>;
  constexpr bool is_condition = predicate<plain>;
  static_assert(is_condition, "virga: ! negates a boolean expression; compare this one with a value first");
  return negation<plain>{{}, static_cast<Operand&&>(operand)};
}

/// All of them; SQL: `a and b and …`. One predicate stands for itself.
template <expression First>
[[nodiscard, gnu::always_inline]] constexpr auto and_(First&& first) {
  return std::remove_cvref_t<First>(static_cast<First&&>(first));
}
template <class First, class Second, class... More>
[[nodiscard, gnu::always_inline]] constexpr auto and_(First&& first, Second&& second, More&&... more) {
  return and_(combine<operators::conjunction>(static_cast<First&&>(first), static_cast<Second&&>(second)),
              static_cast<More&&>(more)...);
}
/// Any of them; SQL: `a or b or …`.
template <expression First>
[[nodiscard, gnu::always_inline]] constexpr auto or_(First&& first) {
  return std::remove_cvref_t<First>(static_cast<First&&>(first));
}
template <class First, class Second, class... More>
[[nodiscard, gnu::always_inline]] constexpr auto or_(First&& first, Second&& second, More&&... more) {
  return or_(combine<operators::disjunction>(static_cast<First&&>(first), static_cast<Second&&>(second)),
             static_cast<More&&>(more)...);
}
template <expression Operand>
[[nodiscard, gnu::always_inline]] constexpr auto not_(Operand&& operand) {
  return !static_cast<Operand&&>(operand);
}

/// A predicate that is part of the query only if `flag` is true; else the query is as if it had not been written:
/// `a && when(false, b)` is `a`. The rest of the query's text stays a constant. The predicate's values are taken
/// either way, so `when(x.has_value(), users.age == x.value_or(0))` is the way to write an optional one.
/// A select whose conditions are all left out selects every row; an update or delete throws `empty_statement`.
template <class Predicate>
  requires(!requires { typename std::remove_cvref_t<Predicate>::order_kind; })
[[nodiscard, gnu::always_inline]] constexpr auto when(bool flag, Predicate&& wanted) {
  using plain = std::remove_cvref_t<Predicate>;
  constexpr bool is_condition = predicate<plain>;
  static_assert(is_condition, "virga: when(flag, predicate) takes a boolean expression as its second argument");
  if constexpr (predicate<plain>) return optional_predicate<plain>{{}, flag, static_cast<Predicate&&>(wanted)};
  else return null_test_of_nothing{};
}

}  // namespace virga
