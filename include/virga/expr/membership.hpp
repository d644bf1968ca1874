// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <initializer_list>
#include <vector>

#include "virga/expr/comparison.hpp"
#include "virga/types/array.hpp"

namespace virga {

/// `operand [not] between low and high`, both ends included.
template <bool Negated, class Operand, class Low, class High>
struct between_test : expression_node<between_test<Negated, Operand, Low, High>> {
  using type = types::boolean;
  static constexpr auto strength = precedence::pattern;

  [[no_unique_address]] Operand operand;
  [[no_unique_address]] Low low;
  [[no_unique_address]] High high;

  static constexpr bool nullable(const scope& in) {
    return Operand::nullable(in) || Low::nullable(in) || High::nullable(in);
  }
  static constexpr void render(sink& s) {
    refuse_optional<Operand, Low, High>(s);
    const bool grouped = s.enter_expression(&between_test::render);
    render_operand<Operand>(s, tighter(strength));
    s.text(Negated ? " not between " : " between ");
    render_operand<Low>(s, tighter(strength));
    s.text(" and ");
    render_operand<High>(s, tighter(strength));
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    operand.bind(b);
    low.bind(b);
    high.bind(b);
  }
};

template <bool Negated, bool Fits, class Operand, class Low, class High>
[[nodiscard]] constexpr auto test_between(Operand&& tested, Low&& low, High&& high) {
  using plain = std::remove_cvref_t<Operand>;
  if constexpr (Fits) {
    auto from = operand<plain>(static_cast<Low&&>(low));
    auto to = operand<plain>(static_cast<High&&>(high));
    return between_test<Negated, plain, decltype(from), decltype(to)>{
        {}, static_cast<Operand&&>(tested), std::move(from), std::move(to)};
  } else {
    return refused{};
  }
}

/// Whether an expression lies between two others, ends included. Boolean, null when any of the three is.
/// SQL: `operand between low and high`.
template <expression Operand, class Low, class High>
[[nodiscard]] constexpr auto between(Operand&& operand, Low&& low, High&& high) {
  using plain = std::remove_cvref_t<Operand>;
  constexpr bool exists = check_comparison<&comparisons::order, plain, Low, High>();
  constexpr bool fits =
      check_comparable<plain, asked_if<exists, Low>>() && check_comparable<plain, asked_if<exists, High>>();
  return test_between<false, fits>(static_cast<Operand&&>(operand), static_cast<Low&&>(low), static_cast<High&&>(high));
}
template <expression Operand, class Low, class High>
[[nodiscard]] constexpr auto not_between(Operand&& operand, Low&& low, High&& high) {
  using plain = std::remove_cvref_t<Operand>;
  constexpr bool exists = check_comparison<&comparisons::order, plain, Low, High>();
  constexpr bool fits =
      check_comparable<plain, asked_if<exists, Low>>() && check_comparable<plain, asked_if<exists, High>>();
  return test_between<true, fits>(static_cast<Operand&&>(operand), static_cast<Low&&>(low), static_cast<High&&>(high));
}

/// `operand = any(array)`, or `operand <> all(array)`.
template <bool Negated, class Operand>
struct membership_test : expression_node<membership_test<Negated, Operand>> {
  using type = types::boolean;
  static constexpr auto strength = precedence::comparison;

  [[no_unique_address]] Operand operand;
  std::vector<typename Operand::type::value> values;

  static constexpr bool nullable(const scope& in) { return Operand::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>(s);
    render_operand<Operand>(s, tighter(strength));
    s.text(Negated ? " <> all(" : " = any(");
    s.parameter(types::array_of<typename Operand::type>::name);
    render_parameter_cast<types::array_of<typename Operand::type>>(s);
    s.text(")");
  }
  void bind(binder& b) const {
    operand.bind(b);
    b.value<types::array_of<typename Operand::type>>(values, place_near<Operand>());
  }
};

/// `any(array)` of a placeholder.
template <fixed_string Quantifier, fixed_string Name, class Element>
struct listed : expression_node<listed<Quantifier, Name, Element>> {
  using type = Element;
  placeholder_expression<Name, types::array_of<Element>> list;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    s.text(Quantifier.view());
    decltype(list)::render(s);
    s.text(")");
  }
  void bind(binder& b) const { list.bind(b); }
};

template <bool Negated, bool Exists, class Operand, class List>
[[nodiscard]] constexpr auto test_membership(Operand&& operand, List&& list) {
  using plain = std::remove_cvref_t<Operand>;
  constexpr bool is_list = requires { *std::begin(list); };
  static_assert(is_list, "virga: in_(column, list) takes a list of values: a container, or {…}");
  if constexpr (!Exists) {
    return refused{};
  } else {
    std::vector<typename plain::type::value> values;
    if constexpr (is_list) {
      constexpr bool fits = operand_for<typename plain::type, std::remove_cvref_t<decltype(*std::begin(list))>>;
      static_assert(fits, "virga: in_(column, list): the list's values cannot be compared with this column's SQL type");
      if constexpr (fits) {
        if constexpr (requires { list.size(); }) values.reserve(list.size());
        for (const auto& value : list) values.push_back(converted<typename plain::type>(value, place_near<plain>()));
      }
    }
    return membership_test<Negated, plain>{{}, static_cast<Operand&&>(operand), std::move(values)};
  }
}

/// Whether an expression is one of a list of values. The list is bound as one array, so the text is the same for
/// every length; an empty list matches nothing. Boolean, null when the operand is (and the list not empty).
/// SQL: `operand = any($1)`. Source: PostgreSQL manual, "Row and Array Comparisons".
template <expression Operand, class List>
[[nodiscard]] constexpr auto in_(Operand&& operand, const List& list) {
  constexpr bool exists = check_comparison<&comparisons::equal, Operand>();
  return test_membership<false, exists>(static_cast<Operand&&>(operand), list);
}
template <expression Operand, class Value>
[[nodiscard]] constexpr auto in_(Operand&& operand, std::initializer_list<Value> list) {
  constexpr bool exists = check_comparison<&comparisons::equal, Operand>();
  return test_membership<false, exists>(static_cast<Operand&&>(operand), list);
}
/// A list that is given when the query runs: a vector of the operand's type.
template <expression Operand, fixed_string Name>
[[nodiscard]] constexpr auto in_(Operand&& operand, placeholder_name<Name>) {
  using plain = std::remove_cvref_t<Operand>;
  using list = listed<"any(", Name, typename plain::type>;
  return compare_checked<operators::equal, true>(static_cast<Operand&&>(operand), list{});
}
template <expression Operand, fixed_string Name>
[[nodiscard]] constexpr auto not_in(Operand&& operand, placeholder_name<Name>) {
  using plain = std::remove_cvref_t<Operand>;
  using list = listed<"all(", Name, typename plain::type>;
  return compare_checked<operators::not_equal, true>(static_cast<Operand&&>(operand), list{});
}
/// Whether it is none of them; an empty list matches everything. SQL: `operand <> all($1)`.
template <expression Operand, class List>
[[nodiscard]] constexpr auto not_in(Operand&& operand, const List& list) {
  constexpr bool exists = check_comparison<&comparisons::not_equal, Operand>();
  return test_membership<true, exists>(static_cast<Operand&&>(operand), list);
}
template <expression Operand, class Value>
[[nodiscard]] constexpr auto not_in(Operand&& operand, std::initializer_list<Value> list) {
  constexpr bool exists = check_comparison<&comparisons::not_equal, Operand>();
  return test_membership<true, exists>(static_cast<Operand&&>(operand), list);
}

}  // namespace virga
