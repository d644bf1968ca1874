// SPDX-License-Identifier: BSL-1.0
//
// Aggregates of statistics, of bits and of objects. Source: PostgreSQL manual, "Aggregate Functions".
#pragma once
#include "virga/expr/aggregate.hpp"

namespace virga {

/// Standard deviation and variance, of a whole population and of a sample of it. Null over no rows, those of a sample
/// over one row. Whole numbers and numeric → numeric; floating point → double precision.
template <expression Operand>
[[nodiscard]] constexpr auto stddev_pop(const Operand& operand) {
  return aggregate_numbers<aggregates::mean<"stddev_pop">>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto stddev_samp(const Operand& operand) {
  return aggregate_numbers<aggregates::mean<"stddev_samp">>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto var_pop(const Operand& operand) {
  return aggregate_numbers<aggregates::mean<"var_pop">>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto var_samp(const Operand& operand) {
  return aggregate_numbers<aggregates::mean<"var_samp">>(operand);
}

template <class Function, class Y, class X>
[[nodiscard]] constexpr auto aggregate_pairs(const Y& y, const X& x) {
  if constexpr (refused_expression<Y> || refused_expression<X>) {
    return refused{};
  } else {
    constexpr bool fits = Y::type::family == type_family::number && X::type::family == type_family::number;
    static_assert(fits, "virga: corr, covar_… and regr_…(y, x) take two numbers; cast<double>(…) the other one");
    if constexpr (fits)
      return make_aggregate<Function>(y, x);
    else
      return refused{};
  }
}
/// Correlation, and covariance of a population and of a sample, of the rows in which both are there. double precision;
/// null over no rows, and where it is not defined.
template <expression Y, expression X>
[[nodiscard]] constexpr auto corr(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"corr", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto covar_pop(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"covar_pop", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto covar_samp(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"covar_samp", types::double_precision>>(y, x);
}
/// The line of least squares through the points (x, y): its slope, where it meets x = 0, the square of the correlation;
/// the averages and the sums of squares it is made of. double precision; null over no rows, and where it is not
/// defined.
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_slope(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_slope", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_intercept(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_intercept", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_r2(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_r2", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_avgx(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_avgx", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_avgy(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_avgy", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_sxx(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_sxx", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_sxy(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_sxy", types::double_precision>>(y, x);
}
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_syy(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::named<"regr_syy", types::double_precision>>(y, x);
}
namespace aggregates {
struct regression_count : of_type<types::bigint> {
  static constexpr std::string_view name = "regr_count";
  static constexpr bool never_null = true;
};
template <fixed_string Name>
struct of_operand : of_operand_type {
  static constexpr std::string_view name = Name.view();
};
}  // namespace aggregates
/// In how many rows both are there. bigint, never null.
template <expression Y, expression X>
[[nodiscard]] constexpr auto regr_count(const Y& y, const X& x) {
  return aggregate_pairs<aggregates::regression_count>(y, x);
}

template <class Function, class Operand>
[[nodiscard]] constexpr auto aggregate_bits(const Operand& operand) {
  if constexpr (refused_expression<Operand>) {
    return refused{};
  } else {
    constexpr bool fits = whole_number<typename Operand::type::value> && Operand::type::family == type_family::number;
    static_assert(fits, "virga: bit_and, bit_or and bit_xor take whole numbers; cast<std::int64_t>(…) this expression");
    if constexpr (fits)
      return make_aggregate<Function>(operand);
    else
      return refused{};
  }
}
/// The bits that all rows have, that any has, that an odd number of rows has (PostgreSQL 14). The operand's type; null
/// over no rows.
template <expression Operand>
[[nodiscard]] constexpr auto bit_and(const Operand& operand) {
  return aggregate_bits<aggregates::of_operand<"bit_and">>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto bit_or(const Operand& operand) {
  return aggregate_bits<aggregates::of_operand<"bit_or">>(operand);
}
template <expression Operand>
[[nodiscard]] constexpr auto bit_xor(const Operand& operand) {
  return aggregate_bits<aggregates::of_operand<"bit_xor">>(operand);
}
/// SQL's own name for bool_and.
template <expression Operand>
[[nodiscard]] constexpr auto every(const Operand& operand) {
  return aggregate_conditions<aggregates::named<"every", types::boolean>>(operand);
}
/// The value of some row, any of them. The operand's type; null over no rows. PostgreSQL 16.
template <expression Operand>
[[nodiscard]] constexpr auto any_value(const Operand& operand) {
  if constexpr (refused_expression<Operand>)
    return refused{};
  else
    return make_aggregate<aggregates::of_operand<"any_value">>(operand);
}

/// Whether values of a type may be the keys of a JSON object: PostgreSQL takes no JSON, arrays and composite values.
template <class Type>
constexpr bool is_key_type() {
  if constexpr (requires { typename Type::base; })
    return is_key_type<typename Type::base>();
  else
    return Type::family != type_family::json && !types::is_array<Type> && !requires { typename Type::composite_kind; };
}
template <class Key>
constexpr bool check_key() {
  constexpr bool fits = refused_expression<Key> || is_key_type<typename Key::type>();
  static_assert(
      fits,
      "virga: the key of json_object_agg and jsonb_object_agg is a single value, no JSON, array or composite; "
      "cast it to text");
  return fits && !refused_expression<Key>;
}
/// The keys and values of all rows as one JSON object. json, jsonb; null over no rows. Run time: `database_error` 22023
/// where a key is null; in json a key may come twice, in jsonb the last one holds.
template <expression Key, expression Value>
[[nodiscard]] constexpr auto json_object_agg(const Key& key, const Value& value) {
  if constexpr (check_key<Key>() && !refused_expression<Value>)
    return make_aggregate<aggregates::named<"json_object_agg", types::json>>(key, value);
  else
    return refused{};
}
template <expression Key, expression Value>
[[nodiscard]] constexpr auto jsonb_object_agg(const Key& key, const Value& value) {
  if constexpr (check_key<Key>() && !refused_expression<Value>)
    return make_aggregate<aggregates::named<"jsonb_object_agg", types::jsonb>>(key, value);
  else
    return refused{};
}

}  // namespace virga
