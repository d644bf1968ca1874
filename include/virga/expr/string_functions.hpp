// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "String Functions and Operators". All are null where an argument is, unless said otherwise.
#pragma once
#include "virga/expr/function.hpp"
#include "virga/expr/pattern.hpp"
#include "virga/types/array.hpp"
#include "virga/types/string.hpp"

namespace virga {

/// In lower case, in upper case, each word with a capital. text.
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto lower(Text&& text) {
  return call<"lower", types::text(types::text)>(static_cast<Text&&>(text));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto upper(Text&& text) {
  return call<"upper", types::text(types::text)>(static_cast<Text&&>(text));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto initcap(Text&& text) {
  return call<"initcap", types::text(types::text)>(static_cast<Text&&>(text));
}
/// How many characters, and how many bytes. integer.
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto length(Text&& text) {
  return call<"length", types::integer(types::text)>(static_cast<Text&&>(text));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto octet_length(Text&& text) {
  return call<"octet_length", types::integer(types::text)>(static_cast<Text&&>(text));
}
/// Without the characters of `characters` (spaces, where none are given) at both ends, at the left, at the right.
template <class Text, class Characters>
  requires any_expression<Text, Characters>
[[nodiscard]] constexpr auto btrim(Text&& text, Characters&& characters) {
  return call<"btrim", types::text(types::text, types::text)>(static_cast<Text&&>(text), static_cast<Characters&&>(characters));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto btrim(Text&& text) {
  return call<"btrim", types::text(types::text)>(static_cast<Text&&>(text));
}
template <class Text, class Characters>
  requires any_expression<Text, Characters>
[[nodiscard]] constexpr auto ltrim(Text&& text, Characters&& characters) {
  return call<"ltrim", types::text(types::text, types::text)>(static_cast<Text&&>(text), static_cast<Characters&&>(characters));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto ltrim(Text&& text) {
  return call<"ltrim", types::text(types::text)>(static_cast<Text&&>(text));
}
template <class Text, class Characters>
  requires any_expression<Text, Characters>
[[nodiscard]] constexpr auto rtrim(Text&& text, Characters&& characters) {
  return call<"rtrim", types::text(types::text, types::text)>(static_cast<Text&&>(text), static_cast<Characters&&>(characters));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto rtrim(Text&& text) {
  return call<"rtrim", types::text(types::text)>(static_cast<Text&&>(text));
}
/// The first, the last so many characters; of a negative number, all but so many.
template <class Text, class Count>
  requires any_expression<Text, Count>
[[nodiscard]] constexpr auto left(Text&& text, Count&& count) {
  return call<"left", types::text(types::text, types::integer)>(static_cast<Text&&>(text), static_cast<Count&&>(count));
}
template <class Text, class Count>
  requires any_expression<Text, Count>
[[nodiscard]] constexpr auto right(Text&& text, Count&& count) {
  return call<"right", types::text(types::text, types::integer)>(static_cast<Text&&>(text), static_cast<Count&&>(count));
}
/// The part that begins at the character `from` (the first is 1), of `count` characters where that is given.
template <class Text, class From>
  requires any_expression<Text, From>
[[nodiscard]] constexpr auto substring(Text&& text, From&& from) {
  return call<"substring", types::text(types::text, types::integer)>(static_cast<Text&&>(text), static_cast<From&&>(from));
}
template <class Text, class From, class Count>
  requires any_expression<Text, From, Count>
[[nodiscard]] constexpr auto substring(Text&& text, From&& from, Count&& count) {
  return call<"substring", types::text(types::text, types::integer, types::integer)>(static_cast<Text&&>(text), static_cast<From&&>(from), static_cast<Count&&>(count));
}
/// With each `wanted` replaced.
template <class Text, class Wanted, class Replacement>
  requires any_expression<Text, Wanted, Replacement>
[[nodiscard]] constexpr auto replace(Text&& text, Wanted&& wanted, Replacement&& replacement) {
  return call<"replace", types::text(types::text, types::text, types::text)>(static_cast<Text&&>(text), static_cast<Wanted&&>(wanted), static_cast<Replacement&&>(replacement));
}
/// Where a text begins in another one, from 1; 0 where it does not occur. integer.
template <class Text, class Wanted>
  requires any_expression<Text, Wanted>
[[nodiscard]] constexpr auto strpos(Text&& text, Wanted&& wanted) {
  return call<"strpos", types::integer(types::text, types::text)>(static_cast<Text&&>(text), static_cast<Wanted&&>(wanted));
}
/// boolean.
template <class Text, class Prefix>
  requires any_expression<Text, Prefix>
[[nodiscard]] constexpr auto starts_with(Text&& text, Prefix&& prefix) {
  return call<"starts_with", types::boolean(types::text, types::text)>(static_cast<Text&&>(text), static_cast<Prefix&&>(prefix));
}
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto reverse(Text&& text) {
  return call<"reverse", types::text(types::text)>(static_cast<Text&&>(text));
}
template <class Text, class Count>
  requires any_expression<Text, Count>
[[nodiscard]] constexpr auto repeat(Text&& text, Count&& count) {
  return call<"repeat", types::text(types::text, types::integer)>(static_cast<Text&&>(text), static_cast<Count&&>(count));
}
/// Filled up at the left, at the right, to `length` characters, or cut to them.
template <class Text, class Length, class Fill>
  requires any_expression<Text, Length, Fill>
[[nodiscard]] constexpr auto lpad(Text&& text, Length&& length, Fill&& fill) {
  return call<"lpad", types::text(types::text, types::integer, types::text)>(static_cast<Text&&>(text), static_cast<Length&&>(length), static_cast<Fill&&>(fill));
}
template <class Text, class Length, class Fill>
  requires any_expression<Text, Length, Fill>
[[nodiscard]] constexpr auto rpad(Text&& text, Length&& length, Fill&& fill) {
  return call<"rpad", types::text(types::text, types::integer, types::text)>(static_cast<Text&&>(text), static_cast<Length&&>(length), static_cast<Fill&&>(fill));
}
/// The field at an index from 1 of a text with a separator; empty where there is none.
template <class Text, class Separator, class Index>
  requires any_expression<Text, Separator, Index>
[[nodiscard]] constexpr auto split_part(Text&& text, Separator&& separator, Index&& index) {
  return call<"split_part", types::text(types::text, types::text, types::integer)>(static_cast<Text&&>(text), static_cast<Separator&&>(separator), static_cast<Index&&>(index));
}
/// With the characters of `from` replaced by those of `to` at the same place.
template <class Text, class From, class To>
  requires any_expression<Text, From, To>
[[nodiscard]] constexpr auto translate(Text&& text, From&& from, To&& to) {
  return call<"translate", types::text(types::text, types::text, types::text)>(static_cast<Text&&>(text), static_cast<From&&>(from), static_cast<To&&>(to));
}
/// The digest as 32 hexadecimal digits. text.
template <class Text>
  requires any_expression<Text>
[[nodiscard]] constexpr auto md5(Text&& text) {
  return call<"md5", types::text(types::text)>(static_cast<Text&&>(text));
}
/// With the matches of a POSIX regular expression replaced; `flags` as the manual has them (`g` for all).
template <class Text, class Pattern, class Replacement>
  requires any_expression<Text, Pattern, Replacement>
[[nodiscard]] constexpr auto regexp_replace(Text&& text, Pattern&& pattern, Replacement&& replacement) {
  return call<"regexp_replace", types::text(types::text, types::text, types::text)>(static_cast<Text&&>(text), static_cast<Pattern&&>(pattern), static_cast<Replacement&&>(replacement));
}
template <class Text, class Pattern, class Replacement, class Flags>
  requires any_expression<Text, Pattern, Replacement, Flags>
[[nodiscard]] constexpr auto regexp_replace(Text&& text, Pattern&& pattern, Replacement&& replacement, Flags&& flags) {
  return call<"regexp_replace", types::text(types::text, types::text, types::text, types::text)>(static_cast<Text&&>(text), static_cast<Pattern&&>(pattern), static_cast<Replacement&&>(replacement), static_cast<Flags&&>(flags));
}
/// Whether to_char takes a value. Types that a program declares itself may have a function of that name.
template <class Value>
constexpr bool formatted() {
  using plain = std::remove_cvref_t<Value>;
  if constexpr (expression<plain> && !refused_expression<plain>) {
    using type = typename plain::type;
    return type::family == type_family::number || type::family == type_family::time ||
           (type::family == type_family::other && !types::is_array<type>);
  } else {
    return !is_placeholder<plain>;
  }
}
/// A number, date or time in a format of the manual's "Data Type Formatting Functions". text.
/// Compile time: the value is none of text, boolean, uuid, bytea, JSON and arrays.
template <class Value, class Format>
  requires any_expression<Value, Format>
[[nodiscard]] constexpr auto to_char(Value&& value, Format&& format) {
  constexpr bool fits = formatted<Value>();
  static_assert(
      fits,
      "virga: to_char(value, format) formats numbers, dates, times and intervals; this one is of another SQL type");
  if constexpr (!fits)
    return refused{};
  else
    return call<"to_char", types::text(signature::any_value, types::text)>(static_cast<Value&&>(value),
                                                                           static_cast<Format&&>(format));
}
/// The texts of all arguments one after the other; nulls are passed over, so it is never null. text.
template <class... Given>
  requires any_expression<Given...>
[[nodiscard]] constexpr auto concat(Given&&... given) {
  constexpr bool fits = (is_taken<signature::any_value, Given>() && ...);
  static_assert(fits, "virga: concat(): a value of this C++ type has no SQL type; convert it first");
  if constexpr (fits)
    return function_call<"concat", types::text, nullability::never,
                         decltype(argument<signature::any_value>(static_cast<Given&&>(given)))...>{
        {}, {{argument<signature::any_value>(static_cast<Given&&>(given))}...}};
  else return refused{};
}

namespace operators {
struct regular_expression : pattern_match {
  static constexpr auto strength = precedence::other_operator;
  static constexpr std::string_view text = " ~ ";
};
struct regular_expression_any_case : regular_expression {
  static constexpr std::string_view text = " ~* ";
};
}  // namespace operators

template <class Operator, bool Comparable, class Left, class Right>
[[nodiscard]] constexpr auto match_expression(Left&& left, Right&& right) {
  constexpr bool fits = is_text<std::remove_cvref_t<Left>>;
  static_assert(
      fits,
      "virga: matches and imatches look for a regular expression in a text; this expression is of another SQL "
      "type, cast it to text first");
  if constexpr (fits)
    return compare_checked<Operator, Comparable>(static_cast<Left&&>(left), static_cast<Right&&>(right));
  else
    return refused{};
}

/// Whether a text matches a POSIX regular expression, with and without regard to case. boolean. SQL: `text ~ pattern`.
template <expression Text, class Pattern>
[[nodiscard]] constexpr auto matches(Text&& text, Pattern&& pattern) {
  return match_expression<operators::regular_expression,
                          check_comparable<std::remove_cvref_t<Text>, pattern_of<Text, Pattern>>()>(
      static_cast<Text&&>(text), static_cast<Pattern&&>(pattern));
}
template <expression Text, class Pattern>
[[nodiscard]] constexpr auto imatches(Text&& text, Pattern&& pattern) {
  return match_expression<operators::regular_expression_any_case,
                          check_comparable<std::remove_cvref_t<Text>, pattern_of<Text, Pattern>>()>(
      static_cast<Text&&>(text), static_cast<Pattern&&>(pattern));
}

}  // namespace virga
