// SPDX-License-Identifier: BSL-1.0
//
// What every expression is. A node is a small struct that has
//
//   using type = …;                                        its SQL type, a tag of types/
//   static constexpr bool nullable(const scope&);          whether it may be null in such a scope
//   static constexpr void render(sink&);                   its SQL
//   void bind(binder&) const;                              its values, in the order of its SQL
//
// and derives from `expression_node<itself>` for the rest.
#pragma once
#include <string>
#include <type_traits>

#include "virga/core/name.hpp"
#include "virga/core/type_traits.hpp"
#include "virga/render/binder.hpp"
#include "virga/render/sink.hpp"

namespace virga {

using render::binder;
using render::list_separator;
using render::scope;
using render::sink;

/// How tightly a node's SQL holds together, loosest first. Source: PostgreSQL manual, "Operator Precedence".
enum class precedence : unsigned char {
  disjunction, conjunction, negation, is, comparison, pattern, other_operator, additive, multiplicative, sign, atom
};

template <class Expression, fixed_string Name>
struct named;

template <class Self>
struct expression_node {
  using expression_kind = Self;
  /// Whether a part of it may be left out at run time.
  static constexpr bool dynamic = false;
  static constexpr auto strength = precedence::atom;

  /// Gives the expression a name in the result: `count().as("n"_name)` is read back as `row["n"_name]`.
  /// SQL: `… as "n"`.
  template <fixed_string Name>
  [[nodiscard]] constexpr auto as(name_literal<Name>) const {
    return named<Self, Name>{static_cast<const Self&>(*this)};
  }
  template <class Text>
  [[nodiscard]] constexpr auto as(const Text&) const {
    static_assert(!std::is_same_v<Text, Text>, "virga: a name in a query is a literal of its own: .as(\"n\"_name)");
    return static_cast<const Self&>(*this);
  }
};

template <class T>
concept expression = requires { typename std::remove_cvref_t<T>::expression_kind; };

/// Something refused with a message of its own: what is made of it is refused too, and says nothing more.
template <class T>
concept refused_expression = requires { typename std::remove_cvref_t<T>::refused_kind; };

/// Parts that may be left out belong into conditions; anywhere else there would be nothing in their place.
template <class... Operands>
constexpr void refuse_optional(sink& s) {
  if constexpr ((Operands::dynamic || ...)) s.broken(render::rule::optional_part_inside);
}

/// An expression under a name, as it stands in a select list.
template <class Expression, fixed_string Name>
struct named {
  using named_kind = Expression;
  using type = typename Expression::type;
  static constexpr auto name = Name;
  static constexpr bool dynamic = false;

  [[no_unique_address]] Expression expression;

  static constexpr bool nullable(const scope& in) { return Expression::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Expression>(s);
    Expression::render(s);
    s.text(" as ");
    s.identifier(Name.view());
  }
  void bind(binder& b) const { expression.bind(b); }
};
template <class T>
concept named_expression = requires { typename std::remove_cvref_t<T>::named_kind; };

/// Renders an operand, in parentheses where it holds together less tightly than its place asks for.
template <class Operand>
constexpr void render_operand(sink& s, precedence at_least) {
  const bool parentheses = Operand::strength < at_least;
  if (parentheses) s.text("(");
  Operand::render(s);
  if (parentheses) s.text(")");
}

/// The next tighter place: what the right operand of a left-associative operator must hold.
constexpr precedence tighter(precedence p) { return static_cast<precedence>(static_cast<unsigned char>(p) + 1); }

}  // namespace virga
