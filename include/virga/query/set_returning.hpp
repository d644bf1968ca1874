// SPDX-License-Identifier: BSL-1.0
//
// PostgreSQL's functions that give rows. Each stands in FROM and in joins under a name, and its arguments may read the
// tables before it: `select(users.name, tag.value()).from(users).cross_join(tag)`, where
// `tag = unnest(users.tags).as("tag"_name)`.
// Source: PostgreSQL manual, "Set Returning Functions".
#pragma once
#include "virga/expr/conditional.hpp"
#include "virga/query/function_source.hpp"
#include "virga/types/array.hpp"
#include "virga/types/json.hpp"

namespace virga {

namespace query {

/// The SQL type of an argument: void where its place has to tell it, nothing where there is none.
template <class Given>
constexpr auto type_given() {
  if constexpr (expression<Given>)
    return static_cast<typename Given::type*>(nullptr);
  else if constexpr (is_placeholder<Given>)
    return static_cast<void*>(nullptr);
  else if constexpr (has_default_type<std::decay_t<Given>>)
    return static_cast<type_of<std::decay_t<Given>>*>(nullptr);
  else
    return nullptr;
}

/// The type that a series counts in; void where PostgreSQL has no such series.
template <class... Types>
constexpr auto series_type(Types*...) {
  if constexpr ((std::is_void_v<Types> || ...)) {
    return static_cast<void*>(nullptr);
  } else if constexpr (((Types::family == type_family::number) && ...)) {
    using common = common_type<types::integer, Types...>;
    return static_cast<std::conditional_t<(number_rank<common> <= number_rank<types::numeric>), common, void>*>(
        nullptr);
  } else {
    return static_cast<void*>(nullptr);
  }
}
template <class Moment, class Step>
constexpr auto series_type(Moment*, Moment*, Step*) requires(Moment::family == type_family::time &&
                                                             Moment::name.starts_with("timestamp") &&
                                                             Step::name == "interval") {
  return static_cast<Moment*>(nullptr);
}
constexpr auto series_type(...) { return static_cast<void*>(nullptr); }

/// An array that lets its elements be null.
template <class Type>
inline constexpr bool holds_nulls = false;
template <class Element, int Dimensions, bool Nulls>
inline constexpr bool holds_nulls<types::nested_array_of<Element, Dimensions, Nulls>> = Nulls;

template <class Type>
concept array_with_element = types::is_array<Type> && requires {
  typename Type::element;
};

}  // namespace query

/// The numbers from `first` to `last`, both included, by 1 or `step`: integer, bigint or numeric, the widest of the
/// arguments. Moments (timestamp, timestamp with time zone) take a step, an interval. Never null; a null argument gives
/// no rows. `generate_series(1, 10).as("n"_name)`, read as `n.value()` or `n["n"_name]`.
/// SQL: `generate_series(…) as "n"("n")`. Run time: `database_error` 22023 for a step of 0.
template <class First, class Last, class... Step>
requires(sizeof...(Step) < 2)
    [[nodiscard]] constexpr auto generate_series(const First& first, const Last& last, const Step&... step) {
  if constexpr (refused_expression<First> || refused_expression<Last> || (refused_expression<Step> || ...)) {
    return query::refused_rows{};
  } else {
    using type = std::remove_pointer_t<decltype(query::series_type(
        query::type_given<First>(), query::type_given<Last>(), query::type_given<Step>()...))>;
    constexpr bool fits = !std::is_void_v<type>;
    static_assert(
        fits,
        "virga: generate_series(first, last, step) takes whole numbers or numeric, or two timestamps of one type "
        "and an interval; cast<T>(…) the others");
    if constexpr (!fits)
      return query::refused_rows{};
    else if constexpr (type::family == type_family::number)
      return query::rows_of_call(
          call<"generate_series", type(type, type), type(type, type, type)>(first, last, step...));
    else
      return query::rows_of_call(call<"generate_series", type(type, type, signature::any_value)>(first, last, step...));
  }
}

/// The elements of an array, one a row, in their order; those of several arrays side by side, where the shorter ones go
/// on with null. An array is an expression, or a std::vector, which is bound. SQL: `unnest(array, …) as
/// "name"("column", …)`.
template <class... Arrays>
requires(sizeof...(Arrays) > 0) [[nodiscard]] constexpr auto unnest(const Arrays&... arrays) {
  if constexpr ((refused_expression<Arrays> || ...)) {
    return query::refused_rows{};
  } else {
    return []<class... Type>(const auto& make, Type*...) {
      constexpr bool fits = (query::array_with_element<Type> && ...);
      static_assert(fits, "virga: unnest() takes arrays: expressions of an array type, or a std::vector");
      if constexpr (!fits) {
        return query::refused_rows{};
      } else if constexpr (sizeof...(Type) == 1) {
        return make.template
        operator()<std::conditional_t<query::holds_nulls<Type>, signature::may_be_null<typename Type::element>,
                                      typename Type::element>(Type)...>();
      } else {
        return make.template
        operator()<sql_rows<sql_column<"", signature::may_be_null<typename Type::element>>...>(Type...)>();
      }
    }([&]<class Signature>() { return query::rows_of_call(call<"unnest", Signature>(arrays...)); },
      query::type_given<Arrays>()...);
  }
}

/// The elements of a JSON array, one a row, as documents. json, jsonb; never null.
/// Run time: `database_error` 22023 where the document is no array.
template <class Document>
[[nodiscard]] constexpr auto json_array_elements(const Document& document) {
  return query::rows_of_call(call<"json_array_elements", types::json(types::json)>(document));
}
template <class Document>
[[nodiscard]] constexpr auto jsonb_array_elements(const Document& document) {
  return query::rows_of_call(call<"jsonb_array_elements", types::jsonb(types::jsonb)>(document));
}
/// The same as text; JSON's null is null.
template <class Document>
[[nodiscard]] constexpr auto json_array_elements_text(const Document& document) {
  return query::rows_of_call(
      call<"json_array_elements_text", signature::may_be_null<types::text>(types::json)>(document));
}
template <class Document>
[[nodiscard]] constexpr auto jsonb_array_elements_text(const Document& document) {
  return query::rows_of_call(
      call<"jsonb_array_elements_text", signature::may_be_null<types::text>(types::jsonb)>(document));
}
/// The parts of a text between what matches a regular expression. text, never null.
/// Run time: `database_error` 2201B for a pattern that is no regular expression.
template <class Text, class... PatternAndFlags>
[[nodiscard]] constexpr auto regexp_split_to_table(const Text& text, const PatternAndFlags&... pattern_and_flags) {
  return query::rows_of_call(call<"regexp_split_to_table", types::text(types::text, types::text),
                                  types::text(types::text, types::text, types::text)>(text, pattern_and_flags...));
}

}  // namespace virga
