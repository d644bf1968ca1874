// SPDX-License-Identifier: BSL-1.0
//
// What operands are, in words, for the sentences about them.
#pragma once
#include "virga/core/sentence.hpp"
#include "virga/expr/parameter.hpp"

namespace virga {

/// `users.age`.
template <class Column>
constexpr sentence column_in_words() {
  return sentence(Column::info.source->label(), ".", Column::info.name);
}
/// `integer`; `bigint of its own` where it has been given one.
template <class Type>
constexpr sentence type_in_words() {
  if constexpr (requires { typename Type::base; })
    return sentence(Type::name, " of its own");
  else
    return sentence(Type::name);
}
/// `users.age is integer`, `one side is text`, `the value is a whole number`.
template <class Operand>
constexpr sentence operand_in_words() {
  if constexpr (requires { Operand::info.source; })
    return sentence(column_in_words<Operand>().view(), " is ", type_in_words<typename Operand::type>().view());
  else if constexpr (requires { Operand::type::name; })
    return sentence("one side is ", type_in_words<typename Operand::type>().view());
  else if constexpr (std::same_as<Operand, bool>)
    return sentence("the value is a bool");
  else if constexpr (whole_number<Operand>)
    return sentence("the value is a whole number");
  else if constexpr (std::floating_point<Operand>)
    return sentence("the value is a floating-point number");
  else if constexpr (std::convertible_to<Operand, std::string_view>)
    return sentence("the value is text");
  else
    return sentence("the value is of another C++ type");
}
template <class Column>
using about_column = about<fixed<&column_in_words<Column>>()>;
/// Two operands that do not go together.
template <class Left, class Right>
using about_both = about<fixed<&operand_in_words<Left>>(), fixed<&operand_in_words<Right>>()>;

/// The fixed sentence with what two operands are before its advice.
template <class Left, class Right>
constexpr sentence of_both(std::string_view wrong, std::string_view advice) {
  return sentence(wrong, ": ", operand_in_words<Left>().view(), ", ", operand_in_words<Right>().view(), "; ", advice);
}

}  // namespace virga
