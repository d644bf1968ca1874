// SPDX-License-Identifier: BSL-1.0
//
// Many rows inserted, or changed where they are there already. Source: PostgreSQL manual, "INSERT", ON CONFLICT.
#pragma once
#include "virga/query/given_rows.hpp"
#include "virga/query/insert.hpp"

namespace virga {

namespace query {

/// ` ("id", "name") select unnest($1::uuid[]), unnest($2::text[])`, and what is done where a row's key is there
/// already: ` on conflict ("id") do update set "name" = "excluded"."name"`.
template <class Table, class Rows, class Key, class Columns>
struct upserted_rows;
template <class Table, class Rows, class... Key, class... Columns>
struct upserted_rows<Table, Rows, type_list<Key...>, type_list<Columns...>> {
  static constexpr auto part = clause::values;
  Rows rows;

  static constexpr void render(sink& s) {
    list<Columns...>(s, " (", ")", []<class Column>(sink& out) { out.identifier(Column::name.view()); });
    list<Columns...>(s, " select ", "", []<class Column>(sink& out) {
      out.text("unnest(");
      render_array<Column>(out);
      out.text(")");
      render_cast_back<Column>(out);
    });
    s.text(" on conflict (");
    list_separator comma;
    ((comma.say(s), s.identifier(Key::name.view())), ...);
    s.text(")");
    [&]<class... Changed>(type_list<Changed...>) {
      if constexpr (sizeof...(Changed) == 0) {
        s.text(" do nothing");
      } else {
        list<Changed...>(s, " do update set ", "", []<class Column>(sink& out) {
          out.identifier(Column::name.view());
          out.text(R"( = "excluded".)");
          out.identifier(Column::name.view());
        });
      }
    }(changed());
  }

  void bind(binder& b) const {
    if (std::begin(rows) == std::end(rows)) refuse_no_rows<Table>("upsert_many");
    (require_key<Key>(), ...);
    const bool there[] = {is_given<Columns>()...};
    const bool* next = there;
    (flag<Columns>(b, *next++), ...);
    next = there;
    (bind_one<Columns>(b, *next++), ...);
    [&]<class... Changed>(type_list<Changed...>) { (flag<Changed>(b, is_given<Changed>()), ...); }(changed());
  }

 private:
  static constexpr row_form form = row_form::fields;
  template <class Column>
  using field_of = given_type<form, Table, Column, 0, one_row_of<Rows>>;
  template <class Column>
  static constexpr bool in_key = (std::same_as<Column, Key> || ...);
  /// Whether the rows may leave a column to its default.
  template <class Column>
  static constexpr bool is_optional_column =
      may_be_unset<field_of<Column>>&& Column::info.has(render::trait::has_default) && !in_key<Column>;

  /// What changes where the key is there already: all but the key; and the key, which stays as it is, where all others
  /// may turn out not to be given, since there must be something.
  static constexpr auto changed() {
    constexpr bool all_optional = ((in_key<Columns> || is_optional_column<Columns>)&&...);
    constexpr bool any = (!in_key<Columns> || ...);
    return joined(type_list<>{}, std::conditional_t < !in_key<Columns> || (all_optional && any), type_list<Columns>,
                  type_list < >> {}...);
  }

  template <class... Some, class Say>
  static constexpr void list(sink& s, std::string_view prefix, std::string_view suffix, Say say) {
    if constexpr ((is_optional_column<Some> || ...)) {
      s.group(prefix);
      (item<Some>(s, say), ...);
      s.group_end(suffix);
    } else {
      s.text(prefix);
      list_separator comma;
      ((comma.say(s), say.template operator()<Some>(s)), ...);
      s.text(suffix);
    }
  }
  template <class Column, class Say>
  static constexpr void item(sink& s, Say say) {
    if constexpr (is_optional_column<Column>) {
      const std::size_t begin = s.optional_item(", ");
      say.template operator()<Column>(s);
      s.optional_end(begin);
    } else {
      s.item(", ");
      say.template operator()<Column>(s);
      s.item_end();
    }
  }

  template <class Column>
  static void flag(binder& b, bool is_there) {
    if constexpr (is_optional_column<Column>) b.flag(is_there);
  }
  template <class Column>
  void bind_one(binder& b, bool is_there) const {
    flag<Column>(b, is_there);
    if (!is_there) return;
    if constexpr (may_be_unset<field_of<Column>> && Column::info.has(render::trait::made_on_insert)) require_made<Column>();
    if constexpr (is_optional_column<Column>) b.enter();
    bind_column<Column, reading<form, Table, Column, 0>>(b, rows);
    if constexpr (is_optional_column<Column>) b.leave();
  }

