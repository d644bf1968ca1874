// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/parameter.hpp"

namespace virga {

/// A value that is given by name when the query runs. See `placeholder`.
template <fixed_string Name>
struct placeholder_name {};
template <class T>
inline constexpr bool is_placeholder = false;
template <fixed_string Name>
inline constexpr bool is_placeholder<placeholder_name<Name>> = true;

/// A placeholder whose place told its SQL type.
template <fixed_string Name, class Type>
struct placeholder_expression : expression_node<placeholder_expression<Name, Type>> {
  using type = Type;
  // the column it stands beside; null where there is none
  const render::column_info* place = nullptr;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    using value = typename Type::value;
    s.placeholder({Name.view(), Type::name, std::same_as<value, bool>, whole_number<value>,
                   Type::family == type_family::number,
                   Type::family == type_family::string || readable_from_text<Type>});
  }
  void bind(binder& b) const { b.placeholder(Name.view(), place); }
};

template <class Type, fixed_string Name>
[[nodiscard]] constexpr auto typed_placeholder(placeholder_name<Name>, const render::column_info* place = nullptr) {
  return placeholder_expression<Name, Type>{{}, place};
}

/// An operand as it is given: an expression stays what it is, a value becomes a parameter like its
/// neighbour `Near`, a placeholder takes its type.
template <class Near, class Given>
[[nodiscard, gnu::always_inline]] constexpr auto operand(Given&& given) {
  using type = typename Near::type;
  if constexpr (expression<Given>)
    return std::remove_cvref_t<Given>(static_cast<Given&&>(given));
  else if constexpr (is_placeholder<std::remove_cvref_t<Given>>)
    return typed_placeholder<type>(given, place_near<Near>());
  else
    return parameter<type>{{}, converted<type>(static_cast<Given&&>(given), place_near<Near>()), place_near<Near>()};
}

/// Leaves a value open: `users.email == placeholder("email"_name)`. Its SQL type is that of the column or expression
/// beside it. A query that has one is run through `prepare(query)`. SQL: `$n`.
template <fixed_string Name>
[[nodiscard]] constexpr placeholder_name<Name> placeholder(name_literal<Name>) {
  return {};
}

}  // namespace virga
