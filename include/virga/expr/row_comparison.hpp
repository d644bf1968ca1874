// SPDX-License-Identifier: BSL-1.0
//
// Several values compared as one. Source: PostgreSQL manual, "Row Constructor Comparison", "Row and Array Comparisons".
#pragma once
#include <initializer_list>
#include <tuple>
#include <vector>

#include "virga/expr/order.hpp"
#include "virga/expr/raw_sql.hpp"
#include "virga/types/array.hpp"

namespace virga {

/// Values side by side, as they were given. See `row_of`.
template <class... Items>
struct row_value {
  using row_kind = row_value;
  [[no_unique_address]] pack<Items...> items;

  template <std::size_t Index>
  [[nodiscard]] constexpr const auto& get() const {
    return static_cast<const slot<Index, std::tuple_element_t<Index, std::tuple<Items...>>>&>(items).value;
  }

  /// Assigns a query's only row to columns: `set(row_of(users.name, users.age) = select(staff.name,
  /// staff.age).from(…))`. See `assign_row` in query/subquery.hpp.
  template <class Query>
  requires(!requires { typename Query::row_kind; }) constexpr auto operator=(const Query& query) const {
    return assign_row(*this, query);
  }
};
template <class T>
concept row_like = requires {
  typename std::remove_cvref_t<T>::row_kind;
};

/// A row of columns, expressions and values: `row_of(posts.day, posts.id) < row_of(day, id)`. It is compared with
/// another row, item by item from the left, or looked for with `in_`. SQL: `(a, b)`. Compile time: two items or more;
/// beside a value of the one row stands a column or expression of the other.
template <class... Items>
[[nodiscard]] constexpr auto row_of(const Items&... items) {
  constexpr bool several = sizeof...(Items) > 1;
  static_assert(several, "virga: row_of() takes two or more items; one alone is compared as it is");
  if constexpr (several)
    return row_value<std::decay_t<const Items&>...>{{{items}...}};
  else
    return row_value<refused, refused>{};
}

/// `(a, b)`.
template <class... Items>
struct row_expression : expression_node<row_expression<Items...>> {
  using type = types::boolean;  // of no matter: it stands beside comparisons alone
  [[no_unique_address]] pack<Items...> items;

