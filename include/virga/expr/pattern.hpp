// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"

namespace virga {

namespace operators {
struct pattern_match : comparison {
  static constexpr auto strength = precedence::pattern;
};
struct like : pattern_match {
  static constexpr std::string_view text = " like ";
};
struct not_like : pattern_match {
  static constexpr std::string_view text = " not like ";
};
struct ilike : pattern_match {
  static constexpr std::string_view text = " ilike ";
};
struct not_ilike : pattern_match {
  static constexpr std::string_view text = " not ilike ";
};
}  // namespace operators

template <class Expression>
inline constexpr bool is_text = Expression::type::family == type_family::string || refused_expression<Expression>;

/// The pattern, as it is compared with a text; what is no text has a message of its own.
template <class Text, class Pattern>
using pattern_of = asked_if<is_text<std::remove_cvref_t<Text>>, std::remove_cvref_t<Pattern>>;

template <class Operator, bool Comparable, class Left, class Right>
[[nodiscard]] constexpr auto match(Left&& left, Right&& right) {
  constexpr bool fits = is_text<std::remove_cvref_t<Left>>;
  static_assert(fits, "virga: like matches text; this expression is of another SQL type, cast it to text first");
  if constexpr (fits)
    return compare_checked<Operator, Comparable>(static_cast<Left&&>(left), static_cast<Right&&>(right));
  else
    return refused{};
}

/// Pattern matching: `%` stands for any text, `_` for one character, `\` makes either stand for itself.
/// Boolean, null when either side is. Compile time: both sides must be text.
/// Source: PostgreSQL manual, "Pattern Matching".
template <expression Text, class Pattern>
[[nodiscard, gnu::always_inline]] constexpr auto like(Text&& text, Pattern&& pattern) {
  return match<operators::like, check_comparable<std::remove_cvref_t<Text>, pattern_of<Text, Pattern>>()>(
      static_cast<Text&&>(text), static_cast<Pattern&&>(pattern));
}
template <expression Text, class Pattern>
[[nodiscard, gnu::always_inline]] constexpr auto not_like(Text&& text, Pattern&& pattern) {
  return match<operators::not_like, check_comparable<std::remove_cvref_t<Text>, pattern_of<Text, Pattern>>()>(
      static_cast<Text&&>(text), static_cast<Pattern&&>(pattern));
}
/// The same without regard to case.
template <expression Text, class Pattern>
[[nodiscard, gnu::always_inline]] constexpr auto ilike(Text&& text, Pattern&& pattern) {
  return match<operators::ilike, check_comparable<std::remove_cvref_t<Text>, pattern_of<Text, Pattern>>()>(
      static_cast<Text&&>(text), static_cast<Pattern&&>(pattern));
}
template <expression Text, class Pattern>
[[nodiscard, gnu::always_inline]] constexpr auto not_ilike(Text&& text, Pattern&& pattern) {
  return match<operators::not_ilike, check_comparable<std::remove_cvref_t<Text>, pattern_of<Text, Pattern>>()>(
      static_cast<Text&&>(text), static_cast<Pattern&&>(pattern));
}

}  // namespace virga
