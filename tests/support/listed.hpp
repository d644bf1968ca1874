// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <concepts>
#include <string>

#include "virga/virga.hpp"

namespace tests {

/// An expression as it stands in the select list of a query on one table.
template <class Table, class Expression>
std::string listed_in(const Table& table, const Expression& expression) {
  const std::string text = virga::to_sql(virga::select(expression).from(table)).text;
  constexpr std::size_t begin = std::string_view("select ").size();
  return text.substr(begin, text.rfind(" from ") - begin);
}
/// Whether an expression is of a SQL type.
template <class Type, class Expression>
constexpr bool is(const Expression&) {
  return std::same_as<typename Expression::type, Type>;
}
/// Whether it may be null where no join makes it so.
template <class Expression>
constexpr bool may_be_null(const Expression&) {
  return Expression::nullable(virga::scope{});
}

}  // namespace tests
