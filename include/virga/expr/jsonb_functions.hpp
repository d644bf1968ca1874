// SPDX-License-Identifier: BSL-1.0
//
// Changing, building and searching JSON. All are null where an argument is, unless said otherwise.
// Source: PostgreSQL manual, "JSON Functions and Operators", "The SQL/JSON Path Language".
#pragma once
#include "virga/expr/json_functions.hpp"

namespace virga {

namespace types {
/// A path of the SQL/JSON path language, `$.tags[*] ? (@ == "red")`; whether it is one the server says.
struct jsonpath : held_as_string {
  static constexpr std::string_view name = "jsonpath";
  static constexpr auto family = type_family::other;
};
}  // namespace types

namespace operators {
struct json_change : arithmetic {
  template <class Left, class>
  using result = seen_type<typename Left::type>;
  static constexpr auto strength = precedence::other_operator;
};
struct json_concat : json_change {
  static constexpr std::string_view text = " || ";
};
struct json_remove : json_change {
  static constexpr std::string_view text = " - ";
  static constexpr auto strength = precedence::additive;
};
struct json_remove_path : json_change {
  static constexpr std::string_view text = " #- ";
};
}  // namespace operators

template <>
struct beside<operators::json_concat, types::jsonb> : only_beside<types::jsonb> {};
template <>
struct beside<operators::json_remove, types::jsonb>
    : only_beside<types::text, types::integer, types::array_of<types::text>, types::varchar> {};
template <>
struct beside<operators::json_remove_path, types::jsonb> : only_beside<types::array_of<types::text>> {};

/// Two objects with the keys of both (the right one's values hold), two arrays one after the other. jsonb.
/// SQL: `left || right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto jsonb_concat(const Left& left, const Right& right) {
  return apply_operator<operators::json_concat>(left, right);
}
/// Without a key, an element at an index, some keys (`std::vector<std::string>`). jsonb. SQL: `document - $1::text`.
template <expression Document, class What>
[[nodiscard]] constexpr auto jsonb_delete(const Document& document, const What& what) {
  return apply_operator<operators::json_remove>(document, what);
}
/// Without what stands at the end of a path. jsonb. SQL: `document #- $1::text[]`.
template <expression Document>
[[nodiscard]] auto jsonb_delete_path(const Document& document, const std::vector<std::string>& path) {
  return apply_operator<operators::json_remove_path>(document, path);
}
/// With another value at the end of a path, or with one put in there: `jsonb_set(t.doc, {"a", "b"}, to_jsonb(t.n))`; a
/// value is JSON's text. With `false` at the end, only where there is one already; of jsonb_insert, before (else after)
/// it. jsonb.
template <expression Document, class Value, class... Flag>
[[nodiscard]] auto jsonb_set(const Document& document, const std::vector<std::string>& path, const Value& value,
                             Flag... flag) {
  using texts = types::array_of<types::text>;
  return call<"jsonb_set", types::jsonb(types::jsonb, texts, types::jsonb),
              types::jsonb(types::jsonb, texts, types::jsonb, types::boolean)>(document, path, value, flag...);
}
template <expression Document, class Value, class... Flag>
[[nodiscard]] auto jsonb_insert(const Document& document, const std::vector<std::string>& path, const Value& value,
                                Flag... flag) {
  using texts = types::array_of<types::text>;
  return call<"jsonb_insert", types::jsonb(types::jsonb, texts, types::jsonb),
              types::jsonb(types::jsonb, texts, types::jsonb, types::boolean)>(document, path, value, flag...);
}
/// Without the keys whose value is null. jsonb.
template <expression Document>
[[nodiscard]] constexpr auto jsonb_strip_nulls(const Document& document) {
  return call<"jsonb_strip_nulls", types::jsonb(types::jsonb)>(document);
}
/// With line breaks, for people. text.
template <expression Document>
[[nodiscard]] constexpr auto jsonb_pretty(const Document& document) {
  return call<"jsonb_pretty", types::text(types::jsonb)>(document);
}

/// Whether a path finds anything; what its predicate says (null where it is none); the first value it finds, null where
/// it finds none; all of them as an array. boolean, boolean, jsonb, jsonb. SQL: `jsonb_path_exists(document,
/// $1::jsonpath)`.
template <expression Document, class Path>
[[nodiscard]] constexpr auto jsonb_path_exists(const Document& document, const Path& path) {
  return call<"jsonb_path_exists", std::optional<types::boolean>(types::jsonb, types::jsonpath)>(document, path);
}
template <expression Document, class Path>
[[nodiscard]] constexpr auto jsonb_path_match(const Document& document, const Path& path) {
  return call<"jsonb_path_match", std::optional<types::boolean>(types::jsonb, types::jsonpath)>(document, path);
}
template <expression Document, class Path>
[[nodiscard]] constexpr auto jsonb_path_query_first(const Document& document, const Path& path) {
  return call<"jsonb_path_query_first", std::optional<types::jsonb>(types::jsonb, types::jsonpath)>(document, path);
}
template <expression Document, class Path>
[[nodiscard]] constexpr auto jsonb_path_query_array(const Document& document, const Path& path) {
  return call<"jsonb_path_query_array", types::jsonb(types::jsonb, types::jsonpath)>(document, path);
}

/// A value as json. Null where it is.
template <expression Value>
[[nodiscard]] constexpr auto to_json(const Value& value) {
  return call<"to_json", types::json(signature::any_value)>(value);
}
template <fixed_string Name, class Type, class... Items>
[[nodiscard]] constexpr auto build_json(Items&&... items) {
  constexpr bool typed = (is_taken<signature::any_value, Items>() && ...);
  static_assert(typed, "virga: a value of this C++ type has no SQL type, and so becomes no JSON; convert it first");
  if constexpr (typed && !(refused_expression<Items> || ...))
    return function_call<Name, Type, nullability::never,
                         decltype(argument<signature::any_value>(static_cast<Items&&>(items)))...>{
        {}, {{argument<signature::any_value>(static_cast<Items&&>(items))}...}};
  else
    return refused{};
}
/// An array of the arguments. json, jsonb, never null.
template <class... Items>
requires any_expression<Items...>
[[nodiscard]] constexpr auto json_build_array(Items&&... items) {
  return build_json<"json_build_array", types::json>(static_cast<Items&&>(items)...);
}
template <class... Items>
requires any_expression<Items...>
[[nodiscard]] constexpr auto jsonb_build_array(Items&&... items) {
  return build_json<"jsonb_build_array", types::jsonb>(static_cast<Items&&>(items)...);
}
/// What kind of JSON value it is, how many elements it has, of json. text, integer.
template <expression Document>
[[nodiscard]] constexpr auto json_typeof(const Document& document) {
  return call<"json_typeof", types::text(types::json)>(document);
}
template <expression Document>
[[nodiscard]] constexpr auto json_array_length(const Document& document) {
  return call<"json_array_length", types::integer(types::json)>(document);
}

}  // namespace virga
