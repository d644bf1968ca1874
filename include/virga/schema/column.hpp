// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/assignment.hpp"
#include "virga/render/source.hpp"

namespace virga {

/// A column as an expression: `users.email`. Its identity is its source (a table, an alias, a common table
/// expression) and its name; type and traits come along so that no query needs to look its table up.
/// It has all of `expression_node` itself: there is one a column of every table that is described, used or not, and each
/// base that is a template would cost as much as the class.
template <class Source, fixed_string Name, class Type, unsigned Traits>
struct column {
  using expression_kind = column;
  using type = Type;
  using source = Source;
  static constexpr bool dynamic = false;
  static constexpr precedence strength = precedence::atom;
  static constexpr decltype(Name) name = Name;
  static constexpr render::column_info info{&Source::info, Name.view(), Traits& render::trait::all};
  /// The same as the place of a value that is stored: with the type's modifier.
  static constexpr render::column_info target{&Source::info, Name.view(), Traits};

  static constexpr bool nullable(const scope& in) {
    return (Traits & render::trait::nullable) != 0 || in.optional(Source::info) || in.leaves_out(info) ||
           in.made_null(info);
  }
  static constexpr void render(sink& s) { s.column(info); }
  void bind(binder&) const {}

  /// As of every expression; see `expression_node`.
  template <fixed_string Alias>
  [[nodiscard]] constexpr auto as(name_literal<Alias>) const {
    return named<column, Alias>{*this};
  }
  template <class Text>
  [[nodiscard]] constexpr auto as(const Text&) const {
    static_assert(!std::is_same_v<Text, Text>, "virga: a name in a query is a literal of its own: .as(\"n\"_name)");
    return *this;
  }
  /// `users.name = "Ann"`: what `values` and `set` take. It changes nothing by itself.
  template <class Given>
  [[nodiscard]] constexpr auto operator=(Given&& given) const {
    return assign<column>(std::forward<Given>(given));
  }
};

/// A column of a table, an alias or a common table expression.
template <class T>
concept table_column = expression<T> && requires { T::info.source; };

}  // namespace virga
