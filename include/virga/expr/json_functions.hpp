// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "JSON Functions and Operators".
#pragma once
#include <initializer_list>
#include <string>
#include <vector>

#include "virga/expr/containment.hpp"
#include "virga/expr/function.hpp"
#include "virga/types/array.hpp"
#include "virga/types/json.hpp"

namespace virga {

namespace operators {
/// What a key, an index or a path picks out of a document; null where it is not there.
struct json_access {
  template <class Left, class>
  using result = seen_type<typename Left::type>;
  static constexpr auto strength = precedence::other_operator;
  static constexpr bool associative = true, never_null = false, may_be_null = true;
};
struct json_access_text : json_access {
  template <class, class>
  using result = types::text;
};
struct json_element : json_access {
  static constexpr std::string_view text = " -> ";
};
struct json_element_text : json_access_text {
  static constexpr std::string_view text = " ->> ";
};
struct json_path : json_access {
  static constexpr std::string_view text = " #> ";
};
struct json_path_text : json_access_text {
  static constexpr std::string_view text = " #>> ";
};
struct json_test : comparison {
  static constexpr auto strength = precedence::other_operator;
};
struct json_has_key : json_test {
  static constexpr std::string_view text = " ? ";
};
struct json_has_any_key : json_test {
  static constexpr std::string_view text = " ?| ";
};
struct json_has_all_keys : json_test {
  static constexpr std::string_view text = " ?& ";
};
}  // namespace operators

template <>
struct beside<operators::contains, types::jsonb> : only_beside<types::jsonb> {};
template <>
struct beside<operators::contained, types::jsonb> : only_beside<types::jsonb> {};

/// Says in words where an operator does not take a document: the tests for keys are jsonb's alone.
template <class Operator, class Document>
constexpr bool check_json() {
  using type = seen_type<typename Document::type>;
  constexpr bool tests = std::derived_from<Operator, operators::json_test>, said = refused_expression<Document>;
  constexpr bool is_document = tests || said || type::family == type_family::json;
  static_assert(is_document, "virga: this takes a json or jsonb expression; cast<types::jsonb>(…) it first");
  constexpr bool is_binary = !tests || said || std::same_as<type, types::jsonb>;
  static_assert(is_binary,
                "virga: has_key, has_any_key and has_all_keys take a jsonb expression; cast<types::jsonb>(…) it first");
  return is_document && is_binary && !said;
}

template <class Operator, bool Fits, class Document, class Where>
[[nodiscard]] constexpr auto json_pick(const Document& document, const Where& where) {
  if constexpr (Fits) {
    constexpr bool is_index = whole_number<Where>;
    constexpr bool fits = is_index || value_for<types::text, Where>;
    static_assert(fits, "virga: a key of a JSON document is a text, an index into a JSON array a whole number");
    using type = std::conditional_t<is_index, types::integer, types::text>;
    if constexpr (fits)
      return binary<Operator, Document, raw_argument<type>>{{}, document, typed_value<type>(where)};
    else return refused{};
  } else {
    return refused{};
  }
}
template <class Operator, bool Fits, class Document>
[[nodiscard]] auto json_with_texts(const Document& document, std::vector<std::string> texts) {
  if constexpr (Fits)
    return binary<Operator, Document, raw_argument<types::array_of<types::text>>>{
        {}, document, typed_value<types::array_of<types::text>>(std::move(texts))};
  else return refused{};
}

/// The element under a key, or at an index from 0 (from -1 at the end): json for json, jsonb for jsonb; null where there
/// is none. SQL: `document -> $1::text`.
template <expression Document, class Where>
[[nodiscard]] constexpr auto json_get(const Document& document, const Where& where) {
  return json_pick<operators::json_element, check_json<operators::json_element, Document>()>(document, where);
}
/// The same as text: strings without their quotes, JSON's null as SQL's. SQL: `document ->> $1::text`.
template <expression Document, class Where>
[[nodiscard]] constexpr auto json_get_text(const Document& document, const Where& where) {
  return json_pick<operators::json_element_text, check_json<operators::json_element_text, Document>()>(document, where);
}
/// The element at the end of a path of keys and indexes: `json_path(posts.meta, {"author", "name"})`.
/// SQL: `document #> $1::text[]`.
template <expression Document>
[[nodiscard]] auto json_path(const Document& document, std::vector<std::string> path) {
  return json_with_texts<operators::json_path, check_json<operators::json_path, Document>()>(document, std::move(path));
}
/// The same as text. SQL: `document #>> $1::text[]`.
template <expression Document>
[[nodiscard]] auto json_path_text(const Document& document, std::vector<std::string> path) {
  return json_with_texts<operators::json_path_text, check_json<operators::json_path_text, Document>()>(document,
                                                                                                       std::move(path));
}

/// Whether a jsonb object has a key, any, all of some. boolean. SQL: `document ? $1::text`, `?|`, `?&`.
template <expression Document, class Key>
[[nodiscard]] constexpr auto has_key(const Document& document, const Key& key) {
  return json_pick<operators::json_has_key, check_json<operators::json_has_key, Document>()>(document, key);
}
template <expression Document>
[[nodiscard]] auto has_any_key(const Document& document, std::vector<std::string> keys) {
  return json_with_texts<operators::json_has_any_key, check_json<operators::json_has_any_key, Document>()>(
      document, std::move(keys));
}
template <expression Document>
[[nodiscard]] auto has_all_keys(const Document& document, std::vector<std::string> keys) {
  return json_with_texts<operators::json_has_all_keys, check_json<operators::json_has_all_keys, Document>()>(
      document, std::move(keys));
}

/// What kind of JSON value it is: `object`, `array`, `string`, `number`, `boolean`, `null`. text.
template <expression Document>
[[nodiscard]] constexpr auto jsonb_typeof(const Document& document) {
  return call<"jsonb_typeof", types::text(types::jsonb)>(document);
}
/// How many elements a JSON array has. integer. Run time: `database_error` 22023 where it is no array.
template <expression Document>
[[nodiscard]] constexpr auto jsonb_array_length(const Document& document) {
  return call<"jsonb_array_length", types::integer(types::jsonb)>(document);
}
/// A value as jsonb. Null where it is.
template <expression Value>
[[nodiscard]] constexpr auto to_jsonb(const Value& value) {
  return call<"to_jsonb", types::jsonb(signature::any_value)>(value);
}
template <fixed_string Name, class Type, class... KeysAndValues>
[[nodiscard]] constexpr auto build_json_object(KeysAndValues&&... given) {
  constexpr bool even = sizeof...(KeysAndValues) % 2 == 0;
  static_assert(even, "virga: jsonb_build_object() takes keys and values in turn; one is missing");
  constexpr bool typed = (is_taken<signature::any_value, KeysAndValues>() && ...);
  static_assert(typed, "virga: jsonb_build_object(): a value of this C++ type has no SQL type; convert it first");
  if constexpr (even && typed)
    return function_call<Name, Type, nullability::never,
                         decltype(argument<signature::any_value>(static_cast<KeysAndValues&&>(given)))...>{
        {}, {{argument<signature::any_value>(static_cast<KeysAndValues&&>(given))}...}};
  else return refused{};
}
/// An object of keys and values in turn: `jsonb_build_object("id", users.id, "name", users.name)`. json, jsonb, never
/// null. Run time: `database_error` 22023 where a key is null.
template <class... KeysAndValues>
requires any_expression<KeysAndValues...>
[[nodiscard]] constexpr auto jsonb_build_object(KeysAndValues&&... given) {
  return build_json_object<"jsonb_build_object", types::jsonb>(static_cast<KeysAndValues&&>(given)...);
}
template <class... KeysAndValues>
requires any_expression<KeysAndValues...>
[[nodiscard]] constexpr auto json_build_object(KeysAndValues&&... given) {
  return build_json_object<"json_build_object", types::json>(static_cast<KeysAndValues&&>(given)...);
}

}  // namespace virga
