// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <type_traits>

#include "virga/core/fixed_string.hpp"

namespace virga {

/// A value under a name: `"email"_name = "ann@example.org"`, for the placeholders of a prepared query.
template <fixed_string Name, class Value>
struct named_value {
  Value value;
};

/// A name given in a query, as a literal: `count().as("n"_name)`, `row["n"_name]`.
template <fixed_string Text>
struct name_literal {
  static constexpr std::string_view view() { return Text.view(); }

  template <class Value>
  [[nodiscard]] constexpr auto operator=(Value&& value) const {
    return named_value<Text, std::decay_t<Value>>{static_cast<Value&&>(value)};
  }
};

/// SQL text given in a query, as a literal, so that no value can ever become part of it:
/// `sql<int>("length({})"_sql, users.name)`.
template <fixed_string Text>
struct sql_literal {
  static constexpr std::string_view view() { return Text.view(); }
};

inline namespace literals {

template <fixed_string Text>
[[nodiscard]] consteval name_literal<Text> operator""_name() {
  static_assert(sizeof(Text.data) > 1, "virga: a name is not empty");
  static_assert(sizeof(Text.data) <= 64, "virga: PostgreSQL cuts names after 63 bytes; give a shorter one");
  return {};
}
template <fixed_string Text>
[[nodiscard]] consteval sql_literal<Text> operator""_sql() {
  return {};
}

}  // namespace literals
}  // namespace virga