  static constexpr bool nullable(const scope& in) { return (Items::nullable(in) || ...); }
  static constexpr void render(sink& s) {
    refuse_optional<Items...>(s);
    s.text("(");
    list_separator comma;
    ((comma.say(s), Items::render(s)), ...);
    s.text(")");
  }
  void bind(binder& b) const {
    items.each([&](const auto& item) { item.bind(b); });
  }
};

/// An item as it stands in SQL: a value is bound like the expression `Beside`.
template <class Beside, class Item>
[[nodiscard]] constexpr auto row_item(const Item& item) {
  if constexpr (expression<Item>)
    return item;
  else
    return operand<Beside>(item);
}
/// Whether `check_comparable` takes two items, asked without a word.
template <class Expression, class Item>
constexpr bool is_comparable() {
  if constexpr (is_placeholder<Item> || refused_expression<Expression> || refused_expression<Item>)
    return true;
  else if constexpr (expression<Item>)
    return comparable<typename Expression::type, typename Item::type>;
  else
    return !is_optional<Item> && !std::same_as<Item, std::nullptr_t> && operand_for<typename Expression::type, Item>;
}
template <class Left, class Right>
constexpr bool is_comparable_item() {
  if constexpr (expression<Left>)
    return is_comparable<Left, Right>();
  else if constexpr (expression<Right>)
    return is_comparable<Right, Left>();
  else
    return true;  // two values have a message of their own
}
/// The items at the first place at which two rows of one length cannot be compared, for `check_comparable` to say why;
/// two that were refused, of which it says nothing, where they can.
template <class Left, class Right>
struct row_misfit {
  using left = refused;
  using right = refused;
  static constexpr bool fits = true;
};
template <class Left, class... LeftMore, class Right, class... RightMore>
requires(
    sizeof...(LeftMore) == sizeof...(RightMore) &&
    is_comparable_item<Left, Right>()) struct row_misfit<row_value<Left, LeftMore...>, row_value<Right, RightMore...>>
    : row_misfit<row_value<LeftMore...>, row_value<RightMore...>> {
};
template <class Left, class... LeftMore, class Right, class... RightMore>
requires(sizeof...(LeftMore) == sizeof...(RightMore) &&
         !is_comparable_item<Left, Right>()) struct row_misfit<row_value<Left, LeftMore...>,
                                                               row_value<Right, RightMore...>> {
  using left = Left;
  using right = Right;
  static constexpr bool fits = false;
};
template <class Left, class Right>
using left_misfit = typename row_misfit<Left, Right>::left;
template <class Left, class Right>
using right_misfit = typename row_misfit<Left, Right>::right;

/// Whether SQL compares rows with such items: it wants the operators of their order even for `=`, but not for `is
/// distinct from`.
template <class Operator, class Item>
inline constexpr bool compares_item = true;
template <class Operator, expression Item>
requires requires { Operator::needs; }
inline constexpr bool compares_item<Operator, Item> =
    !lacks_comparison<Operator, Item> && (Operator::never_null || can_be_sorted<Item>);

/// `Said` is what `check_comparable` has said of the first items that do not fit.
template <class Operator, bool Said, class... Left, class... Right>
[[nodiscard]] constexpr auto compare_rows(const row_value<Left...>& left, const row_value<Right...>& right) {
  constexpr bool said = (refused_expression<Left> || ...) || (refused_expression<Right> || ...);
  constexpr bool same = sizeof...(Left) == sizeof...(Right) || said;
  static_assert(same,
                "virga: the two rows have different numbers of items; a row is compared with one of its own length");
  constexpr bool compared = (compares_item<Operator, Left> && ...) && (compares_item<Operator, Right> && ...);
  static_assert(
      compared || said,
      "virga: PostgreSQL does not compare rows with items of this SQL type (json, xml, points and other figures) "
      "so; cast them to jsonb or text first");
  if constexpr (!same || said || !compared || !row_misfit<row_value<Left...>, row_value<Right...>>::fits) {
    return refused{};
  } else if constexpr (((expression<Left> || expression<Right>)&&...)) {
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      using left_row = row_expression<decltype(row_item<Right>(left.template get<Index>()))...>;
      using right_row = row_expression<decltype(row_item<Left>(right.template get<Index>()))...>;
      return binary<Operator, left_row, right_row>{{},
                                                   {{}, {{row_item<Right>(left.template get<Index>())}...}},
                                                   {{}, {{row_item<Left>(right.template get<Index>())}...}}};
    }
    (std::index_sequence_for<Left...>());
  } else {
    static_assert(!same,
                  "virga: two values stand at the same place of two rows; one of them is to be a column or expression");
    return refused{};
  }
}

/// Comparisons of rows: by the first items, among equals by the second, and so on. boolean, null where an item is that
/// decides. SQL: `(a, b) < (c, d)`, which an index of both columns answers.
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto operator==(const Left& left, const Right& right) {
  return compare_rows<operators::equal, check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(left,
                                                                                                                 right);
}
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto operator!=(const Left& left, const Right& right) {
  return compare_rows<operators::not_equal, check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(
      left, right);
}
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto operator<(const Left& left, const Right& right) {
  return compare_rows<operators::less, check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(left,
                                                                                                                right);
}
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto operator<=(const Left& left, const Right& right) {
  return compare_rows<operators::less_equal, check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(
      left, right);
}
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto operator>(const Left& left, const Right& right) {
  return compare_rows<operators::greater, check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(
      left, right);
}
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto operator>=(const Left& left, const Right& right) {
  return compare_rows<operators::greater_equal,
                      check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(left, right);
}
/// The same with null as a value of its own. Never null. SQL: `(a, b) is [not] distinct from (c, d)`.
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto is_distinct_from(const Left& left, const Right& right) {
  return compare_rows<operators::distinct_from,
                      check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(left, right);
}
template <row_like Left, row_like Right>
[[nodiscard]] constexpr auto is_not_distinct_from(const Left& left, const Right& right) {
  return compare_rows<operators::not_distinct_from,
                      check_comparable<left_misfit<Left, Right>, right_misfit<Left, Right>>()>(left, right);
}

/// `(a, b) in (select * from unnest(array, array))`.
template <bool Negated, class... Items>
struct row_membership : expression_node<row_membership<Negated, Items...>> {
  using type = types::boolean;
  static constexpr auto strength = precedence::pattern;
  row_expression<Items...> row;
  std::tuple<std::vector<typename Items::type::value>...> values;

