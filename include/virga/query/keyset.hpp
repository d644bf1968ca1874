// SPDX-License-Identifier: BSL-1.0
//
// Pages that begin where the last one ended:
//
//   const auto newest = keyset(desc(posts.created_at), asc(posts.id));
//   select().from(posts).where(newest.after(last.created_at, last.id)).order_by(newest).limit(20)
//
// Unlike `offset`, it reads no row twice and leaves none out when rows come and go, and an index over the keys answers
// it.
#pragma once
#include <optional>
#include <tuple>

#include "virga/expr/logic.hpp"
#include "virga/expr/row_comparison.hpp"
#include "virga/expr/window.hpp"
#include "virga/query/order_by.hpp"
#include "virga/schema/extras.hpp"

namespace virga {

namespace query {

/// Where the rows after a value stand, in the order of a key.
template <bool Descending>
using beyond = std::conditional_t<Descending, operators::less, operators::greater>;
template <bool Descending>
using not_before = std::conditional_t<Descending, operators::less_equal, operators::greater_equal>;

/// A column of a table that is described.
template <class Expression>
concept described_column = table_column<Expression> && row_source<typename Expression::source>;
template <class Expression, class... Columns>
constexpr bool is_unique_among(type_list<Columns...>) {
  if constexpr (described_column<Expression>)
    return Expression::info.has(render::trait::primary_key | render::trait::unique) ||
           schema::hold_primary_key<typename Expression::source, Columns...>();
  else
    return false;
}
/// Whether keys hold a unique column of some table, or its whole primary key; of what has no description nobody knows.
template <class... Expressions>
constexpr bool breaks_ties() {
  using columns =
      decltype(joined(std::conditional_t<described_column<Expressions>, type_list<Expressions>, type_list<>>{}...));
  return (!described_column<Expressions> && ...) || (is_unique_among<Expressions>(columns{}) || ...);
}

/// The column that a key is; null for other expressions.
template <class Expression>
constexpr const render::column_info* key_column() {
  if constexpr (table_column<Expression>)
    return &Expression::info;
  else
    return nullptr;
}
/// The first key that may be null.
template <class... Expressions>
constexpr sentence nullable_key_in_words() {
  const render::column_info* column = nullptr;
  ((Expressions::nullable(scope{}) && column == nullptr ? void(column = key_column<Expressions>()) : void()), ...);
  return column == nullptr ? sentence("an expression") : sentence(column->source->label(), ".", column->name);
}
/// The table of the keys that do not decide.
template <class... Expressions>
constexpr sentence undecided_in_words() {
  const render::column_info* column = nullptr;
  ((column == nullptr ? void(column = key_column<Expressions>()) : void()), ...);
  return column == nullptr ? sentence("an expression") : sentence(column->source->label());
}

/// The rows after some values; the keys are never null in the statement that it stands in.
template <class Predicate, class... Expressions>
struct keyset_condition : expression_node<keyset_condition<Predicate, Expressions...>> {
  using type = types::boolean;
  static constexpr auto strength = Predicate::strength;
  [[no_unique_address]] Predicate predicate;

  static constexpr bool nullable(const scope& in) { return Predicate::nullable(in); }
  static constexpr void render(sink& s) {
    (s.never_null(&Expressions::nullable, query::key_column<Expressions>()), ...);
    Predicate::render(s);
  }
  void bind(binder& b) const { predicate.bind(b); }
};

}  // namespace query

/// The keys of an order of pages. See `keyset`.
template <class... Keys>
struct keyset_order;
template <bool... Descending, class... Expressions, nulls... Nulls>
struct keyset_order<order_key<Descending, Expressions, Nulls>...> {
  using order_kind = keyset_order;
  static constexpr bool dynamic = false;
  /// What a page ends with: the values of the keys in its last row.
  using cursor = std::tuple<typename Expressions::type::value...>;

  [[no_unique_address]] pack<order_key<Descending, Expressions, Nulls>...> keys;

  /// The rows that come after the one with these values. boolean.
  /// SQL: `(a, b) > ($1, $2)`, which an index over the keys answers; of mixed directions
  /// `a <= $1 and (a < $2 or b > $3)`. Compile time: a value for each key, comparable with it; the statement it stands
  /// in has no outer join that makes a key null.
  template <class... Values>
  [[nodiscard]] constexpr auto after(const Values&... values) const {
    constexpr bool refused_keys = (refused_expression<Expressions> || ...);  // which has been said
    constexpr bool complete = refused_keys || sizeof...(Values) == sizeof...(Expressions);
    static_assert(complete, "virga: after() and before() of a keyset take one value for each of its keys");
    using misfit = row_misfit<row_value<Expressions...>, row_value<std::decay_t<const Values&>...>>;
    constexpr bool said = check_comparable<typename misfit::left, typename misfit::right>();
    if constexpr (!complete || !misfit::fits || refused_keys) {
      return refused{};
    } else {
      constexpr bool ascending = !(Descending || ...), descending = (Descending && ...);
      if constexpr (sizeof...(Expressions) > 1 && (ascending || descending))
        return condition(compare_rows<query::beyond<descending>, said>(expressions(), row_of(values...)));
      else
        return condition(beyond<0>(std::tuple<const Values&...>(values...)));
    }
  }
  /// The same of a cursor; all rows, for the first page, where it is empty.
  [[nodiscard]] constexpr auto after(const std::optional<cursor>& last) const {
    return when(last.has_value(),
                std::apply([&](const auto&... values) { return after(values...); }, last ? *last : cursor{}));
  }
  /// The rows that come before the one with these values; the nearest ones are the first in the order `reversed()`.
  template <class... Values>
  [[nodiscard]] constexpr auto before(const Values&... values) const {
    return reversed().after(values...);
  }
  /// The same keys, each in the other direction.
  [[nodiscard]] constexpr auto reversed() const { return reverse(std::index_sequence_for<Expressions...>{}); }

