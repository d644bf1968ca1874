// SPDX-License-Identifier: BSL-1.0
//
// Many rows changed, each in its own way, by one statement. Source: PostgreSQL manual, "UPDATE".
#pragma once
#include "virga/query/given_rows.hpp"
#include "virga/query/update.hpp"

namespace virga {

namespace query {

/// ` set "name" = "given"."name", …`, and what the program makes for other columns of the table.
template <class Given, class Columns, class Made>
struct set_given;
template <class Given, class... Columns, class... Made>
struct set_given<Given, type_list<Columns...>, type_list<Made...>> {
  static constexpr auto part = clause::set;
  [[no_unique_address]] pack<Made...> made{};

  static constexpr void render(sink& s) {
    s.text(" set ");
    list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view()), s.text(" = "), Given::template render_column<Columns>(s)), ...);
    ((comma.say(s), s.identifier(Made::column::name.view()), s.text(" = "), decltype(Made::value)::render(s)), ...);
  }
  void bind(binder& b) const {
    made.each([&](const auto& one) { one.value.bind(b); });
  }
};

/// ` from (select distinct on ("id") * from unnest(…) with ordinality … order by "id", "#" desc) as "given"`: of a key
/// that is there twice, the last row. ("#" is its place among the rows given.)
template <class Given, class... Key>
struct from_given {
  static constexpr auto part = clause::from;
  Given given;

  static constexpr void render(sink& s) {
    s.text(" from (select distinct on (");
    render_key(s);
    s.text(") * from ");
    Given::render_unnest(s);
    s.text(" with ordinality as ");
    s.identifier(Given::name);
    s.text(" (");
    Given::render_names(s);
    s.text(R"(, "#") order by )");
    render_key(s);
    s.text(R"(, "#" desc) as )");
    s.identifier(Given::name);
  }
  void bind(binder& b) const { given.bind(b, "update_many"); }

 private:
  static constexpr void render_key(sink& s) {
    list_separator comma;
    ((comma.say(s), s.identifier(Key::name.view())), ...);
  }
};

/// Whether columns can be changed by update_many(), said in words where not.
template <class Table, class... Columns, class... Key>
constexpr bool check_changed(type_list<Key...>) {
  constexpr bool are_columns = sizeof...(Columns) > 0 && (table_column<Columns> && ...);
  static_assert(are_columns,
                "virga: set() of update_many() takes the columns that the rows change: .set(users.name, users.age)");
  if constexpr (!are_columns) {
    return false;
  } else {
    constexpr bool of_this_table = (std::same_as<typename Columns::source, typename Table::source> && ...);
    static_assert(of_this_table, "virga: set() names a column of another table");
    constexpr bool written = (!Columns::info.has(render::trait::generated) && ...);
    static_assert(written,
                  "virga: set() names a column that the database alone writes (generated always); leave it out");
    constexpr bool once = named_once<Columns...>();
    static_assert(once, "virga: set() names a column twice");
    constexpr bool no_key = !once || named_once<Columns..., Key...>();
    static_assert(
        no_key,
        "virga: set() names a column of the primary key, by which update_many() finds the rows; leave it out, "
        "or write an update() of its own");
    return of_this_table && written && once && no_key;
  }
}

}  // namespace query

/// An update_many() that does not know yet which columns it changes.
template <class Table, class Rows>
struct update_of_many : statement_base<update_of_many<Table, Rows>> {
  Rows rows;

  /// Which columns take the values of the rows; every row gives all of them. SQL: ` set "name" = "given"."name", …`.
  /// Compile time: columns of this table, at least one, none of its key, none twice, none that the database alone
  /// writes.
  template <class... Columns>
  [[nodiscard]] constexpr auto set(const Columns&...) && {
    constexpr auto key = schema::primary_key_of<Table>();
    if constexpr (!query::check_changed<Table, Columns...>(key))
      return query::no_statement{};
    else if constexpr (!query::check_rows<Table, Rows>(joined(key, type_list<Columns...>{})))
      return query::no_statement{};
    else
      return [&]<class... Key>(type_list<Key...>) {
        using given = query::given_rows<Table, Rows, Key..., Columns...>;
        return begin_update(Table{}, query::nothing{})
            .then(query::set_given<
                  given, type_list<Columns...>,
                  decltype(query::made_assignments<Table, render::trait::made_on_update, Columns...>())>{})
            .then(query::from_given<given, Key...>{{std::move(rows)}})
            .then(query::where_given<given, Key...>{});
      }(key);
  }

  static constexpr void render(sink& s) { s.broken(render::rule::update_many_without_set); }
  void bind(binder&) const {}
};

/// Changes many rows of a table, which it finds by their primary key:
/// `update_many(users, changed).set(users.name, users.age).run(db)`. A row is an infer_select or infer_update of the
/// table, a row of a select list that has the columns, or a std::tuple of the key's values and then those of `set`. A
/// row whose key is not in the table changes nothing; where a key is there twice, the last row counts, as if they had
/// been updated one after another. The values travel as one array a column, so the text is a constant.
/// `run` gives the number of rows changed; what `returning(…)` gives is in no certain order.
/// Compile time: the table declares a primary key. Run time: `empty_statement` where there are no rows, `value_error`
/// naming the row where a field was left unset.
/// SQL: `update "users" set … from (select … from unnest($1::uuid[], …) …) as "given" where "users"."id" =
/// "given"."id"`.
template <class Table, class Rows>
[[nodiscard]] constexpr auto update_many(const Table&, Rows rows) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: update_many() takes a table itself, not an alias of one");
  if constexpr (is_table) {
    if constexpr (query::check_key(schema::primary_key_of<Table>()))
      return update_of_many<Table, Rows>{{}, std::move(rows)};
    else
      return query::no_statement{};
  } else {
    return query::no_statement{};
  }
}

}  // namespace virga
