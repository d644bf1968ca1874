// SPDX-License-Identifier: BSL-1.0
//
// Columns and joins that are wanted only sometimes. The query keeps its one text, and its rows their one type: what is
// not wanted is null in them, and the server does not look for it.
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/query/from.hpp"

namespace virga {

/// `case when $1 then value end`.
template <class Value>
struct optional_value : expression_node<optional_value<Value>> {
  using type = typename Value::type;
  using optional_value_kind = Value;
  bool there;
  Value value;

  static constexpr bool nullable(const scope&) { return true; }
  static constexpr void render(sink& s) {
    refuse_optional<Value>(s);
    const bool grouped = s.enter_expression(&optional_value::render);
    s.text("case when ");
    s.parameter(types::boolean::name);
    s.text(" then ");
    Value::render(s);
    s.text(" end");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    b.value<types::boolean>(there, nullptr);
    value.bind(b);
  }
};

/// A column or expression of a select list that is wanted only if `flag` is true: `select(users.id, only_if(with_names,
/// users.name))`. In the row it is optional, reached as `row[users.name]`, and null where it is not wanted.
/// SQL: `case when $1 then "users"."name" end`.
template <expression Value>
[[nodiscard]] constexpr auto only_if(bool flag, Value value) {
  if constexpr (refused_expression<Value>) return refused{};
  else return optional_value<Value>{{}, flag, std::move(value)};
}

/// A table that is joined only if its flag is set. See `only_if(flag, table)`.
template <class Table>
struct optional_table {
  using optional_table_kind = Table;
  bool there;
  Table table;
};

/// A table, alias or named query that is joined only if `flag` is true: `left_join(only_if(with_posts, posts),
/// posts.author_id == users.id)`. Where it is not wanted, its columns are null and it is not read.
/// SQL: ` left join "posts" on $1 and "posts"."author_id" = "users"."id"`.
template <query::table_like Table>
[[nodiscard]] constexpr auto only_if(bool flag, const Table& table) {
  return optional_table<Table>{flag, table};
}

/// Anything else, to say what is taken.
template <class Given>
requires(!expression<Given> && !query::table_like<Given>) [[nodiscard]] constexpr auto only_if(bool, const Given&) {
  constexpr bool is_table = query::table_like<Given>;
  static_assert(is_table, "virga: only_if(flag, …) takes a column, an expression or a table");
  return refused{};
}

namespace query {

/// The condition of a join under its flag.
template <class Table, class Predicate>
[[nodiscard]] constexpr auto under_flag(const optional_table<Table>& given, Predicate on) {
  if constexpr (predicate<Predicate>)
    return parameter<types::boolean>{{}, given.there, nullptr} && std::move(on);
  else
    return on;  // what is wrong with it is said by the join
}

}  // namespace query
}  // namespace virga
