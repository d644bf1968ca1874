// SPDX-License-Identifier: BSL-1.0
//
// Aggregates over the rows of a group. Those that are null over no rows are so in a query with group_by(), whose groups
// have rows, only where an operand may be null or a filter() leaves rows out; a deviation may be null there, too.
// Source: PostgreSQL manual, "Aggregate Functions" and "Aggregate Expressions".
#pragma once
#include "virga/expr/arithmetic.hpp"
#include "virga/expr/logic.hpp"
#include "virga/expr/order.hpp"
#include "virga/expr/raw_sql.hpp"
#include "virga/expr/refused.hpp"
#include "virga/expr/window.hpp"
#include "virga/types/array.hpp"
#include "virga/types/json.hpp"
#include "virga/types/rare.hpp"

namespace virga {

namespace aggregates {

/// An aggregate that is null only over no values but nulls; others may be null over one row, as a deviation is.
struct null_without_values {
  static constexpr bool never_null = false, null_only_without_values = true;
};
/// An aggregate that keeps its operand's type.
struct of_operand_type : null_without_values {
  template <class Type, class...>
  using result = Type;
};
template <class Type>
struct extreme_of {
  using type = Type;
};
template <class Type>
requires requires { typename Type::extreme; }
struct extreme_of<Type> {
  using type = typename Type::extreme;
};
template <class Type>
struct of_type : null_without_values {
  template <class...>
  using result = Type;
};

struct count : of_type<types::bigint> {
  static constexpr std::string_view name = "count";
  static constexpr bool never_null = true;
};
/// A domain is calculated with as the type it is over.
template <class Type>
struct calculated_as {
  using type = Type;
};
template <class Type>
requires requires { typename Type::domain_kind; }
struct calculated_as<Type> : calculated_as<typename Type::base> {};

template <class Type>
using sum_of =
    std::conditional_t<std::same_as<Type, types::smallint> || std::same_as<Type, types::integer>, types::bigint,
                       std::conditional_t<std::same_as<Type, types::bigint>, types::numeric, Type>>;
template <class Type>
using mean_of = std::conditional_t<
    std::same_as<Type, types::interval>, Type,
    std::conditional_t<std::same_as<Type, types::real> || std::same_as<Type, types::double_precision>,
                       types::double_precision, types::numeric>>;

/// Sums and averages have the type PostgreSQL gives them: whole numbers widen so that they cannot overflow.
struct sum : null_without_values {
  static constexpr std::string_view name = "sum";
  template <class Type, class...>
  using result = sum_of<typename calculated_as<Type>::type>;
};
template <fixed_string Name>
struct mean {
  static constexpr std::string_view name = Name.view();
  static constexpr bool never_null = false;
  template <class Type, class...>
  using result = mean_of<typename calculated_as<Type>::type>;
};
struct average : mean<"avg"> {
  static constexpr bool null_only_without_values = true;
};
/// The smallest and the largest have the operand's type, or the one that PostgreSQL casts it to.
struct extreme : null_without_values {
  template <class Type, class...>
  using result = typename extreme_of<typename calculated_as<Type>::type>::type;
};
struct minimum : extreme {
  static constexpr std::string_view name = "min";
};
struct maximum : extreme {
  static constexpr std::string_view name = "max";
};
template <fixed_string Name, class Type>
struct named : of_type<Type> {
  static constexpr std::string_view name = Name.view();
};

}  // namespace aggregates

template <class Aggregate, class Predicate>
struct filtered_aggregate;

/// `function(operands)` over the rows of a group.
template <class Function, bool Distinct, class Order, class... Operands>
struct aggregate : expression_node<aggregate<Function, Distinct, Order, Operands...>> {
  using type = typename Function::template result<typename Operands::type...>;
  using aggregate_kind = Function;

  [[no_unique_address]] pack<Operands...> operands;
  [[no_unique_address]] Order order;

  /// Equal values count once. SQL: `function(distinct …)`.
  [[nodiscard]] constexpr auto distinct() const {
    static_assert(sizeof...(Operands) > 0, "virga: count() of rows has nothing to be distinct in; give it a column: count(users.name)");
    if constexpr (!check_sortable<Operands...>() || !check_order<true, Order>())
      return refused{};
    else
      return aggregate<Function, true, Order, Operands...>{{}, operands, order};
  }
  /// The order in which rows are taken, where it matters (`string_agg`, `array_agg`). SQL: `function(… order by …)`.
  template <class... Keys>
  [[nodiscard]] constexpr auto order_by(Keys... keys) const {
    check_sortable<Keys...>();
    using ordered = decltype(window_order(keys...));
    if constexpr (!check_order<Distinct, ordered>())
      return refused{};
    else
      return aggregate<Function, Distinct, ordered, Operands...>{{}, operands, window_order(keys...)};
  }
  /// Only the rows for which a condition is true. SQL: `function(…) filter (where condition)`.
  template <class Predicate>
  [[nodiscard]] constexpr auto filter(Predicate condition) const {
    constexpr bool fits = predicate<Predicate>;
    static_assert(fits, "virga: filter(condition) takes a boolean expression; compare this one with something");
    if constexpr (fits) return filtered_aggregate<aggregate, Predicate>{{}, *this, std::move(condition)};
    else return *this;
  }
  /// For each row, over the rows of its window. SQL: `function(…) over (…)`.
  template <class... Window>
  [[nodiscard]] constexpr auto over(const Window&... window) const {
    if constexpr (check_window() && (check_frame<Window>() && ...))
      return make_windowed(*this, window...);
    else return refused{};
  }
  static constexpr bool check_window() {
    constexpr bool plain = !Distinct && std::same_as<Order, window_order_list<>>;
    static_assert(plain, "virga: PostgreSQL has no distinct() and no order_by() of an aggregate beside over(); the order goes "
                         "into the window");
    return plain;
  }

