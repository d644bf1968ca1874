// SPDX-License-Identifier: BSL-1.0
//
// Many rows deleted by their keys. Source: PostgreSQL manual, "DELETE".
#pragma once
#include "virga/query/delete_from.hpp"
#include "virga/query/given_rows.hpp"

namespace virga {

namespace query {

/// ` using unnest($1::uuid[]) as "given" ("id")`.
template <class Given>
struct using_given {
  static constexpr auto part = clause::from;
  Given given;

  static constexpr void render(sink& s) {
    s.text(" using ");
    Given::render_unnest(s);
    s.text(" as ");
    s.identifier(Given::name);
    s.text(" (");
    Given::render_names(s);
    s.text(")");
  }
  void bind(binder& b) const { given.bind(b, "delete_many"); }
};

}  // namespace query

/// Deletes the rows of a table that have these primary keys: `delete_many(users, ids).run(db)`. A key is its value, of
/// several columns a std::tuple of their values in the order in which the key names them; or a row that holds it, as in
/// `update_many`. A key that is not in the table, or there twice, is no error. `run` gives the number of rows deleted.
/// Compile time: the table declares a primary key. Run time: `empty_statement` where there are no keys.
/// SQL: `delete from "users" using unnest($1::uuid[]) as "given" ("id") where "users"."id" = "given"."id"`.
template <class Table, class Keys>
[[nodiscard]] constexpr auto delete_many(const Table& table, Keys keys) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: delete_many() takes a table itself, not an alias of one");
  if constexpr (is_table) {
    constexpr auto key = schema::primary_key_of<Table>();
    if constexpr (!query::check_key(key))
      return query::no_statement{};
    else if constexpr (!query::check_rows<Table, Keys>(key))
      return query::no_statement{};
    else
      return [&]<class... Key>(type_list<Key...>) {
        using given = query::given_rows<Table, Keys, Key...>;
        return begin_delete(table, query::nothing{})
            .then(query::using_given<given>{{std::move(keys)}})
            .then(query::where_given<given, Key...>{});
      }(key);
  } else {
    return query::no_statement{};
  }
}

}  // namespace virga
