// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/arithmetic.hpp"

namespace virga {

namespace aggregates {

struct count {
  static constexpr std::string_view text = "count(";
  static constexpr bool never_null = true;
  template <class>
  using result = types::bigint;
};
struct count_distinct : count {
  static constexpr std::string_view text = "count(distinct ";
};
/// Sums and averages have the type PostgreSQL gives them: whole numbers widen so that they cannot overflow.
struct sum {
  static constexpr std::string_view text = "sum(";
  static constexpr bool never_null = false;
  template <class Type>
  using result = std::conditional_t<
      std::same_as<Type, types::smallint> || std::same_as<Type, types::integer>, types::bigint,
      std::conditional_t<std::same_as<Type, types::bigint>, types::numeric, Type>>;
};
struct sum_distinct : sum {
  static constexpr std::string_view text = "sum(distinct ";
};
struct average {
  static constexpr std::string_view text = "avg(";
  static constexpr bool never_null = false;
  template <class Type>
  using result = std::conditional_t<std::same_as<Type, types::real> || std::same_as<Type, types::double_precision>,
                                    types::double_precision, types::numeric>;
};
struct average_distinct : average {
  static constexpr std::string_view text = "avg(distinct ";
};
struct minimum {
  static constexpr std::string_view text = "min(";
  static constexpr bool never_null = false;
  template <class Type>
  using result = Type;
};
struct maximum : minimum {
  static constexpr std::string_view text = "max(";
};

}  // namespace aggregates

/// `function(operand)` over the rows of a group.
template <class Function, class Operand>
struct aggregate : expression_node<aggregate<Function, Operand>> {
  using type = typename Function::template result<typename Operand::type>;
  [[no_unique_address]] Operand operand;


  // a group of no rows, or of nulls alone, has no sum
  static constexpr bool nullable(const scope&) { return !Function::never_null; }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>();
    s.enter_aggregate();
    s.text(Function::text);
    Operand::render(s);
    s.text(")");
    s.leave_aggregate();
  }
  void bind(binder& b) const { operand.bind(b); }
};

/// `count(*)`.
struct row_count : expression_node<row_count> {
  using type = types::bigint;
  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    s.enter_aggregate();
    s.text("count(*)");
    s.leave_aggregate();
  }
  void bind(binder&) const {}
};

/// How many rows. bigint, never null. SQL: `count(*)`.
/// Aggregates stand in the select list, HAVING and ORDER BY; not in WHERE, not in one another.
/// Source of all: PostgreSQL manual, "Aggregate Functions".
[[nodiscard]] constexpr row_count count() { return {}; }

/// How many rows in which the operand is not null. bigint, never null.
template <expression Operand>
[[nodiscard]] constexpr auto count(const Operand& operand) {
  return aggregate<aggregates::count, Operand>{{}, operand};
}
template <expression Operand>
[[nodiscard]] constexpr auto count_distinct(const Operand& operand) {
  return aggregate<aggregates::count_distinct, Operand>{{}, operand};
}

template <class Function, class Operand>
[[nodiscard]] constexpr auto aggregate_numbers(const Operand& operand) {
  constexpr bool fits = Operand::type::family == type_family::number;
  static_assert(fits, "virga: sum and avg take numbers; this expression is of another SQL type, cast it first");
  if constexpr (fits) return aggregate<Function, Operand>{{}, operand};
  else return row_count{};
}

/// Sum. Null over no rows. smallint, integer → bigint; bigint → numeric; others keep their type.
template <expression Operand>
[[nodiscard]] constexpr auto sum(const Operand& operand) {
  return aggregate_numbers<aggregates::sum>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto sum_distinct(const Operand& operand) {
  return aggregate_numbers<aggregates::sum_distinct>(operand);
}
/// Average. Null over no rows. Whole numbers and numeric → numeric; floating point → double precision.
template <expression Operand>
[[nodiscard]] constexpr auto avg(const Operand& operand) {
  return aggregate_numbers<aggregates::average>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto avg_distinct(const Operand& operand) {
  return aggregate_numbers<aggregates::average_distinct>(operand);
}

template <class Function, class Operand>
[[nodiscard]] constexpr auto aggregate_ordered(const Operand& operand) {
  constexpr auto family = Operand::type::family;
  static_assert(family == type_family::number || family == type_family::string || family == type_family::time ||
                    family == type_family::other,
                "virga: min and max take a type that PostgreSQL orders by them (numbers, text, dates and times); "
                "cast this one first");
  return aggregate<Function, Operand>{{}, operand};
}

/// Smallest and largest. The operand's own type; null over no rows.
template <expression Operand>
[[nodiscard]] constexpr auto min(const Operand& operand) {
  return aggregate_ordered<aggregates::minimum>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto max(const Operand& operand) {
  return aggregate_ordered<aggregates::maximum>(operand);
}

}  // namespace virga
