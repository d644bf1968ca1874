// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"
#include "virga/expr/raw_sql.hpp"
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
/// The same operator with another type than that of two numbers.
template <class Operator, class Type>
struct giving : Operator {
  template <class, class>
  using result = Type;
};
}  // namespace operators

/// Whether an operand can be calculated with beside `Near`: a number, or a value that becomes one.
template <class Near, class Operand>
constexpr bool is_number() {
  if constexpr (is_placeholder<Operand>)
    return true;
  else if constexpr (expression<Operand>)
    return Operand::type::family == type_family::number;
  else
    return Near::type::family == type_family::number && operand_for<typename Near::type, Operand>;
}

/// PostgreSQL takes no remainder of floating-point numbers.
template <class Operator, class Operand>
constexpr bool has_remainder() {
  if constexpr (!std::same_as<Operator, operators::modulo> || !expression<Operand>)
    return true;
  else
    return number_rank<typename Operand::type> < 5;
}

/// The SQL type of a result for operands that are not both numbers, as member `type`: dates, times and intervals
/// (time_functions.hpp) add theirs.
template <class Operator, class Left, class Right>
struct operation {};

/// The SQL type of an operand: an expression's own, the one that stands for a value's C++ type; void where there is
/// none.
template <class Operand>
constexpr auto operand_type() {
  if constexpr (expression<Operand>)
    return static_cast<typename Operand::type*>(nullptr);
  else if constexpr (has_default_type<std::decay_t<Operand>>)
    return static_cast<type_of<std::decay_t<Operand>>*>(nullptr);
  else
    return static_cast<void*>(nullptr);
}
template <class Operator, class Left, class Right>
using operation_on = operation<Operator, std::remove_pointer_t<decltype(operand_type<Left>())>,
                               std::remove_pointer_t<decltype(operand_type<Right>())>>;

template <class Operator, class Left, class Right>
[[nodiscard]] constexpr auto calculate(Left&& left, Right&& right) {
  using left_type = std::remove_cvref_t<Left>;
  using right_type = std::remove_cvref_t<Right>;
  using near = std::conditional_t<expression<left_type>, left_type, right_type>;
  if constexpr (refused_expression<left_type> || refused_expression<right_type>) {
    return refused{};
  } else if constexpr (requires { typename operation_on<Operator, left_type, right_type>::type; }) {
    using type = typename operation_on<Operator, left_type, right_type>::type;
    constexpr bool included = requires { sizeof(type); };
    static_assert(included,
                  "virga: the type of this result is in a header of its own; include virga/types/interval.hpp, "
                  "virga/types/time.hpp or virga/types/timestamp.hpp");
    if constexpr (included) {
      using made = binary<operators::giving<Operator, type>, decltype(raw_operand(static_cast<Left&&>(left))),
                          decltype(raw_operand(static_cast<Right&&>(right)))>;
      return made{{}, raw_operand(static_cast<Left&&>(left)), raw_operand(static_cast<Right&&>(right))};
    } else {
      return refused{};
    }
  } else {
    constexpr bool numbers = is_number<near, left_type>() && is_number<near, right_type>();
    // a value that does not fit is told of where the other side is a number
    constexpr bool values =
        !numbers && near::type::family == type_family::number && (!expression<left_type> || !expression<right_type>);
    static_assert(
        numbers || values,
        "virga: + - * / % calculate with numbers, + and - with dates and times as PostgreSQL does (date + integer, "
        "timestamp - timestamp, time + interval); these SQL types have no such operation, cast one of them, or join "
        "texts with concat(…)");
    static_assert(
        !values,
        "virga: a value of this C++ type cannot be calculated with; give a number that fits the column's type");
    if constexpr (numbers) {
      constexpr bool divides = has_remainder<Operator, left_type>() && has_remainder<Operator, right_type>();
      static_assert(
          divides,
          "virga: PostgreSQL has no % of real and double precision; cast<decimal>(…) the operand, or take the "
          "remainder of whole numbers");
      if constexpr (divides)
        return compare<Operator>(static_cast<Left&&>(left), static_cast<Right&&>(right));
      else
        return refused{};
    } else {
      return refused{};
    }
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

/// `-operand`.
template <class Operand>
struct opposite : expression_node<opposite<Operand>> {
  using type = typename Operand::type;
  static constexpr auto strength = precedence::sign;
  [[no_unique_address]] Operand operand;

  static constexpr bool nullable(const scope& in) { return Operand::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>(s);
    const bool grouped = s.enter_expression(&opposite::render);
    s.text("-");
    render_operand<Operand>(s, tighter(strength));  // two signs would begin a comment
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { operand.bind(b); }
};

/// Whether a type that is no number has an opposite: an interval has.
template <class Type>
inline constexpr bool has_opposite = Type::family == type_family::number;

/// The opposite of a number or an interval. Its own type; null where it is. SQL: `-operand`.
/// Run time: `database_error` 22003 for the smallest whole number, whose opposite there is not.
template <expression Operand>
[[nodiscard]] constexpr auto operator-(Operand&& operand) {
  using plain = std::remove_cvref_t<Operand>;
  constexpr bool fits = refused_expression<plain> || has_opposite<typename plain::type>;
  static_assert(fits, "virga: -x is the opposite of a number or an interval; this expression is of another SQL type");
  if constexpr (fits && !refused_expression<plain>)
    return opposite<plain>{{}, static_cast<Operand&&>(operand)};
  else
    return refused{};
}

}  // namespace virga
