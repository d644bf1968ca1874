// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/expression.hpp"
#include "virga/render/text.hpp"
#include "virga/types/codec.hpp"

namespace virga {

/// Where nulls stand; PostgreSQL's default is last in ascending order, first in descending.
enum class nulls : unsigned char { by_default, first, last };

template <bool Descending, class Expression, nulls Nulls = nulls::by_default>
struct order_key;
template <class Key>
struct optional_key;

/// Whether an expression is the same to the server where it is said again: with values in it, each time a parameter of
/// its own, it is another one.
template <class Expression>
inline constexpr bool same_when_repeated = [] {
  if constexpr (requires { Expression::info.source; }) {
    return true;
  } else {
    constexpr auto totals = render::measured_of<Expression>.totals;
    return totals.fixed_parameters + totals.dynamic_parameters == 0;
  }
}();

/// Whether rows can be sorted by an expression, or a key of ORDER BY, and equal ones found: json has neither.
template <class Given>
inline constexpr bool can_be_sorted = true;
template <class Given>
requires requires { Given::type::family; }
inline constexpr bool can_be_sorted<Given> = comparisons_of<typename Given::type>.sorts;
template <bool Descending, class Expression, nulls Nulls>
inline constexpr bool can_be_sorted<order_key<Descending, Expression, Nulls>> = can_be_sorted<Expression>;
template <class Key>
inline constexpr bool can_be_sorted<optional_key<Key>> = can_be_sorted<Key>;
template <class... Given>
inline constexpr bool sortable = (can_be_sorted<Given> && ...);
/// Says in words where they cannot.
template <class... Given>
[[gnu::always_inline]] constexpr bool check_sortable() {
  static_assert(sortable<Given...>,
                "virga: PostgreSQL has no order and no equality for this SQL type (json, xml, points and "
                "other figures); cast it to jsonb or text before you sort, group or compare by it");
  return sortable<Given...>;
}

/// One key of ORDER BY.
template <bool Descending, class Expression, nulls Nulls>
struct order_key {
  using order_kind = Expression;
  static constexpr bool dynamic = false, descending = Descending;

  [[no_unique_address]] Expression expression;

  /// Nulls before, after all values. SQL: ` nulls first`, ` nulls last`.
  [[nodiscard]] constexpr auto nulls_first() const { return order_key<Descending, Expression, nulls::first>{expression}; }
  [[nodiscard]] constexpr auto nulls_last() const { return order_key<Descending, Expression, nulls::last>{expression}; }

  static constexpr void render(sink& s) {
    refuse_optional<Expression>(s);
    if constexpr (virga::expression<Expression> && !requires { Expression::info.source; }) s.order_by_expression();
    Expression::render(s);
    if (Descending) s.text(" desc");
    if (Nulls == nulls::first) s.text(" nulls first");
    if (Nulls == nulls::last) s.text(" nulls last");
  }
  void bind(binder& b) const { expression.bind(b); }
};
template <class T>
concept order_by_key = requires { typename std::remove_cvref_t<T>::order_kind; };

/// A column of the result by its name, as ORDER BY may say it.
template <fixed_string Name>
struct output_column {
  static constexpr bool dynamic = false;
  constexpr output_column() = default;
  constexpr output_column(name_literal<Name>) {}
  static constexpr void render(sink& s) { s.output(Name.view()); }
  void bind(binder&) const {}
};

/// Smallest first, nulls last. SQL: `expression`, PostgreSQL's default order.
/// Source: PostgreSQL manual, "Sorting Rows".
template <expression Expression>
[[nodiscard]] constexpr auto asc(const Expression& expression) {
  return order_key<false, Expression>{expression};
}
/// Largest first, nulls first. SQL: `expression desc`.
template <expression Expression>
[[nodiscard]] constexpr auto desc(const Expression& expression) {
  return order_key<true, Expression>{expression};
}
/// The same by the name of a selected column or alias: `order_by(desc("n"_name))`. SQL: `"n" desc`.
template <fixed_string Name>
[[nodiscard]] constexpr auto asc(name_literal<Name>) {
  return order_key<false, output_column<Name>>{};
}
template <fixed_string Name>
[[nodiscard]] constexpr auto desc(name_literal<Name>) {
  return order_key<true, output_column<Name>>{};
}

/// A key that is there only if its flag is set. See `when(flag, key)`.
template <class Key>
struct optional_key {
  using order_kind = Key;
  static constexpr bool dynamic = true;

  bool there;
  [[no_unique_address]] Key key;

  static constexpr void render_optional(sink& s, std::string_view separator, precedence) {
    const std::size_t begin = s.optional_item(separator);
    Key::render(s);
    s.optional_end(begin);
  }
  void bind(binder& b) const {
    b.flag(there);
    if (!there) return;
    b.enter();
    key.bind(b);
    b.leave();
  }
};

/// An order decided at run time: `order_by(when(newest, desc(posts.id)), when(!newest, asc(posts.title)))`.
template <order_by_key Key>
[[nodiscard]] constexpr auto when(bool flag, const Key& key) {
  return optional_key<Key>{flag, key};
}

}  // namespace virga
