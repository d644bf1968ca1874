// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "Array Functions and Operators", "Row and Array Comparisons".
#pragma once
#include "virga/expr/conditional.hpp"
#include "virga/expr/containment.hpp"
#include "virga/expr/function.hpp"
#include "virga/types/array.hpp"

namespace virga {

template <class Array>
requires types::is_array<Array>
struct beside<operators::contains, Array> : only_beside<Array> {
};
template <class Array>
requires types::is_array<Array>
struct beside<operators::contained, Array> : only_beside<Array> {
};
template <class Array>
requires types::is_array<Array>
struct beside<operators::overlaps, Array> : only_beside<Array> {
};

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
    refuse_optional<Operand>(s);
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
  if constexpr (fits && !refused_expression<Operand>)
    return quantified_array<Quantifier, Operand>{{}, operand};
  else
    return refused{};
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
/// Of a function that looks for elements.
template <class Array>
constexpr bool check_elements() {
  static_assert(
      elements_compare<Array>,
      "virga: the elements of this array are compared, and PostgreSQL has no equality for their SQL type (json, "
      "xml, points and other figures); cast it to jsonb[] or text[] first");
  return elements_compare<Array>;
}
/// How many elements. integer; null where the array is.
template <expression Array>
[[nodiscard]] constexpr auto cardinality(const Array& array) {
  if constexpr (check_array<Array>())
    return call<"cardinality", types::integer(typename Array::type)>(array);
  else
    return refused{};
}
/// With one more element at the end; without every element that equals one. The array's type.
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_append(const Array& array, const Element& element) {
  if constexpr (check_array<Array>())
    return call<"array_append", typename Array::type(typename Array::type, typename Array::type::element)>(array,
                                                                                                           element);
  else
    return refused{};
}
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_remove(const Array& array, const Element& element) {
  if constexpr (check_array<Array>() && check_elements<Array>())
    return call<"array_remove", typename Array::type(typename Array::type, typename Array::type::element)>(array,
                                                                                                           element);
  else
    return refused{};
}
/// One array after the other. The arrays' type.
template <expression Array, class Other>
[[nodiscard]] constexpr auto array_cat(const Array& array, const Other& other) {
  if constexpr (check_array<Array>())
    return call<"array_cat", typename Array::type(typename Array::type, typename Array::type)>(array, other);
  else
    return refused{};
}
/// Where an element stands first, from 1; null where it does not. integer.
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_position(const Array& array, const Element& element) {
  if constexpr (check_array<Array>() && check_elements<Array>())
    return call<"array_position", std::optional<types::integer>(typename Array::type, typename Array::type::element)>(
        array, element);
  else
    return refused{};
}
/// The elements as one text with a separator between them; nulls are passed over. text.
template <expression Array, class Separator>
[[nodiscard]] constexpr auto array_to_string(const Array& array, const Separator& separator) {
  if constexpr (check_array<Array>())
    return call<"array_to_string", types::text(typename Array::type, types::text)>(array, separator);
  else
    return refused{};
}

/// The same the other way round: one more element at the beginning.
template <class Element, expression Array>
[[nodiscard]] constexpr auto array_prepend(const Element& element, const Array& array) {
  if constexpr (check_array<Array>())
    return call<"array_prepend", typename Array::type(typename Array::type::element, typename Array::type)>(element,
                                                                                                            array);
  else
    return refused{};
}
/// With another element in the place of each that equals one. The array's type.
template <expression Array, class Wanted, class Replacement>
[[nodiscard]] constexpr auto array_replace(const Array& array, const Wanted& wanted, const Replacement& replacement) {
  if constexpr (check_array<Array>() && check_elements<Array>()) {
    using element = typename Array::type::element;
    return call<"array_replace", typename Array::type(typename Array::type, element, element)>(array, wanted,
                                                                                               replacement);
  } else {
    return refused{};
  }
}
/// All places, from 1, where an element stands. integer[]; empty where it does not.
template <expression Array, class Element>
[[nodiscard]] constexpr auto array_positions(const Array& array, const Element& element) {
  if constexpr (check_array<Array>() && check_elements<Array>())
    return call<"array_positions",
                types::array_of<types::integer>(typename Array::type, typename Array::type::element)>(array, element);
  else
    return refused{};
}
/// How many elements a dimension has, from 1; null for an empty array and a dimension that is not there. integer.
template <expression Array, class Dimension>
[[nodiscard]] constexpr auto array_length(const Array& array, const Dimension& dimension) {
  if constexpr (check_array<Array>())
    return call<"array_length", std::optional<types::integer>(typename Array::type, types::integer)>(array, dimension);
  else
    return refused{};
}
/// Without so many elements at the end. The array's type. PostgreSQL 14.
template <expression Array, class Count>
[[nodiscard]] constexpr auto trim_array(const Array& array, const Count& count) {
  if constexpr (check_array<Array>())
    return call<"trim_array", typename Array::type(typename Array::type, types::integer)>(array, count);
  else
    return refused{};
}
/// The parts of a text between separators. text[].
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto string_to_array(Given&&... given) {
  return call<"string_to_array", types::array_of<types::text>(types::text, types::text)>(
      static_cast<Given&&>(given)...);
}

/// `(array)[from:to]`, `(array)[index]`.
template <class Result, bool MayBeNull, class Array, class... Indexes>
struct subscript : expression_node<subscript<Result, MayBeNull, Array, Indexes...>> {
  using type = Result;
  [[no_unique_address]] Array array;
  [[no_unique_address]] pack<Indexes...> indexes;