  /// Values of which equal ones count once have no order but their own.
  template <bool IsDistinct, class Keys>
  static constexpr bool check_order() {
    constexpr bool fits = !IsDistinct || is_of_operands(static_cast<const Keys*>(nullptr));
    static_assert(
        fits,
        "virga: an aggregate with distinct() is ordered by its own argument alone, which holds no values then; "
        "order by that, or leave distinct() out");
    return fits;
  }
  template <class... Keys>
  static constexpr bool is_of_operands(const window_order_list<Keys...>*) {
    return (is_operand<typename Keys::order_kind>() && ...);
  }
  template <class Expression>
  static constexpr bool is_operand() {
    return (std::same_as<Expression, Operands> || ...) && same_when_repeated<Expression>;
  }

  // a group of no rows, or of nulls alone, has no sum
  static constexpr bool nullable(const scope& in) {
    if constexpr (requires { Function::null_only_without_values; })
      if (in.grouped() && Function::null_only_without_values)
        return nullable_over_no_rows && (Operands::nullable(in) || ... || false);
    return nullable_over_no_rows;
  }
  static constexpr bool nullable_over_no_rows = !Function::never_null;
  static constexpr void render(sink& s) {
    const auto around = s.enter_aggregate();
    render_call(s);
    s.leave_aggregate(around);
  }
  static constexpr void render_call(sink& s) {
    refuse_optional<Operands...>(s);
    s.text(Function::name);
    s.text(Distinct ? "(distinct " : "(");
    if (sizeof...(Operands) == 0) s.text("*");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Operands::render(s)), ...);
    Order::render(s);
    s.text(")");
  }
  void bind(binder& b) const {
    operands.each([&](const auto& one) { one.bind(b); });
    order.bind(b);
  }
};

/// `aggregate filter (where condition)`.
template <class Aggregate, class Predicate>
struct filtered_aggregate : expression_node<filtered_aggregate<Aggregate, Predicate>> {
  using type = typename Aggregate::type;
  using aggregate_kind = typename Aggregate::aggregate_kind;
  static constexpr bool nullable_over_no_rows = Aggregate::nullable_over_no_rows;

  [[no_unique_address]] Aggregate aggregate;
  [[no_unique_address]] Predicate condition;

  template <class... Window>
  [[nodiscard]] constexpr auto over(const Window&... window) const {
    if constexpr (Aggregate::check_window() && (check_frame<Window>() && ...))
      return make_windowed(*this, window...);
    else return refused{};
  }

  static constexpr bool nullable(const scope&) { return nullable_over_no_rows; }
  static constexpr void render(sink& s) {
    const auto around = s.enter_aggregate();
    render_call(s);
    s.leave_aggregate(around);
  }
  static constexpr void render_call(sink& s) {
    refuse_optional<Predicate>(s);
    Aggregate::render_call(s);
    s.text(" filter (where ");
    Predicate::render(s);
    s.text(")");
  }
  void bind(binder& b) const {
    aggregate.bind(b);
    condition.bind(b);
  }
};

template <class Function, class... Operands>
[[nodiscard]] constexpr auto make_aggregate(const Operands&... operands) {
  return aggregate<Function, false, window_order_list<>, Operands...>{{}, {{operands}...}, {}};
}

/// How many rows. bigint, never null. SQL: `count(*)`.
/// Aggregates stand in the select list, HAVING and ORDER BY; not in WHERE, not in one another.
[[nodiscard]] constexpr auto count() { return make_aggregate<aggregates::count>(); }

