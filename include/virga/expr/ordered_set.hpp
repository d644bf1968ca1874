// SPDX-License-Identifier: BSL-1.0
//
// Aggregates that look at the rows of a group in an order: `percentile_cont(0.5).within_group(users.age)`.
// Source: PostgreSQL manual, "Ordered-Set Aggregate Functions" and "Hypothetical-Set Aggregate Functions".
#pragma once
#include "virga/expr/aggregate.hpp"
#include "virga/expr/function.hpp"

namespace virga {

/// `name(arguments) within group (order by keys)`. Null over no rows, but for those that never are.
template <fixed_string Name, class Type, bool NeverNull, class Order, class... Arguments>
struct ordered_set : expression_node<ordered_set<Name, Type, NeverNull, Order, Arguments...>> {
  using type = Type;
  using aggregate_kind = ordered_set;
  static constexpr bool nullable_over_no_rows = !NeverNull;
  [[no_unique_address]] pack<Arguments...> arguments;
  [[no_unique_address]] Order order;

  /// Only the rows for which a condition is true. SQL: `… filter (where condition)`.
  template <class Predicate>
  [[nodiscard]] constexpr auto filter(Predicate condition) const {
    constexpr bool fits = predicate<Predicate>;
    static_assert(fits, "virga: filter(condition) takes a boolean expression; compare this one with something");
    if constexpr (fits)
      return filtered_aggregate<ordered_set, Predicate>{{}, *this, std::move(condition)};
    else
      return *this;
  }
  template <class... Window>
  [[nodiscard]] constexpr auto over(const Window&...) const {
    static_cast<void>(check_window<sizeof...(Window) != sizeof...(Window)>());
    return refused{};
  }
  template <bool Never = false>
  static constexpr bool check_window() {
    static_assert(Never, "virga: PostgreSQL has no over() of an aggregate within a group; take it in a subquery");
    return false;
  }

  static constexpr bool nullable(const scope&) { return nullable_over_no_rows; }
  static constexpr void render(sink& s) {
    const auto around = s.enter_aggregate();
    render_call(s);
    s.leave_aggregate(around);
  }
  static constexpr void render_call(sink& s) {
    s.text(Name.view());
    s.text("(");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Arguments::render(s)), ...);
    s.text(") within group (");
    Order::render(s, "order by ");
    s.text(")");
  }
  void bind(binder& b) const {
    arguments.each([&](const auto& one) { one.bind(b); });
    order.bind(b);
  }
};

/// What a key of an order is ordered by.
template <class Key>
struct ordered_expression {
  using type = Key;
};
template <bool Descending, class Expression, nulls Nulls>
struct ordered_expression<order_key<Descending, Expression, Nulls>> {
  using type = Expression;
};
template <class Key>
using ordered_type = typename ordered_expression<Key>::type::type;

template <class... Keys>
constexpr bool keys_refused() {
  return (refused_expression<typename ordered_expression<Keys>::type> || ...);
}

template <fixed_string Name, class Type, bool NeverNull, class... Arguments, class... Keys>
[[nodiscard]] constexpr auto make_ordered_set(const pack<Arguments...>& arguments, const Keys&... keys) {
  using order = decltype(window_order(keys...));
  return ordered_set<Name, Type, NeverNull, order, Arguments...>{{}, arguments, window_order(keys...)};
}

/// The type of a percentile between two values.
template <class Type>
using continuous = std::conditional_t<std::same_as<Type, types::interval>, types::interval, types::double_precision>;
template <class Type, bool Several>
struct percentile_type {
  using type = Type;
};
template <class Type>
struct percentile_type<Type, true> {
  using type = types::array_of<Type>;
};

/// A percentile that wants its order.
template <bool Continuous, bool Several, class Fraction>
struct percentile {
  Fraction fraction;

  /// The order of the rows: one expression, `asc(…)` or `desc(…)` of it.
  template <class Key>
  [[nodiscard]] constexpr auto within_group(const Key& key) const {
    constexpr bool is_key = order_by_key<Key> || expression<Key>;
    static_assert(is_key, "virga: within_group() takes an expression, or asc(…) or desc(…) of one");
    if constexpr (!is_key) {
      return refused{};
    } else if constexpr (keys_refused<Key>()) {
      return refused{};
    } else {
      using ordered = ordered_type<Key>;
      constexpr bool fits =
          !Continuous || ordered::family == type_family::number || std::same_as<ordered, types::interval>;
      static_assert(fits,
                    "virga: percentile_cont lies between numbers or intervals; percentile_disc takes the other types");
      constexpr bool single = !Several || types::array_element<ordered>;
      static_assert(single, "virga: several percentiles become an array, whose elements are no arrays themselves");
      if constexpr (fits && single) {
        using one = std::conditional_t<Continuous, continuous<ordered>, ordered>;
        using type = typename percentile_type<one, Several>::type;
        const pack<Fraction> arguments{{fraction}};
        if constexpr (Continuous)
          return make_ordered_set<"percentile_cont", type, false>(arguments, key);
        else
          return make_ordered_set<"percentile_disc", type, false>(arguments, key);
      } else {
        return refused{};
      }
    }
  }
};