  static constexpr bool nullable(const scope& in) {
    return MayBeNull || Array::nullable(in) || (Indexes::nullable(in) || ...);
  }
  static constexpr void render(sink& s) {
    refuse_optional<Array, Indexes...>(s);
    const bool grouped = s.enter_expression(&subscript::render);
    s.text("(");
    Array::render(s);
    s.text(")[");
    bool first = true;
    ((s.text(first ? "" : ":"), first = false, Indexes::render(s)), ...);
    s.text("]");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    array.bind(b);
    indexes.each([&](const auto& one) { one.bind(b); });
  }
};
template <class Result, bool MayBeNull, class Array, class... Indexes>
[[nodiscard]] constexpr auto make_subscript(const Array& array, const Indexes&... indexes) {
  constexpr bool fits = (is_taken<types::integer, Indexes>() && ...);
  static_assert(fits, "virga: an index into an array is an integer, the first is 1");
  if constexpr (fits)
    return subscript<Result, MayBeNull, Array, decltype(argument<types::integer>(indexes))...>{
        {}, array, {{argument<types::integer>(indexes)}...}};
  else
    return refused{};
}
/// The element at an index from 1; null where there is none. SQL: `(array)[$1::integer]`.
template <expression Array, class Index>
[[nodiscard]] constexpr auto element_at(const Array& array, const Index& index) {
  if constexpr (check_array<Array>())
    return make_subscript<typename Array::type::element, true>(array, index);
  else
    return refused{};
}
/// The elements from an index to another one, both included; empty where there are none. SQL: `(array)[$1:$2]`.
template <expression Array, class From, class To>
[[nodiscard]] constexpr auto array_slice(const Array& array, const From& from, const To& to) {
  if constexpr (check_array<Array>())
    return make_subscript<typename Array::type, false>(array, from, to);
  else
    return refused{};
}

/// `array[a, b]`.
template <class... Items>
struct array_constructor : expression_node<array_constructor<Items...>> {
  using type = types::array_of<common_type<typename Items::type...>>;
  [[no_unique_address]] pack<Items...> items;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    refuse_optional<Items...>(s);
    const bool grouped = s.enter_expression(&array_constructor::render);
    s.text("array[");
    list_separator comma;
    ((comma.say(s), Items::render(s)), ...);
    s.text("]");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    items.each([&](const auto& one) { one.bind(b); });
  }
};
/// An array of expressions and values: `make_array(users.name, users.email)`. An array of their common type, never
/// null. SQL: `array[a, b]`. Run time: `decode_error` where an element that is selected is null.
template <class... Items>
requires any_expression<Items...>
[[nodiscard]] constexpr auto make_array(const Items&... items) {
  if constexpr (check_choice<Items...>()) {
    using near = typename first_expression<Items...>::type;
    using made = array_constructor<decltype(argument<typename near::type>(items))...>;
    constexpr bool fits =
        types::array_element<common_type<typename decltype(argument<typename near::type>(items))::type...>>;
    static_assert(fits, "virga: make_array() takes values that are no arrays themselves");
    if constexpr (fits)
      return made{{}, {{argument<typename near::type>(items)}...}};
    else
      return refused{};
  } else {
    return refused{};
  }
}

}  // namespace virga
