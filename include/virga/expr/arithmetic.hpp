// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"
#include "virga/types/floating.hpp"
#include "virga/types/integer.hpp"
#include "virga/types/numeric.hpp"

namespace virga {

/// Numbers from narrow to wide, in the order in which PostgreSQL turns them into one another by itself.
template <class Type>
inline constexpr int number_rank = std::same_as<Type, types::smallint>  ? 1
                                   : std::same_as<Type, types::integer> ? 2
                                   : std::same_as<Type, types::bigint>  ? 3
                                   : std::same_as<Type, types::numeric> ? 4
                                   : std::same_as<Type, types::real>    ? 5
                                                                        : 6;

/// The type PostgreSQL gives the sum, difference, product or quotient of two numbers: the wider whole number; numeric
/// beside a whole number; double precision where a floating-point number meets another type of number.
template <class Left, class Right>
using arithmetic_result = std::conditional_t<
    std::same_as<Left, Right>, Left,
    std::conditional_t<(number_rank<Left> > 4 || number_rank<Right> > 4), types::double_precision,
                       std::conditional_t<(number_rank<Left> > number_rank<Right>), Left, Right>>>;

namespace operators {
struct arithmetic {
  template <class Left, class Right>
  using result = arithmetic_result<typename Left::type, typename Right::type>;
  static constexpr bool associative = true, never_null = false;
  static constexpr auto strength = precedence::additive;
};
struct plus : arithmetic {
  static constexpr std::string_view text = " + ";
};
struct minus : arithmetic {
  static constexpr std::string_view text = " - ";
};
struct times : arithmetic {
  static constexpr auto strength = precedence::multiplicative;
  static constexpr std::string_view text = " * ";
};
struct divided : times {
  static constexpr std::string_view text = " / ";
};
struct modulo : times {
  static constexpr std::string_view text = " % ";
};
}  // namespace operators

/// Whether an operand can be calculated with beside `Near`: a number, or a value that becomes one.
template <class Near, class Operand>
constexpr bool check_number() {
  if constexpr (is_placeholder<Operand>) {
    return true;
  } else if constexpr (expression<Operand>) {
    constexpr bool fits = Operand::type::family == type_family::number;
    static_assert(fits, "virga: + - * / % calculate with numbers; this expression is of another SQL type");
    return fits;
  } else if constexpr (Near::type::family == type_family::number) {
    constexpr bool fits = value_for<typename Near::type, Operand>;
    static_assert(fits, "virga: a value of this C++ type cannot be calculated with; give a number that fits the column's type");
    return fits;
  } else {
    return false;  // said of the other operand
  }
}

template <class Operator, class Left, class Right>
[[nodiscard]] constexpr auto calculate(Left&& left, Right&& right) {
  using left_type = std::remove_cvref_t<Left>;
  using right_type = std::remove_cvref_t<Right>;
  using near = std::conditional_t<expression<left_type>, left_type, right_type>;
  if constexpr (refused_expression<left_type> || refused_expression<right_type>) {
    return refused{};
  } else if constexpr (!check_number<near, left_type>()) {
    return refused{};
  } else {
    constexpr bool right_fits = check_number<near, right_type>();
    if constexpr (right_fits) return compare<Operator>(static_cast<Left&&>(left), static_cast<Right&&>(right));
    else return refused{};
  }
}

/// Arithmetic. Null when either side is; the type is what PostgreSQL gives (`integer / integer` is a whole number).
/// A value beside an expression is bound with the expression's own type. Run time: `database_error` 22003 for a
/// result out of range, 22012 for a division by zero. Source: PostgreSQL manual, "Mathematical Functions".
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard]] constexpr auto operator+(Left&& left, Right&& right) {
  return calculate<operators::plus>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard]] constexpr auto operator-(Left&& left, Right&& right) {
  return calculate<operators::minus>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard]] constexpr auto operator*(Left&& left, Right&& right) {
  return calculate<operators::times>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard]] constexpr auto operator/(Left&& left, Right&& right) {
  return calculate<operators::divided>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
  requires one_is_an_expression<Left, Right>
[[nodiscard]] constexpr auto operator%(Left&& left, Right&& right) {
  return calculate<operators::modulo>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}

}  // namespace virga
