// SPDX-License-Identifier: BSL-1.0
//
// Conditions of an erased type: what functions take and return, and what a program collects at run time.
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/expr/order.hpp"
#include "virga/query/check.hpp"
#include "virga/query/erased_sql.hpp"

namespace virga {

/// A condition over some tables whose shape is decided at run time: `condition<users, posts>`. A function may take and
/// return one; `&&`, `||` and `!` join it to others, and `+=` adds one more that must hold. Empty at first: an empty one
/// is as if it had not been written, so a select with nothing else selects every row, and an update or delete throws
/// `empty_statement`.
/// Compile time: what it is made of reads no other tables. Costs a string where it is made, and no more than the text
/// when it is used.
template <const auto&... Tables>
struct condition : expression_node<condition<Tables...>> {
  using type = types::boolean;
  static constexpr bool dynamic = true;

  condition() = default;
  template <class Predicate>
    requires predicate<Predicate> && (!std::same_as<Predicate, condition>)
  condition(const Predicate& given) {  // NOLINT: every predicate is a condition
    using over = query::piece_over<Predicate, std::remove_cvref_t<decltype(Tables)>...>;
    constexpr render::rule broken = render::measured_of<over>.found.broken;
    constexpr bool fits = broken == render::rule::none || broken == render::rule::already_said ||
                          broken == render::rule::optional_part_inside;
    if constexpr (broken == render::rule::optional_part_inside) query::require_valid<over>();
    static_assert(fits,
                  "virga: this condition<tables…> reads a table that it does not name, or holds an aggregate; name the "
                  "tables it is over");
    constexpr bool complete = render::measured_of<over>.totals.placeholders == 0;
    static_assert(complete, "virga: a condition<tables…> has its values; a placeholder stands in a query that is prepared");
    if constexpr (broken == render::rule::none && complete) sql_ = query::erase<std::remove_cvref_t<decltype(Tables)>...>(given);
  }

  /// Whether nothing was said.
  [[nodiscard]] bool empty() const { return sql_.empty(); }
  /// One more condition, which must hold as well. SQL: `(a) and (b)`.
  condition& operator+=(const condition& more) { return add(" and (", more); }
  /// One more condition, of which any may hold. SQL: `(a) or (b)`.
  condition& operator|=(const condition& other) { return add(" or (", other); }

  static constexpr bool nullable(const scope&) { return true; }
  static constexpr void render_optional(sink& s, std::string_view separator, precedence) {
    (s.read(std::remove_cvref_t<decltype(Tables)>::source::info), ...);
    const std::size_t begin = s.optional_item(separator);
    s.text("(");
    s.fragment();
    s.text(")");
    s.optional_end(begin);
  }
  static constexpr void render(sink& s) {
    s.group("");
    render_optional(s, "", precedence::disjunction);
    s.group_end();
  }
  void bind(binder& b) const { sql_.bind(b); }

 private:
  /// `(a) or (b) or (c)`: flat, since PostgreSQL reads no more than some thousand parentheses inside of each other.
  condition& add(std::string_view word, const condition& more) {
    if (more.empty() || &more == this) return *this;
    if (empty()) return *this = more;
    if (joined_by_ != word) sql_.join("(", ")", {}, "");
    sql_.join("", word, more.sql_, ")");
    joined_by_ = word;
    return *this;
  }

  query::erased_sql sql_;
  std::string_view joined_by_{};  // all its parts, each of them in parentheses
};

/// An order whose keys are decided at run time: `ordering<posts> order; order += desc(posts.id);`, for
/// `order_by(order)`. Empty at first, which is no order. A program offers the keys that its users may choose from;
/// no text of theirs becomes SQL.
template <const auto&... Tables>
struct ordering {
  using order_kind = ordering;
  static constexpr bool dynamic = true;

  ordering() = default;
  template <order_by_key Key>
    requires(!std::same_as<Key, ordering>)
  ordering(const Key& key) {  // NOLINT: every key is an order
      check_sortable<Key>();
      *this += key;
  }

  [[nodiscard]] bool empty() const { return sql_.empty(); }
  /// One more key, after those that are there: a column, an expression, `asc(…)`, `desc(…)`.
  template <class Key>
    requires order_by_key<Key> || expression<Key>
  ordering& operator+=(const Key& key) {
    static_assert(!Key::dynamic, "virga: a key that is there or not is added under an `if`; when(flag, key) is for order_by()");
    if constexpr (!Key::dynamic && check_sortable<Key>()) {
      using over = query::piece_over<Key, std::remove_cvref_t<decltype(Tables)>...>;
      constexpr render::rule broken = render::measured_of<over>.found.broken;
      constexpr bool fits = broken == render::rule::none || broken == render::rule::already_said ||
                            broken == render::rule::optional_part_inside;
      if constexpr (broken == render::rule::optional_part_inside) query::require_valid<over>();
      static_assert(fits,
                    "virga: this ordering<tables…> reads a table that it does not name; name the tables it is over");
      constexpr bool complete = render::measured_of<over>.totals.placeholders == 0;
      static_assert(complete, "virga: an ordering<tables…> has its values; a placeholder stands in a query that is prepared");
      if constexpr (broken == render::rule::none && complete) {
        sql_.join("", empty() ? "" : ", ", query::erase<std::remove_cvref_t<decltype(Tables)>...>(key), "");
      }
    }
    return *this;
  }

  static constexpr void render_optional(sink& s, std::string_view separator, precedence) {
    (s.read(std::remove_cvref_t<decltype(Tables)>::source::info), ...);
    const std::size_t begin = s.optional_item(separator);
    s.fragment();
    s.optional_end(begin);
  }
  void bind(binder& b) const { sql_.bind(b); }

 private:
  query::erased_sql sql_;
};

}  // namespace virga
