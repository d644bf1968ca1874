// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "Array Functions and Operators", "Row and Array Comparisons".
#pragma once
#include "virga/expr/containment.hpp"
#include "virga/expr/function.hpp"
#include "virga/types/array.hpp"

namespace virga {

template <class Element>
struct beside<operators::contains, types::array_of<Element>> : only_beside<types::array_of<Element>> {};
template <class Element>
struct beside<operators::contained, types::array_of<Element>> : only_beside<types::array_of<Element>> {};
template <class Element>
struct beside<operators::overlaps, types::array_of<Element>> : only_beside<types::array_of<Element>> {};

/// Drizzle's names for contains, contained_by and overlaps.
template <expression Left, class Right>
[[nodiscard]] constexpr auto array_contains(const Left& left, const Right& right) {
  return contains(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto array_contained(const Left& left, const Right& right) {
  return contained_by(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto array_overlaps(const Left& left, const Right& right) {
  return overlaps(left, right);
}

/// The elements of an array, for a comparison with any or all of them: `"red" == any_of(posts.tags)`.
template <fixed_string Quantifier, class Operand>
struct quantified_array : expression_node<quantified_array<Quantifier, Operand>> {
  using type = typename Operand::type::element;
  using quantified_kind = Operand;
  [[no_unique_address]] Operand operand;

  static constexpr bool nullable(const scope& in) { return Operand::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>();
    s.text(Quantifier.view());
    Operand::render(s);
    s.text(")");
  }
  void bind(binder& b) const { operand.bind(b); }
};
template <fixed_string Quantifier, class Operand>
[[nodiscard]] constexpr auto quantify_array(const Operand& operand) {
  constexpr bool fits = types::is_array<typename Operand::type> || refused_expression<Operand>;
  static_assert(fits, "virga: any_of() and all_of() take an array or a query of one column");
  if constexpr (fits && !refused_expression<Operand>) return quantified_array<Quantifier, Operand>{{}, operand};
  else return refused{};
}
/// At the right of a comparison: whether it is true for any, for all elements of an array. SQL: `x = any(array)`.
template <expression Operand>
[[nodiscard]] constexpr auto any_of(const Operand& operand) {
  return quantify_array<"any(">(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto all_of(const Operand& operand) {
  return quantify_array<"all(">(operand);
}

template <class Operand>
constexpr bool check_array() {
  constexpr bool fits = types::is_array<typename Operand::type> || refused_expression<Operand>;
  static_assert(fits, "virga: this function takes an array; this expression is of another SQL type");
  return fits && !refused_expression<Operand>;
}
/// How many elements. integer; null where the array is.
template <expression Array>
[[nodiscard]] constexpr auto cardinality(const Array& array) {
  if constexpr (check_array<Array>()) return call<"cardinality", types::integer(typename Array::type)>(array);
  else return refused{};
}
/// With one more element at the end; without every element that equals one. The array's type.
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_append(const Array& array, const Element& element) {
  if constexpr (check_array<Array>())
    return call<"array_append", typename Array::type(typename Array::type, typename Array::type::element)>(array, element);
  else return refused{};
}
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_remove(const Array& array, const Element& element) {
  if constexpr (check_array<Array>())
    return call<"array_remove", typename Array::type(typename Array::type, typename Array::type::element)>(array, element);
  else return refused{};
}
/// One array after the other. The arrays' type.
template <expression Array, class Other>
[[nodiscard]] constexpr auto array_cat(const Array& array, const Other& other) {
  if constexpr (check_array<Array>())
    return call<"array_cat", typename Array::type(typename Array::type, typename Array::type)>(array, other);
  else return refused{};
}
/// Where an element stands first, from 1; null where it does not. integer.
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_position(const Array& array, const Element& element) {
  if constexpr (check_array<Array>())
    return call<"array_position", std::optional<types::integer>(typename Array::type, typename Array::type::element)>(
        array, element);
  else return refused{};
}
/// The elements as one text with a separator between them; nulls are passed over. text.
template <expression Array, class Separator>
[[nodiscard]] constexpr auto array_to_string(const Array& array, const Separator& separator) {
  if constexpr (check_array<Array>())
    return call<"array_to_string", types::text(typename Array::type, types::text)>(array, separator);
  else return refused{};
}

}  // namespace virga
