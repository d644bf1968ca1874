// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/assignment.hpp"
#include "virga/render/source.hpp"

namespace virga {

/// A column as an expression: `users.email`. Its identity is its source (a table, an alias, a common table
/// expression) and its name; type and traits come along so that no query needs to look its table up.
template <class Source, fixed_string Name, class Type, unsigned Traits>
struct column : expression_node<column<Source, Name, Type, Traits>> {
  using type = Type;
  using source = Source;
  static constexpr auto name = Name;
  static constexpr render::column_info info{&Source::info, Name.view(), Traits& render::trait::all};
  /// The same as the place of a value that is stored: with the type's modifier.
  static constexpr render::column_info target{&Source::info, Name.view(), Traits};

  static constexpr bool nullable(const scope& in) {
    return (Traits & render::trait::nullable) != 0 || in.optional(Source::info) || in.leaves_out(info) ||
           in.made_null(info);
  }
  static constexpr void render(sink& s) { s.column(info); }
  void bind(binder&) const {}

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