  static constexpr void render(sink& s) {
    list_separator comma;
    ((comma.say(s), order_key<Descending, Expressions, Nulls>::render(s)), ...);
  }
  void bind(binder& b) const {
    keys.each([&](const auto& key) { key.bind(b); });
  }

 private:
  template <std::size_t Index>
  [[nodiscard]] constexpr const auto& key() const {
    using type = std::tuple_element_t<Index, std::tuple<order_key<Descending, Expressions, Nulls>...>>;
    return static_cast<const slot<Index, type>&>(keys).value;
  }
  [[nodiscard]] constexpr auto expressions() const {
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      return row_value<Expressions...>{{{key<Index>().expression}...}};
    }
    (std::index_sequence_for<Expressions...>{});
  }
  template <class Predicate>
  [[nodiscard]] static constexpr auto condition(const Predicate& predicate) {
    if constexpr (refused_expression<Predicate>)
      return predicate;
    else
      return query::keyset_condition<Predicate, Expressions...>{{}, predicate};
  }
  template <std::size_t Index, class Values>
  [[nodiscard]] constexpr auto beyond(const Values& values) const {
    constexpr bool descends = std::get<Index>(std::tuple(Descending...));
    const auto& expression = key<Index>().expression;
    const auto& value = std::get<Index>(values);
    if constexpr (Index + 1 == sizeof...(Expressions))
      return compare<query::beyond<descends>>(expression, value);
    else
      return compare<query::not_before<descends>>(expression, value) &&
             (compare<query::beyond<descends>>(expression, value) || beyond<Index + 1>(values));
  }
  template <std::size_t... Index>
  [[nodiscard]] constexpr auto reverse(std::index_sequence<Index...>) const {
    return keyset_order<order_key<!Descending, Expressions>...>{{{{key<Index>().expression}}...}};
  }
};

/// An order of pages: `keyset(desc(posts.created_at), asc(posts.id))`, for `order_by(…)`, and for `where(….after(…))`.
/// Compile time: the keys are never null (no row comes after null), and the last ones decide between equal rows: they
/// hold a unique column or the primary key of their table.
template <class... Keys>
[[nodiscard]] constexpr auto keyset(const Keys&... keys) {
  constexpr bool are_keys = sizeof...(Keys) > 0 && ((order_by_key<Keys> || expression<Keys>)&&...);
  static_assert(are_keys, "virga: keyset() takes one or more columns or expressions, asc(…) or desc(…) of them");
  if constexpr (!are_keys) {
    return keyset_order<order_key<false, refused>>{};
  } else {
    constexpr bool there = ((!std::is_void_v<typename query::key_expression<plain_key<Keys>>::type>)&&...);
    static_assert(there,
                  "virga: the keys of a keyset are columns and expressions, no names of the result and no when(…)");
    if constexpr (!there) {
      return keyset_order<order_key<false, refused>>{};
    } else if constexpr ((refused_expression<typename query::key_expression<plain_key<Keys>>::type> || ...)) {
      return keyset_order<order_key<false, refused>>{};
    } else {
      constexpr bool certain = !(query::key_expression<plain_key<Keys>>::type::nullable(scope{}) || ...);
      if constexpr (!certain)
        static_assert(
            excused<about<
                fixed<&query::nullable_key_in_words<typename query::key_expression<plain_key<Keys>>::type...>>()>>,
            "virga: a key of this keyset may be null, and no row comes after null; coalesce(…) it, or take another");
      constexpr bool decided = query::breaks_ties<typename query::key_expression<plain_key<Keys>>::type...>();
      if constexpr (!decided)
        static_assert(
            excused<
                about<fixed<&query::undecided_in_words<typename query::key_expression<plain_key<Keys>>::type...>>()>>,
            "virga: rows that are equal in all keys of this keyset would be left out between two pages; let its "
            "last key be the primary key, or a unique column, of the table");
      if constexpr (certain && decided)
        return keyset_order<plain_key<Keys>...>{{{make_key(keys)}...}};
      else
        return keyset_order<order_key<false, refused>>{};
    }
  }
}

}  // namespace virga
