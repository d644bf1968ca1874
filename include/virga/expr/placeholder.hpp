// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/parameter.hpp"
#include "virga/types/floating.hpp"

namespace virga {

/// A value that is given by name when the query runs. See `placeholder`.
template <fixed_string Name>
struct placeholder_name {};
template <class T>
inline constexpr bool is_placeholder = false;
template <fixed_string Name>
inline constexpr bool is_placeholder<placeholder_name<Name>> = true;

/// Whether a type is, or is an array of, a type of the program's own: `as<T>()`.
template <class Type>
inline constexpr bool programs_own = requires {
  typename Type::stored;
};
template <class Type>
requires requires { typename Type::element; }
inline constexpr bool programs_own<Type> = programs_own<typename Type::element>;

/// Whether a placeholder of this SQL type encodes values itself: its C++ type would not, by itself, be sent as this SQL
/// type (an OrderId, a struct as JSON, a domain's uuid, the text of an xml). Of varchar and its like text is text.
template <class Type>
inline constexpr bool encodes_placeholders = [] {
  using value = typename Type::value;
  if constexpr ((Type::family == type_family::string && std::same_as<value, std::string>) ||
                (Type::family == type_family::number && std::is_arithmetic_v<value>))
    return false;
  else if constexpr (has_default_type<value>)
    return !std::same_as<type_of<value>, Type>;
  else
    return true;
}();

/// A placeholder whose place told its SQL type, and whether it takes null, as a column does that is assigned.
template <fixed_string Name, class Type, bool TakesNull = false>
struct placeholder_expression : expression_node<placeholder_expression<Name, Type, TakesNull>> {
  using type = Type;
  // The column that the value is stored in; null where it is only compared. (Chains pass over what is empty when they
  // bind values, query/chain.hpp; this has one though it holds none.)
  const render::column_info* target = nullptr;

  static constexpr bool nullable(const scope&) { return TakesNull; }
  static constexpr void render(sink& s) {
    using value = typename Type::value;
    s.placeholder({Name.view(), Type::name, std::same_as<value, bool>, whole_number<value>,
                   Type::family == type_family::number, Type::family == type_family::string || readable_from_text<Type>,
                   !programs_own<Type>, TakesNull, encodes_placeholders<Type> ? &identity_of<value> : nullptr});
    render_parameter_cast<Type>(s);
  }
  void bind(binder& b) const {
    if constexpr (encodes_placeholders<Type>)
      check(b.own_placeholder<Type>(Name.view(), target));
    else
      check(b.placeholder(Name.view(), target));
  }

 private:
  void check([[maybe_unused]] const char* text) const {
    if constexpr (modified_type<Type>) {
      typename Type::value read{};
      if (text != nullptr && target != nullptr && !target->modifier().empty() && Type::decode(text, read) == nullptr)
        if (const fault wrong = Type::exceeds(read, target->modifier()))
          binder::refuse(target, Type::name, wrong, text);
    } else if constexpr (whole_number<typename Type::value>) {
      typename Type::value read{};
      if (text == nullptr || target == nullptr) return;
      if (const fault wrong = Type::decode(text, read)) binder::refuse(target, Type::name, wrong, text);
    } else if constexpr (std::same_as<typename Type::value, float>) {
      double read = 0;
      if (text == nullptr || types::double_precision::decode(text, read) != nullptr) return;
      if (const fault wrong = number_fault<float>(read)) binder::refuse(target, Type::name, wrong, text);
    }
  }
};

template <class Type, bool TakesNull = false, fixed_string Name>
[[nodiscard]] constexpr auto typed_placeholder(placeholder_name<Name>, const render::column_info* target = nullptr) {
  return placeholder_expression<Name, Type, TakesNull>{{}, target};
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
/// beside it. A query that has one is run through `prepare(query)`. Where it is assigned to a column that may be null,
/// `null` or an optional may be given for it. SQL: `$n`.
template <fixed_string Name>
[[nodiscard]] constexpr placeholder_name<Name> placeholder(name_literal<Name>) {
  return {};
}

}  // namespace virga
