// SPDX-License-Identifier: BSL-1.0
//
// Operators that types have or have not: what may stand at their right is a table, to which the header of each kind of
// type adds its lines.
#pragma once
#include "virga/expr/function.hpp"
#include "virga/expr/order.hpp"
#include "virga/types/array.hpp"

namespace virga {

/// The SQL types that may stand at the right of an operator whose left side has a type, as `types`, in the order in
/// which a value there is tried; without it, where the operator is not for that type.
template <class Operator, class Left>
struct beside {};
template <class... Types>
struct only_beside {
  using types = type_list<Types...>;
};

template <class Operator, class Left>
concept has_operator = requires {
  typename beside<Operator, Left>::types;
};

/// Which of some types a right side is, or a value there becomes; void for none.
template <class Right, class First, class... More>
constexpr auto right_type(type_list<First, More...>) {
  constexpr bool fits = [] {
    if constexpr (is_placeholder<Right>)
      return true;
    else if constexpr (expression<Right>)
      return std::same_as<First, seen_type<typename Right::type>>;
    else
      return value_for<First, Right>;
  }();
  if constexpr (fits)
    return static_cast<First*>(nullptr);
  else if constexpr (sizeof...(More) > 0)
    return right_type<Right>(type_list<More...>{});
  else
    return static_cast<void*>(nullptr);
}
template <class Operator, class Left, class Right>
using type_beside = std::remove_pointer_t<decltype(right_type<Right>(typename beside<Operator, Left>::types{}))>;

/// The right side as it stands in SQL: a value of the left side's type needs no cast.
template <class Left, class Type, class Right>
[[nodiscard]] constexpr auto right_operand(const Right& right) {
  if constexpr (std::same_as<Type, typename Left::type>)
    return operand<Left>(right);
  else
    return argument<Type>(right);
}
template <class Operator, class Left, class Right>
[[nodiscard]] constexpr auto operate(const Left& left, const Right& right) {
  using type = type_beside<Operator, seen_type<typename Left::type>, Right>;
  return binary<Operator, Left, decltype(right_operand<Left, type>(right))>{{}, left, right_operand<Left, type>(right)};
}
/// The same for an operator that has a sentence of its own for neither.
template <class Operator, class Left, class Right>
[[nodiscard]] constexpr auto apply_operator(const Left& left, const Right& right) {
  if constexpr (refused_expression<Left> || refused_expression<Right>) {
    return refused{};
  } else {
    constexpr bool known = has_operator<Operator, seen_type<typename Left::type>>;
    static_assert(known,
                  "virga: PostgreSQL has no such operator for the SQL type of the left side; cast<T>(…) it, or include "
                  "the header of its type's functions (virga/expr/all.hpp has them all)");
    if constexpr (known) {
      constexpr bool fits = !std::is_void_v<type_beside<Operator, seen_type<typename Left::type>, Right>>;
      static_assert(
          fits,
          "virga: PostgreSQL has no such operator for the SQL type of the right side; cast<T>(…) it, or give a "
          "value of the left side's type");
      if constexpr (fits)
        return operate<Operator>(left, right);
      else
        return refused{};
    } else {
      return refused{};
    }
  }
}

namespace operators {
struct test : comparison {
  static constexpr auto strength = precedence::other_operator;
};
struct contains : test {
  static constexpr std::string_view text = " @> ";
};
struct contained : test {
  static constexpr std::string_view text = " <@ ";
};
struct overlaps : test {
  static constexpr std::string_view text = " && ";
};
}  // namespace operators

/// Whether elements can be compared, where an operand is an array.
template <class Operand>
inline constexpr bool elements_compare = !types::is_array<seen_type<typename Operand::type>> || sortable<Operand>;

template <class Operator, class Left, class Right>
[[nodiscard]] constexpr auto compare_parts(const Left& left, const Right& right) {
  if constexpr (refused_expression<Left> || refused_expression<Right>) {
    return refused{};
  } else {
    constexpr bool known = has_operator<Operator, seen_type<typename Left::type>>;
    static_assert(
        known,
        "virga: contains and contained_by take arrays or jsonb, overlaps takes arrays, and they take the types "
        "whose functions are included (virga/expr/all.hpp has them all); this expression is of another SQL type");
    if constexpr (known) {
      constexpr bool same = !std::is_void_v<type_beside<Operator, seen_type<typename Left::type>, Right>>;
      static_assert(same,
                    "virga: contains, contained_by and overlaps compare two values of one type, or a range with its "
                    "element; convert the second");
      static_assert(
          elements_compare<Left>,
          "virga: the elements of these arrays are compared, and PostgreSQL has no equality for their SQL type "
          "(json, xml, points and other figures); cast them to jsonb[] or text[] first");
      if constexpr (same && elements_compare<Left>)
        return operate<Operator>(left, right);
      else
        return refused{};
    } else {
      return refused{};
    }
  }
}

/// Whether the left side (an array, jsonb, a range …) holds all of the right one. boolean, null when either is.
/// SQL: `left @> right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto contains(const Left& left, const Right& right) {
  return compare_parts<operators::contains>(left, right);
}
/// The other way round. SQL: `left <@ right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto contained_by(const Left& left, const Right& right) {
  return compare_parts<operators::contained>(left, right);
}
/// Whether two arrays (ranges, networks …) have something in common. boolean, null when either is. SQL: `left &&
/// right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto overlaps(const Left& left, const Right& right) {
  return compare_parts<operators::overlaps>(left, right);
}

}  // namespace virga