  static constexpr bool nullable(const scope& in) { return row_expression<Items...>::nullable(in); }
  static constexpr void render(sink& s) {
    row_expression<Items...>::render(s);
    s.text(Negated ? " not in (select * from unnest(" : " in (select * from unnest(");
    list_separator comma;
    ((comma.say(s), s.parameter(), s.text("::"), s.text(types::array_of<typename Items::type>::name)), ...);
    s.text("))");
  }
  void bind(binder& b) const {
    row.bind(b);
    std::apply(
        [&](const auto&... each) { (b.value<types::array_of<typename Items::type>>(each, place_near<Items>()), ...); },
        values);
  }
};

/// An item of a row in a list: a `row_of(…)`, a std::tuple or a std::pair.
template <std::size_t Index, class Row>
[[nodiscard]] constexpr const auto& item_of_row(const Row& row) {
  if constexpr (row_like<Row>)
    return row.template get<Index>();
  else
    return std::get<Index>(row);
}
template <class Row>
constexpr std::size_t length_of_row() {
  if constexpr (requires { std::tuple_size<Row>::value; })
    return std::tuple_size<Row>::value;
  else
    return
        []<class... Items>(const row_value<Items...>*) { return sizeof...(Items); }(static_cast<const Row*>(nullptr));
}
template <class Row>
concept row_in_list = row_like<Row> || requires {
  std::tuple_size<Row>::value;
};

template <bool Negated, class... Items, class List>
[[nodiscard]] auto test_row_membership(const row_value<Items...>& row, const List& list) {
  constexpr bool columns = (expression<Items> && ...);
  static_assert(columns,
                "virga: in_(row_of(…), list): the row is of columns and expressions, the values stand in the list");
  using element = std::remove_cvref_t<decltype(*std::begin(list))>;
  constexpr bool rows = [] {
    if constexpr (row_in_list<element>)
      return length_of_row<element>() == sizeof...(Items);
    else
      return false;
  }();
  static_assert(rows,
                "virga: in_(row_of(…), list) takes a list of tuples, as many values in each as the row has items");
  if constexpr (!columns || !rows || (refused_expression<Items> || ...)) {
    return refused{};
  } else {
    constexpr bool fits = []<std::size_t... Index>(std::index_sequence<Index...>) {
      return (operand_for<typename Items::type,
                          std::remove_cvref_t<decltype(item_of_row<Index>(std::declval<const element&>()))>> &&
              ...);
    }
    (std::index_sequence_for<Items...>());
    static_assert(fits, "virga: in_(row_of(…), list): the list's values cannot be compared with the row's SQL types");
    constexpr bool compared = (compares_item<operators::equal, Items> && ...);
    static_assert(compared,
                  "virga: PostgreSQL does not compare rows with items of this SQL type (json, xml, points and other "
                  "figures); cast them to jsonb or text first");
    if constexpr (fits && compared) {
      row_membership<Negated, Items...> made{{}, {{}, row.items}, {}};
      [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        for (const auto& one : list)
          (std::get<Index>(made.values)
               .push_back(converted<typename Items::type>(item_of_row<Index>(one), place_near<Items>())),
           ...);
      }
      (std::index_sequence_for<Items...>());
      return made;
    } else {
      return refused{};
    }
  }
}

/// Whether a row is one of a list: `in_(row_of(tags.post_id, tags.tag), std::vector<std::tuple<std::int64_t,
/// std::string>>)`. Each column of the list is bound as one array, so the text is the same for every length; an empty
/// list matches nothing. boolean, null where an item of the row is. SQL: `(a, b) in (select * from unnest($1::bigint[],
/// $2::text[]))`.
template <row_like Row, class List>
[[nodiscard]] auto in_(const Row& row, const List& list) {
  return test_row_membership<false>(row, list);
}
template <row_like Row, class Value>
[[nodiscard]] auto in_(const Row& row, std::initializer_list<Value> list) {
  return test_row_membership<false>(row, list);
}
/// Whether it is none of them; an empty list matches everything.
template <row_like Row, class List>
[[nodiscard]] auto not_in(const Row& row, const List& list) {
  return test_row_membership<true>(row, list);
}
template <row_like Row, class Value>
[[nodiscard]] auto not_in(const Row& row, std::initializer_list<Value> list) {
  return test_row_membership<true>(row, list);
}

}  // namespace virga
