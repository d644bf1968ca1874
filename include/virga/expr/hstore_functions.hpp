// SPDX-License-Identifier: BSL-1.0
//
// hstore. Not part of virga.hpp; include it where it is used. All are null where an argument is, unless said otherwise.
// Source: PostgreSQL manual, "hstore".
#pragma once
#include "virga/expr/containment.hpp"
#include "virga/expr/json_functions.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/hstore.hpp"
#include "virga/types/nested_array.hpp"

namespace virga {

namespace operators {
struct hstore_get : arithmetic {
  template <class, class>
  using result = types::text;
  static constexpr std::string_view text = " -> ";
  static constexpr auto strength = precedence::other_operator;
  static constexpr bool may_be_null = true;
};
struct hstore_join : arithmetic {
  template <class, class>
  using result = types::hstore;
  static constexpr std::string_view text = " || ";
  static constexpr auto strength = precedence::other_operator;
};
struct hstore_has_key : test {
  static constexpr std::string_view text = " ? ";
};
}  // namespace operators

template <>
struct beside<operators::hstore_get, types::hstore> : only_beside<types::text, types::varchar> {};
template <>
struct beside<operators::hstore_has_key, types::hstore> : only_beside<types::text, types::varchar> {};
template <>
struct beside<operators::hstore_join, types::hstore> : only_beside<types::hstore> {};
template <>
struct beside<operators::contains, types::hstore> : only_beside<types::hstore> {};
template <>
struct beside<operators::contained, types::hstore> : only_beside<types::hstore> {};

/// The text under a key; null where there is none. SQL: `pairs -> $1::text`.
template <expression Pairs, class Key>
[[nodiscard]] constexpr auto hstore_get(const Pairs& pairs, const Key& key) {
  return apply_operator<operators::hstore_get>(pairs, key);
}
/// Whether there is a key. boolean. SQL: `pairs ? $1::text`.
template <expression Pairs, class Key>
[[nodiscard]] constexpr auto hstore_has_key(const Pairs& pairs, const Key& key) {
  return apply_operator<operators::hstore_has_key>(pairs, key);
}
/// Both together; where both have a key, the right one's text holds. SQL: `left || right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto hstore_concat(const Left& left, const Right& right) {
  return apply_operator<operators::hstore_join>(left, right);
}
/// Without a key, some keys, the pairs of another one. hstore. SQL: `delete(pairs, $1::text)`.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto hstore_delete(Given&&... given) {
  return call<"delete", types::hstore(types::hstore, types::text),
              types::hstore(types::hstore, types::array_of<types::text>), types::hstore(types::hstore, types::hstore)>(
      static_cast<Given&&>(given)...);
}
/// The pairs of some keys. hstore.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto hstore_slice(Given&&... given) {
  return call<"slice", types::hstore(types::hstore, types::array_of<types::text>)>(static_cast<Given&&>(given)...);
}
/// The keys; the texts, of which some may be null. text[].
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto akeys(Given&&... given) {
  return call<"akeys", types::array_of<types::text>(types::hstore)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto avals(Given&&... given) {
  return call<"avals", types::nested_array_of<types::text, 1, true>(types::hstore)>(static_cast<Given&&>(given)...);
}
/// Whether there is a text under a key that is not null. boolean.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto hstore_defined(Given&&... given) {
  return call<"defined", types::boolean(types::hstore, types::text)>(static_cast<Given&&>(given)...);
}
/// As jsonb, of texts.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto hstore_to_jsonb(Given&&... given) {
  return call<"hstore_to_jsonb", types::jsonb(types::hstore)>(static_cast<Given&&>(given)...);
}
/// A pair; pairs of two lists. hstore. SQL: `hstore(key, text)`.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto make_hstore(Given&&... given) {
  return call<"hstore", types::hstore(types::text, types::text),
              types::hstore(types::array_of<types::text>, types::array_of<types::text>)>(
      static_cast<Given&&>(given)...);
}

}  // namespace virga
