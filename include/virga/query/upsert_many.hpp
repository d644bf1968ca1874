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
    render_inserted(s, " (", ")", []<class Column>(sink& out) { out.identifier(Column::name.view()); });
    render_inserted(s, " select ", "", []<class Column>(sink& out) {
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
        item_list<(may_lack_in_update<Changed> || ...)> all{s};
        all.open(" do update set ");
        (render_change<Changed>(all), ...);
        all.close("");
      }
    }(changed());
  }

  void bind(binder& b) const {
    if (std::begin(rows) == std::end(rows)) refuse_no_rows<Table>("upsert_many");
    (require_key<Key>(), ...);
    const bool there[] = {is_given<Columns>()...};
    const bool* next = there;
    (bind_item<may_lack_in_insert<Columns>>(b, *next++, [] {}), ...);
    next = there;
    (bind_inserted<Columns>(b, *next++), ...);
    [&]<class... Changed>(type_list<Changed...>) { (bind_change<Changed>(b, is_given<Changed>()), ...); }(changed());
  }

 private:
  static constexpr row_form form = row_form::fields;
  template <class Column>
  using field_of = given_type<form, Table, Column, 0, one_row_of<Rows>>;
  template <class Column>
  static constexpr bool in_key = (std::same_as<Column, Key> || ...);
  /// Whether the rows may leave a column out, which has this trait.
  template <class Column, unsigned Trait>
  static constexpr bool may_lack = may_be_unset<field_of<Column>>&& Column::info.has(Trait) && !in_key<Column>;
  template <class Column>
  static constexpr bool is_made_on_insert = may_lack<Column, render::trait::made_on_insert>;
  template <class Column>
  static constexpr bool is_made_on_update = may_lack<Column, render::trait::made_on_update>;
  template <class Column>
  static constexpr bool may_lack_in_insert = may_lack<Column, render::trait::has_default> && !is_made_on_insert<Column>;
  template <class Column>
  static constexpr bool may_lack_in_update =
      may_lack<Column, render::trait::has_default> || is_made_on_insert<Column> || is_made_on_update<Column>;

  /// What changes where the key is there already: all but the key; and the key, which stays as it is, where all others
  /// may turn out not to be given, since there must be something.
  static constexpr auto changed() {
    constexpr bool all_optional = ((in_key<Columns> || may_lack_in_update<Columns>)&&...);
    constexpr bool any = (!in_key<Columns> || ...);
    return joined(type_list<>{}, std::conditional_t < !in_key<Columns> || (all_optional && any), type_list<Columns>,
                  type_list < >> {}...);
  }

  /// A list in which some items may be left out (`Optional`), or none.
  template <bool Optional>
  struct item_list {
    sink& s;
    list_separator comma{};

    constexpr void open(std::string_view prefix) {
      if constexpr (Optional) s.group(prefix);
      else s.text(prefix);
    }
    template <bool MayLack, class Say>
    constexpr void item(Say say) {
      if constexpr (MayLack) {
        const std::size_t begin = s.optional_item(", ");
        say();
        s.optional_end(begin);
      } else if constexpr (Optional) {
        s.item(", ");
        say();
        s.item_end();
      } else {
        comma.say(s);
        say();
      }
    }
    constexpr void close(std::string_view suffix) {
      if constexpr (Optional) s.group_end(suffix);
      else s.text(suffix);
    }
  };
  template <class Say>
  static constexpr void render_inserted(sink& s, std::string_view prefix, std::string_view suffix, Say say) {
    item_list<(may_lack_in_insert<Columns> || ...)> all{s};
    all.open(prefix);
    (all.template item<may_lack_in_insert<Columns>>([&] { say.template operator()<Columns>(s); }), ...);
    all.close(suffix);
  }
  template <class Column, bool Optional>
  static constexpr void render_change(item_list<Optional>& all) {
    sink& s = all.s;
    all.template item<may_lack_in_update<Column>>([&] {
      s.identifier(Column::name.view());
      s.text(R"( = "excluded".)");
      s.identifier(Column::name.view());
    });
    if constexpr (is_made_on_update<Column>)
      all.template item<true>([&] {
        s.identifier(Column::name.view());
        s.text(" = ");
        s.in(clause::conflict);
        made_on_update<Column>::render(s);
        s.in(part);
      });
  }

  template <bool MayLack, class Bind>
  static void bind_item(binder& b, bool is_there, Bind bind) {
    if constexpr (MayLack) {
      b.flag(is_there);
      if (!is_there) return;
      b.enter();
      bind();
      b.leave();
    } else {
      bind();
    }
  }
  template <class Column>
  void bind_inserted(binder& b, bool is_there) const {
    if constexpr (is_made_on_insert<Column>)
      if (!is_there) return bind_column<Column, making<Column>>(b, rows);
    bind_item<may_lack_in_insert<Column>>(
        b, is_there, [&] { bind_column<Column, reading<form, Table, Column, 0>>(b, rows); });
  }
  template <class Column>
  void bind_change(binder& b, bool is_there) const {
    bind_item<may_lack_in_update<Column>>(b, is_there, [] {});
    if constexpr (is_made_on_update<Column>)
      bind_item<true>(b, !is_there, [&] { made_on_update<Column>{}.bind(b); });
  }
  template <class Column>
  struct making {
    static auto read(const auto&) { return made_on_insert<Column>::make(); }
  };

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
  /// Whether all rows give a column; none of them may say otherwise.
  template <class Column>
  [[nodiscard]] bool is_given() const {
    if constexpr (may_lack_in_insert<Column> || may_lack_in_update<Column>) {
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
constexpr bool check_upserted(type_list<Key...>) {
  constexpr bool is_written = !(Key::info.has(render::trait::generated) || ...);
  static_assert(is_written,
                "virga: upsert_many() finds rows by the primary key, and the database alone writes this one "
                "(generated always); use update_many() for rows that are there, insert_into() for new ones");
  constexpr bool is_list = list_of_rows<Rows>;
  static_assert(is_list, "virga: the rows are a std::vector, or another range that can be walked more than once");
  if constexpr (is_written && is_list) {
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
/// change other things, see `insert_into(…).values(rows).on_conflict(…)`. What `default_fn` makes for a column that no row
/// gives is inserted, and does not change a row that is there; `on_update_fn` changes those. `run` gives the number of rows inserted or
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
    constexpr auto key = schema::primary_key_of<Table>();
    if constexpr (!query::check_key(key)) {
      return query::no_statement{};
    } else if constexpr (!query::check_upserted<Table, Rows>(key)) {
      return query::no_statement{};
    } else {
      using upserted = query::upserted_rows<Table, Rows, std::remove_const_t<decltype(key)>,
                                            decltype(query::written_columns<Table>())>;
      return begin_insert(table, query::nothing{}).then(upserted{std::move(rows)});
    }
  } else {
    return query::no_statement{};
  }
}

}  // namespace virga