/// How many rows in which the operand is not null. bigint, never null.
template <expression Operand>
[[nodiscard]] constexpr auto count(const Operand& operand) {
  return make_aggregate<aggregates::count>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto count_distinct(const Operand& operand) {
  if constexpr (check_sortable<Operand>())
    return count(operand).distinct();
  else
    return refused{};
}

template <class Function, bool Intervals = false, class Operand>
[[nodiscard]] constexpr auto aggregate_numbers(const Operand& operand) {
  constexpr bool fits = Operand::type::family == type_family::number || refused_expression<Operand> ||
                        (Intervals && std::same_as<typename Operand::type, types::interval>);
  static_assert(fits,
                "virga: sum and avg take numbers or intervals; this expression is of another SQL type, cast it first");
  if constexpr (fits && !refused_expression<Operand>) return make_aggregate<Function>(operand);
  else return refused{};
}

/// Sum of numbers or intervals. Null over no rows. smallint, integer → bigint; bigint → numeric; others keep their
/// type.
template <expression Operand>
[[nodiscard]] constexpr auto sum(const Operand& operand) {
  return aggregate_numbers<aggregates::sum, true>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto sum_distinct(const Operand& operand) {
  return aggregate_numbers<aggregates::sum, true>(operand).distinct();
}
/// Average, standard deviation and variance (of a sample). Null over no rows. Whole numbers and numeric → numeric;
/// floating point → double precision; intervals have an average, too.
template <expression Operand>
[[nodiscard]] constexpr auto avg(const Operand& operand) {
  return aggregate_numbers<aggregates::average, true>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto avg_distinct(const Operand& operand) {
  return aggregate_numbers<aggregates::average, true>(operand).distinct();
}
template <expression Operand>
[[nodiscard]] constexpr auto stddev(const Operand& operand) {
  return aggregate_numbers<aggregates::mean<"stddev">>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto variance(const Operand& operand) {
  return aggregate_numbers<aggregates::mean<"variance">>(operand);
}

template <class Function, class Operand>
[[nodiscard]] constexpr auto aggregate_ordered(const Operand& operand) {
  constexpr comparisons has = comparisons_of<typename Operand::type>;
  constexpr bool fits = refused_expression<Operand> || (has.order && has.sorts && has.extremes);
  static_assert(fits, "virga: PostgreSQL has no min and max of this SQL type; cast it first, take bool_and or bool_or of a "
                      "condition, or order by it and take limit(1)");
  if constexpr (fits && !refused_expression<Operand>) return make_aggregate<Function>(operand);
  else return refused{};
}

/// Smallest and largest. The operand's own type, of cidr inet, of regclass and its like oid; null over no rows.
template <expression Operand>
[[nodiscard]] constexpr auto min(const Operand& operand) {
  return aggregate_ordered<aggregates::minimum>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto max(const Operand& operand) {
  return aggregate_ordered<aggregates::maximum>(operand);
}

template <class Function, class Operand>
[[nodiscard]] constexpr auto aggregate_conditions(const Operand& operand) {
  constexpr bool fits = predicate<Operand>;
  static_assert(fits, "virga: bool_and and bool_or take a boolean expression; compare this one with something");
  if constexpr (fits) return make_aggregate<Function>(operand);
  else return refused{};
}
/// Whether a condition is true for every row, for any row. boolean; null over no rows.
template <expression Operand>
[[nodiscard]] constexpr auto bool_and(const Operand& operand) {
  return aggregate_conditions<aggregates::named<"bool_and", types::boolean>>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto bool_or(const Operand& operand) {
  return aggregate_conditions<aggregates::named<"bool_or", types::boolean>>(operand);
}

/// The texts of all rows, with a separator between them. text; null over no rows. Say the order with `.order_by(…)`.
/// SQL: `string_agg(text, $1::text)`.
template <expression Text, class Separator>
[[nodiscard]] constexpr auto string_agg(const Text& text, const Separator& separator) {
  constexpr bool fits = (Text::type::family == type_family::string || refused_expression<Text>) && value_for<types::text, Separator>;
  static_assert(fits, "virga: string_agg(text, separator) takes a text expression and a separator; cast<std::string>(…) it first");
  if constexpr (fits)
    return make_aggregate<aggregates::named<"string_agg", types::text>>(
        text, raw_argument<types::text>{{}, {{}, converted<types::text>(separator, nullptr), nullptr}});
  else return refused{};
}

/// The values of all rows as one array, nulls included. Null over no rows. SQL: `array_agg(operand)`.
/// Run time: `decode_error` where one of them is null; filter those out.
template <expression Operand>
[[nodiscard]] constexpr auto array_agg(const Operand& operand) {
  constexpr bool fits = types::array_element<typename Operand::type>;
  static_assert(fits, "virga: array_agg takes values that are no arrays themselves");
  if constexpr (refused_expression<Operand>) return refused{};
  else if constexpr (fits) return make_aggregate<aggregates::named<"array_agg", types::array_of<typename Operand::type>>>(operand);
  else return refused{};
}
/// The values of all rows as one JSON array. json, jsonb; null over no rows.
template <expression Operand>
[[nodiscard]] constexpr auto json_agg(const Operand& operand) {
  return make_aggregate<aggregates::named<"json_agg", types::json>>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto jsonb_agg(const Operand& operand) {
  return make_aggregate<aggregates::named<"jsonb_agg", types::jsonb>>(operand);
}

}  // namespace virga
