// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/expr/order.hpp"
#include "virga/query/projection.hpp"

namespace virga::query {

/// ` order by …`.
template <class... Keys>
struct order_by_clause {
  static constexpr auto part = clause::order_by;
  static constexpr bool dynamic = (Keys::dynamic || ...);
  [[no_unique_address]] pack<Keys...> keys;

  static constexpr void render(sink& s) {
    if constexpr (dynamic) {
      s.group(" order by ");
      (render_key<Keys>(s), ...);
      s.group_end();
    } else {
      s.text(" order by ");
      list_separator comma;
      ((comma.say(s), Keys::render(s)), ...);
    }
  }
  void bind(binder& b) const {
    keys.each([&](const auto& key) { key.bind(b); });
  }

 private:
  template <class Key>
  static constexpr void render_key(sink& s) {
    if constexpr (Key::dynamic) {
      Key::render_optional(s, ", ", precedence::disjunction);
    } else {
      s.item(", ");
      Key::render(s);
      s.item_end();
    }
  }
};

/// How an argument of `order_by` stands in it: an expression or a name alone is in ascending order.
template <class Given>
struct key_of {
  using type = order_key<false, std::conditional_t<expression<Given>, Given, no_item>>;
};
template <order_by_key Given>
struct key_of<Given> {
  using type = Given;
};
template <fixed_string Name>
struct key_of<name_literal<Name>> {
  using type = order_key<false, output_column<Name>>;
};
template <class Given>
using key_type = typename key_of<Given>::type;

template <class T>
inline constexpr bool is_name = false;
template <fixed_string Name>
inline constexpr bool is_name<name_literal<Name>> = true;

template <class... Keys>
[[gnu::always_inline]] constexpr void check_keys() {
  static_assert(sizeof...(Keys) > 0 && ((order_by_key<Keys> || expression<Keys> || is_name<Keys>) && ...),
                "virga: order_by() takes one or more columns, expressions, names of selected columns, asc(…) and desc(…)");
}

}  // namespace virga::query