template <bool Continuous, class Given>
[[nodiscard]] constexpr auto make_percentile(const Given& given) {
  using many = types::array_of<types::double_precision>;
  constexpr bool one = !expression<Given> && is_taken<types::double_precision, Given>();
  constexpr bool several = !expression<Given> && !one && is_taken<many, Given>();
  static_assert(one || several, "virga: a percentile is a number from 0 to 1, or a std::vector<double> of some");
  if constexpr (several) {
    return percentile<Continuous, true, decltype(argument<many>(given))>{argument<many>(given)};
  } else {
    using fraction = std::conditional_t<one, Given, double>;
    if constexpr (one)
      return percentile<Continuous, false, decltype(argument<types::double_precision>(given))>{
          argument<types::double_precision>(given)};
    else
      return percentile<Continuous, false, decltype(argument<types::double_precision>(fraction{}))>{
          argument<types::double_precision>(fraction{})};
  }
}

/// The value below which a part of the rows lies, between two of them where none is just there:
/// `percentile_cont(0.5).within_group(users.age)` is the median. double precision, interval for intervals; null over no
/// rows. Of a `std::vector<double>`, an array of as many. SQL: `percentile_cont($1::double precision) within group
/// (order by …)`. Run time: `database_error` 22003 for a number that is not from 0 to 1.
template <class Fraction>
[[nodiscard]] constexpr auto percentile_cont(const Fraction& fraction) {
  return make_percentile<true>(fraction);
}
/// The first value with at least that part of the rows up to it. The type of what is ordered; null over no rows.
template <class Fraction>
[[nodiscard]] constexpr auto percentile_disc(const Fraction& fraction) {
  return make_percentile<false>(fraction);
}

/// The most frequent value. See `mode`.
struct most_frequent {
  template <class Key>
  [[nodiscard]] constexpr auto within_group(const Key& key) const {
    constexpr bool is_key = order_by_key<Key> || expression<Key>;
    static_assert(is_key, "virga: within_group() takes an expression, or asc(…) or desc(…) of one");
    if constexpr (!is_key)
      return refused{};
    else if constexpr (keys_refused<Key>())
      return refused{};
    else
      return make_ordered_set<"mode", ordered_type<Key>, false>(pack<>{}, key);
  }
};
/// The value that most rows have, the first of them in the order: `mode().within_group(users.age)`. The type of what is
/// ordered; null over no rows.
[[nodiscard]] constexpr most_frequent mode() { return {}; }

/// A row that is not there, which wants its order. See `rank(values…)`.
template <fixed_string Name, class Type, class... Given>
struct hypothetical {
  [[no_unique_address]] pack<Given...> given;

  /// The order of the rows: as many keys as there are values.
  template <class... Keys>
  [[nodiscard]] constexpr auto within_group(const Keys&... keys) const {
    constexpr bool are_keys = sizeof...(Keys) == sizeof...(Given) && ((order_by_key<Keys> || expression<Keys>)&&...);
    static_assert(are_keys, "virga: within_group() of a row that is not there takes one key for each of its values");
    if constexpr (!are_keys) {
      return refused{};
    } else if constexpr (keys_refused<Keys...>()) {
      return refused{};
    } else {
      constexpr bool fits = (is_taken<ordered_type<Keys>, Given>() && ...);
      static_assert(fits,
                    "virga: the values of a row that is not there have the SQL types of its keys; cast<T>(…) them");
      if constexpr (fits)
        return make<Keys...>(std::index_sequence_for<Keys...>{}, keys...);
      else
        return refused{};
    }
  }

 private:
  template <class... Keys, std::size_t... Index>
  constexpr auto make(std::index_sequence<Index...>, const Keys&... keys) const {
    const pack<decltype(argument<ordered_type<Keys>>(static_cast<const slot<Index, Given>&>(given).value))...>
        arguments{{argument<ordered_type<Keys>>(static_cast<const slot<Index, Given>&>(given).value)}...};
    return make_ordered_set<Name, Type, true>(arguments, keys...);
  }
};
/// Where a row of some values would stand among those of the group, were it there: its rank with and without gaps after
/// equal ones (bigint), and as a part of 1 (double precision). Never null: `rank(30).within_group(users.age)`.
/// SQL: `rank($1::integer) within group (order by …)`.
template <class First, class... More>
[[nodiscard]] constexpr auto rank(const First& first, const More&... more) {
  return hypothetical<"rank", types::bigint, std::decay_t<const First&>, std::decay_t<const More&>...>{
      {{first}, {more}...}};
}
template <class First, class... More>
[[nodiscard]] constexpr auto dense_rank(const First& first, const More&... more) {
  return hypothetical<"dense_rank", types::bigint, std::decay_t<const First&>, std::decay_t<const More&>...>{
      {{first}, {more}...}};
}
template <class First, class... More>
[[nodiscard]] constexpr auto percent_rank(const First& first, const More&... more) {
  return hypothetical<"percent_rank", types::double_precision, std::decay_t<const First&>,
                      std::decay_t<const More&>...>{{{first}, {more}...}};
}
template <class First, class... More>
[[nodiscard]] constexpr auto cume_dist(const First& first, const More&... more) {
  return hypothetical<"cume_dist", types::double_precision, std::decay_t<const First&>, std::decay_t<const More&>...>{
      {{first}, {more}...}};
}

}  // namespace virga