  [[noreturn]] static void refuse(const render::column_info& column, std::string_view type, std::size_t row,
                                  const char* why) {
    throw value_error(render::describe(column), std::string(type), why, row);
  }
  template <class Column>
  void require_key() const {
    if constexpr (may_be_unset<field_of<Column>>) {
      std::size_t number = 0;
      for (const auto& row : rows)
        if (++number; !given_by<form, Table, Column, 0>(row).is_set())
          refuse(Column::info, Column::type::name, number,
                 "it is unset, and upsert_many() finds rows by it; insert such rows with insert_into()");
    }
  }
  /// What the program makes for new rows would also overwrite what is there.
  template <class Column>
  void require_made() const {
    std::size_t number = 0;
    for (const auto& row : rows)
      if (++number; !given_by<form, Table, Column, 0>(row).is_set())
        refuse(Column::info, Column::type::name, number,
               " leaves it unset, and what default_fn makes for a new row would overwrite that of a row that is there; give "
               "it a value, or use insert_into(…).values(rows).on_conflict(…)");
  }
  /// Whether all rows give a column; none of them may say otherwise.
  template <class Column>
  [[nodiscard]] bool is_given() const {
    if constexpr (is_optional_column<Column>) {
      const bool first = given_by<form, Table, Column, 0>(*std::begin(rows)).is_set();
      std::size_t number = 0;
      for (const auto& row : rows)
        if (++number; given_by<form, Table, Column, 0>(row).is_set() != first)
          refuse(Column::info, Column::type::name, number,
                 first ? "it is unset, and the rows before give it; every row gives the same columns"
                       : "the rows before leave it unset; every row gives the same columns");
      return first;
    } else {
      return true;
    }
  }
};

/// Whether rows can be upserted, said in words where not.
template <class Table, class Rows, class... Key>
constexpr bool check_upserted() {
  constexpr bool has_key = check_key(type_list<Key...>{});
  constexpr bool is_written = !(Key::info.has(render::trait::generated) || ...);
  static_assert(is_written,
                "virga: upsert_many() finds rows by the primary key, and the database alone writes this one "
                "(generated always); use update_many() for rows that are there, insert_into() for new ones");
  constexpr bool is_list = list_of_rows<Rows>;
  static_assert(is_list, "virga: the rows are a std::vector, or another range that can be walked more than once");
  if constexpr (has_key && is_written && is_list) {
    using row = one_row_of<Rows>;
    constexpr bool fits = std::same_as<row, typename Table::template rows<insert_mode>> ||
                          std::same_as<row, typename Table::template rows<select_mode>>;
    static_assert(fits, "virga: the rows of upsert_many() are infer_insert or infer_select of this table");
    return fits;
  } else {
    return false;
  }
}

}  // namespace query

/// Inserts many rows; where a row's primary key is there already, that row is changed instead:
/// `upsert_many(users, rows).run(db)`. The rows are infer_insert or infer_select of the table. All columns that they
/// give are inserted or changed; those with a default that no row gives are left to the default, or as they are. The
/// values travel as one array a column, so the text does not depend on the number of rows. For other conflicts, and to
/// change other things, see `insert_into(…).values(rows).on_conflict(…)`. `run` gives the number of rows inserted or
/// changed. Compile time: the table declares a primary key that an insert can write. Run time: `empty_statement` where
/// there are no rows; `value_error` naming the row that leaves out its key, or gives other columns than those before;
/// `database_error` (21000) where a key is there twice.
/// SQL: `insert into "users" ("id", …) select unnest($1::uuid[]), … on conflict ("id") do update set
/// "name" = "excluded"."name", …`.
template <class Table, class Rows>
[[nodiscard]] constexpr auto upsert_many(const Table& table, Rows rows) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: upsert_many() takes a table itself, not an alias of one");
  if constexpr (is_table) {
    return [&]<class... Key>(type_list<Key...>) {
      if constexpr (query::check_upserted<Table, Rows, Key...>()) {
        using upserted =
            query::upserted_rows<Table, Rows, type_list<Key...>, decltype(query::written_columns<Table>())>;
        return begin_insert(table, query::nothing{}).then(upserted{std::move(rows)});
      } else {
        return query::no_statement{};
      }
    }(schema::primary_key_of<Table>());
  } else {
    return query::no_statement{};
  }
}

}  // namespace virga
