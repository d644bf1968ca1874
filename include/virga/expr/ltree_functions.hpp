// SPDX-License-Identifier: BSL-1.0
//
// ltree. Not part of virga.hpp; include it where it is used. All are null where an argument is.
// Source: PostgreSQL manual, "ltree".
#pragma once
#include "virga/expr/containment.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/ltree.hpp"

namespace virga {

namespace types {
/// Patterns of paths, and words to be found in one.
struct lquery : held_as_string {
  static constexpr std::string_view name = "lquery";
  static constexpr auto family = type_family::other;
};
struct ltxtquery : held_as_string {
  static constexpr std::string_view name = "ltxtquery";
  static constexpr auto family = type_family::other;
};
}  // namespace types

namespace operators {
struct ltree_pattern : test {
  static constexpr std::string_view text = " ~ ";
};
struct ltree_words : test {
  static constexpr std::string_view text = " @ ";
};
struct ltree_join : arithmetic {
  template <class, class>
  using result = types::ltree;
  static constexpr std::string_view text = " || ";
  static constexpr auto strength = precedence::other_operator;
};
}  // namespace operators

template <>
struct beside<operators::contains, types::ltree> : only_beside<types::ltree> {};
template <>
struct beside<operators::contained, types::ltree> : only_beside<types::ltree> {};
template <>
struct beside<operators::ltree_pattern, types::ltree> : only_beside<types::lquery> {};
template <>
struct beside<operators::ltree_words, types::ltree> : only_beside<types::ltxtquery> {};
template <>
struct beside<operators::ltree_join, types::ltree> : only_beside<types::ltree, types::text> {};

/// Whether a path is that of an ancestor of another one or the same, of a descendant or the same. boolean.
/// SQL: `left @> right`, `left <@ right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto is_ancestor_of(const Left& left, const Right& right) {
  return apply_operator<operators::contains>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto is_descendant_of(const Left& left, const Right& right) {
  return apply_operator<operators::contained>(left, right);
}
/// Whether a path is as a pattern says, `Top.*.Astronomy`. boolean. SQL: `path ~ $1::lquery`.
template <expression Path, class Pattern>
[[nodiscard]] constexpr auto matches_lquery(const Path& path, const Pattern& pattern) {
  return apply_operator<operators::ltree_pattern>(path, pattern);
}
/// Whether a path has words, `Europe & !Transportation`. boolean. SQL: `path @ $1::ltxtquery`.
template <expression Path, class Words>
[[nodiscard]] constexpr auto matches_ltxtquery(const Path& path, const Words& words) {
  return apply_operator<operators::ltree_words>(path, words);
}
/// One path, or one label, behind another path. ltree. SQL: `left || right`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto ltree_concat(const Left& left, const Right& right) {
  return apply_operator<operators::ltree_join>(left, right);
}
/// How many labels. integer.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto nlevel(Given&&... given) {
  return call<"nlevel", types::integer(types::ltree)>(static_cast<Given&&>(given)...);
}
/// The path from a label on (the first is 0, of a negative number from the end), of so many labels. ltree.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto subpath(Given&&... given) {
  return call<"subpath", types::ltree(types::ltree, types::integer),
              types::ltree(types::ltree, types::integer, types::integer)>(static_cast<Given&&>(given)...);
}
/// The path from one label up to another one. ltree.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto subltree(Given&&... given) {
  return call<"subltree", types::ltree(types::ltree, types::integer, types::integer)>(static_cast<Given&&>(given)...);
}
/// Where a path begins in another one, from 0; -1 where it does not. integer. SQL: `index(path, part)`.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto ltree_index(Given&&... given) {
  return call<"index", types::integer(types::ltree, types::ltree)>(static_cast<Given&&>(given)...);
}
/// The longest path that both have for an ancestor; null where one of them has no label. ltree.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto lca(Given&&... given) {
  return call<"lca", signature::may_be_null<types::ltree>(types::ltree, types::ltree)>(static_cast<Given&&>(given)...);
}

}  // namespace virga
