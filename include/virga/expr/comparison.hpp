// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/in_words.hpp"
#include "virga/expr/placeholder.hpp"
#include "virga/expr/refused.hpp"
#include "virga/types/boolean.hpp"

namespace virga {

/// Whether two types are domains (schema/domain.hpp), which are compared with themselves and with what is no domain.
template <class Left, class Right>
concept two_domains = requires {
  typename Left::domain_kind;
  typename Right::domain_kind;
};

/// Whether SQL compares two types without a cast: they are of one family.
template <class Left, class Right>
concept comparable = std::same_as<Left, Right> ||
    (Left::family == Right::family && Left::family != type_family::other && !two_domains<Left, Right>);

/// `left op right`. `Operator` holds its text, its strength and its result type, and which comparison it needs of both
/// types.
template <class Operator, class Left, class Right>
struct binary : expression_node<binary<Operator, Left, Right>> {
  using type = typename Operator::template result<Left, Right>;
  static constexpr auto strength = Operator::strength;

  [[no_unique_address]] Left left;
  [[no_unique_address]] Right right;

  static constexpr bool nullable(const scope& in) {
    if constexpr (requires { requires Operator::may_be_null; })
      return true;
    else
      return !Operator::never_null && (Left::nullable(in) || Right::nullable(in));
  }
  static constexpr void render(sink& s) {
    refuse_optional<Left, Right>(s);
    const bool grouped = s.enter_expression(&binary::render);
    render_operand<Left>(s, Operator::associative ? strength : tighter(strength));
    s.text(Operator::text);
    render_operand<Right>(s, tighter(strength));
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    left.bind(b);
    right.bind(b);
  }
};

namespace operators {

struct comparison {
  template <class, class>
  using result = types::boolean;
  static constexpr auto strength = precedence::comparison;
  static constexpr bool associative = false, never_null = false;
};
struct equal : comparison {
  static constexpr auto needs = &comparisons::equal;
  static constexpr std::string_view text = " = ";
};
struct not_equal : comparison {
  static constexpr auto needs = &comparisons::not_equal;
  static constexpr std::string_view text = " <> ";
};
struct less : comparison {
  static constexpr auto needs = &comparisons::order;
  static constexpr std::string_view text = " < ";
};
struct less_equal : comparison {
  static constexpr auto needs = &comparisons::order;
  static constexpr std::string_view text = " <= ";
};
struct greater : comparison {
  static constexpr auto needs = &comparisons::order;
  static constexpr std::string_view text = " > ";
};
struct greater_equal : comparison {
  static constexpr auto needs = &comparisons::order;
  static constexpr std::string_view text = " >= ";
};
struct distinct_from : comparison {
  static constexpr auto needs = &comparisons::equal;
  static constexpr std::string_view text = " is distinct from ";
  static constexpr auto strength = precedence::is;
  static constexpr bool never_null = true;
};
struct not_distinct_from : distinct_from {
  static constexpr std::string_view text = " is not distinct from ";
};

}  // namespace operators

/// Says in one sentence why two sides, one of them an expression, cannot be compared; nothing where they can.
template <class First, class Second>
constexpr bool check_comparable() {
  using Left = std::remove_cvref_t<std::conditional_t<expression<First>, First, Second>>;
  using right = std::remove_cvref_t<std::conditional_t<expression<First>, Second, First>>;
  if constexpr (refused_expression<Left> || refused_expression<right> ||
                requires { typename First::quantified_kind; }) {
    return false;  // said elsewhere
  } else if constexpr (std::same_as<right, null_value> || std::same_as<right, std::nullopt_t> ||
                       std::same_as<right, std::nullptr_t>) {
    static_assert(!std::same_as<right, right>,
                  "virga: nothing equals null in SQL; use is_null(column) or is_not_null(column)");
    return false;
  } else if constexpr (is_optional<right>) {
    static_assert(!std::same_as<right, right>,
                  "virga: an optional may be empty, and nothing equals null in SQL; compare with *value under "
                  "when(value.has_value(), …), or by is_not_distinct_from()");
    return false;
  } else if constexpr (is_placeholder<right>) {
    return true;
  } else if constexpr (requires { typename right::projection_type; }) {
    static_assert(
        !std::same_as<right, right>,
        "virga: a query is compared as a value, scalar(select(…)…), or all of its rows are: any_of(select(…)…), "
        "all_of(select(…)…)");
    return false;
  } else if constexpr (expression<right>) {
    constexpr bool fits = comparable<typename Left::type, typename right::type>;
    if constexpr (!fits) {
      using both = about_both<Left, right>;
      if constexpr (composes)
        refuse<both, of_both<Left, right>("virga: these two SQL types cannot be compared",
                                          "compare columns of one kind, or cast one of them")>();
      else
        static_assert(
            excused<both>,
            "virga: these two SQL types cannot be compared; compare columns of one kind, or cast one of them");
    }
    return fits;
  } else {
    constexpr bool fits = operand_for<typename Left::type, right>;
    if constexpr (!fits) {
      using both = about_both<Left, right>;
      if constexpr (composes)
        refuse<both,
               of_both<Left, right>("virga: a value of this C++ type cannot be compared with this column's SQL type",
                                    "convert it first")>();
      else
        static_assert(
            excused<both>,
            "virga: a value of this C++ type cannot be compared with this column's SQL type; convert it first");
    }
    return fits;
  }
}

/// Says in words where SQL lacks a comparison of the types of some operands: json has no `=`.
template <bool comparisons::*Needed, class... Operands>
constexpr bool check_comparison() {
  constexpr bool exists = ([] {
    if constexpr (expression<Operands>)
      return comparisons_of<typename std::remove_cvref_t<Operands>::type>.*Needed;
    else
      return true;
  }() && ...);
  static_assert(exists,
                "virga: PostgreSQL has no such comparison for this SQL type (json, xml, points and other figures); "
                "cast it to jsonb or text first, a domain over an enum to the enum");
  return exists;
}
/// Whether an operator needs a comparison that the type of an operand lacks; cheaper to ask than `check_comparison`.
template <class Operator, class Operand>
inline constexpr bool lacks_comparison = false;
template <class Operator, expression Operand>
requires requires { Operator::needs; }
inline constexpr bool lacks_comparison<Operator, Operand> = !(comparisons_of<typename Operand::type>.*Operator::needs);
/// A type whose check is left out where another mistake has been told.
template <bool Ask, class T>
using asked_if = std::conditional_t<Ask, T, refused>;

/// Compares an expression with another one, or with a value that is bound.
/// Compile time: the types must be comparable, and neither side `null`. Run time: `value_error` for a number out of
/// the column's range.
template <class Operator, bool Comparable, class Left, class Right>
[[nodiscard]] constexpr auto compare_checked(Left&& left, Right&& right) {
  using left_type = std::remove_cvref_t<Left>;
  using right_type = std::remove_cvref_t<Right>;
  constexpr bool in_order = !requires { typename left_type::quantified_kind; };
  static_assert(in_order, "virga: any_of() and all_of() stand at the right of a comparison: users.age > any_of(…)");
  if constexpr (!in_order || refused_expression<left_type> || refused_expression<right_type>) {
    return refused{};
  } else if constexpr (lacks_comparison<Operator, left_type> || lacks_comparison<Operator, right_type>) {
    // said here and not by `check_comparison`, which would be one step more on the way to it
    static_assert(!Comparable,
                  "virga: PostgreSQL has no such comparison for this SQL type (json, xml, points and other figures); "
                  "cast it to jsonb or text first");
    return refused{};
  } else if constexpr (!expression<left_type>) {
    if constexpr (Comparable) {
      using value = decltype(operand<right_type>(static_cast<Left&&>(left)));
      return binary<Operator, value, right_type>{
          {}, operand<right_type>(static_cast<Left&&>(left)), static_cast<Right&&>(right)};
    } else {
      return binary<Operator, right_type, right_type>{{}, right, right};
    }
  } else if constexpr (!Comparable) {
    return binary<Operator, left_type, left_type>{{}, left, left};
  } else if constexpr (expression<right_type>) {
    return binary<Operator, left_type, right_type>{{}, static_cast<Left&&>(left), static_cast<Right&&>(right)};
  } else {
    using value = decltype(operand<left_type>(static_cast<Right&&>(right)));
    return binary<Operator, left_type, value>{
        {}, static_cast<Left&&>(left), operand<left_type>(static_cast<Right&&>(right))};
  }
}

template <class Operator, class Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto compare(Left&& left, Right&& right) {
  return compare_checked<Operator, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}

template <class Left, class Right>
concept one_is_an_expression = expression<Left> || expression<Right>;

// Operators that only call another function are inlined in debug builds too: each would be one more function to
// compile.
/// Comparisons. Boolean, null when either side is. SQL: `left = right` and so on.
/// Source: PostgreSQL manual, "Comparison Functions and Operators".
template <class Left, class Right>
requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator==(Left&& left, Right&& right) {
  return compare_checked<operators::equal, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator!=(Left&& left, Right&& right) {
  return compare_checked<operators::not_equal,
                         check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator<(Left&& left, Right&& right) {
  return compare_checked<operators::less, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator<=(Left&& left, Right&& right) {
  return compare_checked<operators::less_equal,
                         check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator>(Left&& left, Right&& right) {
  return compare_checked<operators::greater, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
requires one_is_an_expression<Left, Right>
[[nodiscard, gnu::always_inline]] constexpr auto operator>=(Left&& left, Right&& right) {
  return compare_checked<operators::greater_equal,
                         check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}

/// The same comparisons by Drizzle's names; they build the same nodes.
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto eq(Left&& left, Right&& right) {
  return compare_checked<operators::equal, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto ne(Left&& left, Right&& right) {
  return compare_checked<operators::not_equal,
                         check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto lt(Left&& left, Right&& right) {
  return compare_checked<operators::less, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto lte(Left&& left, Right&& right) {
  return compare_checked<operators::less_equal,
                         check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto gt(Left&& left, Right&& right) {
  return compare_checked<operators::greater, check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto gte(Left&& left, Right&& right) {
  return compare_checked<operators::greater_equal,
                         check_comparable<std::remove_cvref_t<Left>, std::remove_cvref_t<Right>>()>(
      static_cast<Left&&>(left), static_cast<Right&&>(right));
}

/// What is compared with an expression by `is distinct from`: of an optional, what it holds, or null.
template <class Expression, class Given>
constexpr decltype(auto) value_or_null(Given&& given) {
  using plain = std::remove_cvref_t<Given>;
  using type = typename Expression::type;
  if constexpr (!is_optional<plain>) {
    return static_cast<Given&&>(given);
  } else if constexpr (refused_expression<Expression> || !operand_for<type, typename value_within<plain>::type>) {
    return refused{};
  } else {
    optional_parameter<type> value{{}, {}, place_near<Expression>()};
    if (given) value.value.emplace(converted<type>(*static_cast<Given&&>(given), value.place));
    return value;
  }
}
template <class Given>
using value_or_null_of = typename value_within<std::remove_cvref_t<Given>>::type;

/// Comparisons in which null counts as a value of its own; an optional may be compared, which is null when empty.
/// Never null. SQL: `left is [not] distinct from right`.
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto is_distinct_from(Left&& left, Right&& right) {
  return compare_checked<operators::distinct_from,
                         check_comparable<std::remove_cvref_t<Left>, value_or_null_of<Right>>()>(
      static_cast<Left&&>(left), value_or_null<std::remove_cvref_t<Left>>(static_cast<Right&&>(right)));
}
template <expression Left, class Right>
[[nodiscard, gnu::always_inline]] constexpr auto is_not_distinct_from(Left&& left, Right&& right) {
  return compare_checked<operators::not_distinct_from,
                         check_comparable<std::remove_cvref_t<Left>, value_or_null_of<Right>>()>(
      static_cast<Left&&>(left), value_or_null<std::remove_cvref_t<Left>>(static_cast<Right&&>(right)));
}

}  // namespace virga
