// SPDX-License-Identifier: BSL-1.0
//
// Rows that the program gives to a statement, as one array a column: the text is the same for every number of rows.
#pragma once
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>

#include "virga/query/row.hpp"
#include "virga/query/target.hpp"
#include "virga/query/values.hpp"
#include "virga/schema/primary_key.hpp"
#include "virga/types/array.hpp"

namespace virga {

namespace query {

/// A list of rows that can be walked once for each column.
template <class Rows>
concept list_of_rows = requires(const Rows& rows) {
  requires std::forward_iterator<decltype(std::begin(rows))>;
  requires std::same_as<decltype(std::begin(rows)), decltype(std::end(rows))>;
};
template <class Rows>
using one_row_of = std::remove_cvref_t<decltype(*std::begin(std::declval<const Rows&>()))>;

/// What the program gives as a row.
enum class row_form : unsigned char {
  fields,    // a struct of the table: infer_select, infer_insert, infer_update
  selected,  // a row of a select list
  tuple,     // the values, in the order in which the statement names the columns
  value,     // the value of the only column
  none,
};
template <class Row>
inline constexpr bool is_selected_row = false;
template <class Parts, class... Results>
inline constexpr bool is_selected_row<row<Parts, Results...>> = true;

template <class Table, class Row, std::size_t Columns>
consteval row_form form_of() {
  if constexpr (std::same_as<Row, typename Table::template rows<select_mode>> ||
                std::same_as<Row, typename Table::template rows<insert_mode>> ||
                std::same_as<Row, typename Table::template rows<update_mode>>) {
    return row_form::fields;
  } else if constexpr (is_selected_row<Row>) {
    return row_form::selected;
  } else {
    if constexpr (requires { std::tuple_size<Row>::value; })
      if (std::tuple_size<Row>::value == Columns) return row_form::tuple;
    return Columns == 1 && !requires { Row::table; }
    ? row_form::value : row_form::none;
  }
}

/// What a row gives for the column at `Index` of those that the statement names.
template <row_form Form, class Table, class Column, std::size_t Index, class Row>
[[nodiscard]] constexpr const auto& given_by(const Row& row) {
  if constexpr (Form == row_form::fields)
    return schema::field<schema::index_of<schema::definitions_of<Table>>(Column::name.view())>(row);
  else if constexpr (Form == row_form::selected)
    return row[Column{}];
  else if constexpr (Form == row_form::tuple)
    return std::get<Index>(row);
  else
    return row;
}

/// A field of a row as arrays take it: a pointer, null for SQL's null, where the value is inside of something.
template <class Value, bool Nullable, class Place>
[[nodiscard]] const Value* held(const settable<Value, Nullable, Place>& field) {
  return field.value() ? &*field.value() : nullptr;
}
template <class Value, class Place>
[[nodiscard]] const Value* held(const required<Value, Place>& field) {
  return &*field;
}
template <class Given>
[[nodiscard]] const Given& held(const Given& field) {
  return field;
}

/// Whether a field may have been left out of its row.
template <class Given>
inline constexpr bool may_be_unset = false;
template <class Value, bool Nullable, class Place>
inline constexpr bool may_be_unset<settable<Value, Nullable, Place>> = true;

template <row_form Form, class Table, class Column, std::size_t Index, class Row>
using given_type = std::remove_cvref_t<decltype(given_by<Form, Table, Column, Index>(std::declval<const Row&>()))>;

template <row_form Form, class Table, class Column, std::size_t Index>
struct reading {
  template <class Row>
  static decltype(auto) read(const Row& row) {
    return held(given_by<Form, Table, Column, Index>(row));
  }
};

/// Binds one column of some rows as an array.
template <class Column, class Read, class Rows>
void bind_column(binder& b, const Rows& rows) {
  bind_cells_of<Column>(b, column_of_rows<Rows, Read>{rows});
}
template <class Column>
constexpr void render_array(sink& s) {
  s.parameter();
  s.text("::");
  s.text(types::array_of<types::travelling<typename Column::type>>::name);
}
/// What the cells of a column have to become after the way: nothing, but for arrays.
template <class Column>
constexpr void render_cast_back(sink& s) {
  if constexpr (!types::array_element<typename Column::type>) {
    s.text("::");
    s.text(name_in_cast<typename Column::type>);
  }
}

template <class Table>
[[noreturn]] void refuse_no_rows(std::string_view call) {
  throw empty_statement("virga: " + std::string(call) + "(" + std::string(Table::source::info.table) +
                        ", rows): there are no rows; test rows.empty() before");
}

/// The rows of a statement, under a name of their own: `unnest($1::uuid[], $2::text[]) … as "given" ("id", "name")`.
template <class Table, class Rows, class... Columns>
struct given_rows {
  static constexpr row_form form = form_of<Table, one_row_of<Rows>, sizeof...(Columns)>();
  static constexpr std::string_view name = Table::source::info.table == "given" ? "given_rows" : "given";
  Rows rows;

  template <class Column>
  static constexpr void render_column(sink& s) {
    s.identifier(name);
    s.text(".");
    s.identifier(Column::name.view());
    render_cast_back<Column>(s);
  }
  static constexpr void render_unnest(sink& s) {
    s.text("unnest(");
    list_separator comma;
    ((comma.say(s), render_array<Columns>(s)), ...);
    s.text(")");
  }
  static constexpr void render_names(sink& s) {
    list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view())), ...);
  }
  /// `call` names the function in messages.
  void bind(binder& b, std::string_view call) const {
    if (std::begin(rows) == std::end(rows)) refuse_no_rows<Table>(call);
    [&]<std::size_t... Index>(std::index_sequence<Index...>) { (bind_one<Columns, Index>(b), ...); }
    (std::index_sequence_for<Columns...>{});
  }

 private:
  template <class Column, std::size_t Index>
  void bind_one(binder& b) const {
    if constexpr (may_be_unset<given_type<form, Table, Column, Index, one_row_of<Rows>>>) {
      std::size_t number = 0;
      for (const auto& row : rows)
        if (++number; !given_by<form, Table, Column, Index>(row).is_set())
          throw value_error(render::describe(Column::info), std::string(Column::type::name),
                            "it is unset, and every row gives the same columns", number);
    }
    bind_column<Column, reading<form, Table, Column, Index>>(b, rows);
  }
};

/// ` where "users"."id" = "given"."id"`.
template <class Given, class... Key>
struct where_given {
  static constexpr auto part = clause::where;
  static constexpr void render(sink& s) {
    bool is_first = true;
    (render_one<Key>(s, is_first), ...);
  }
  void bind(binder&) const {}

 private:
  template <class Column>
  static constexpr void render_one(sink& s, bool& is_first) {
    s.text(is_first ? " where " : " and ");
    is_first = false;
    Column::render(s);
    s.text(" = ");
    Given::template render_column<Column>(s);
  }
};

/// Whether what rows give for some columns becomes an element of each one's type; of the fields of a table it does.
template <row_form Form, class Table, class Row, class... Columns, class... Elements>
consteval bool elements_taken(type_list<Columns...>, type_list<Elements...>) {
  if constexpr (Form == row_form::tuple || Form == row_form::value)
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
      return (types::takes_element<Elements, given_type<Form, Table, Columns, Index, Row>> && ...);
    }
  (std::index_sequence_for<Columns...>{});
  else return true;
}

/// Whether rows can be found by the key that a table declares, said in words where not.
template <class... Key>
constexpr bool check_key(type_list<Key...>) {
  constexpr bool has_key = sizeof...(Key) > 0;
  static_assert(has_key,
                "virga: rows are found by their primary key, and this table declares none; say primary_key() on its "
                "column, or pg::primary_key(…) in its extras");
  return has_key;
}
/// Whether rows are given as something that holds these columns, said in words where not.
template <class Table, class Rows, class... Columns>
constexpr bool check_rows(type_list<Columns...>) {
  constexpr bool is_list = list_of_rows<Rows>;
  static_assert(is_list, "virga: the rows are a std::vector, or another range that can be walked more than once");
  if constexpr (is_list) {
    constexpr row_form form = form_of<Table, one_row_of<Rows>, sizeof...(Columns)>();
    constexpr bool known = form != row_form::none;
    static_assert(
        known,
        "virga: a row is an infer_select or infer_update of this table, a row of a select list, or a std::tuple of the "
        "key's values and then those of set(), in that order");
    if constexpr (form == row_form::fields) {
      constexpr bool written = []<std::size_t... Index>(std::index_sequence<Index...>) {
        return !(
            std::same_as<given_type<row_form::fields, Table, Columns, Index, one_row_of<Rows>>, written_by_database> ||
            ...);
      }
      (std::index_sequence_for<Columns...>{});
      static_assert(written,
                    "virga: the database alone writes this table's key (generated always), so this kind of row has no "
                    "place for it; give infer_select rows, or tuples");
      return written;
    } else if constexpr (known) {
      constexpr bool taken = elements_taken<form, Table, one_row_of<Rows>>(
          type_list<Columns...>{}, type_list<types::travelling<typename Columns::type>...>{});
      static_assert(taken, "virga: the values of this list do not convert to the array's element type without loss");
      return taken;
    } else {
      return false;
    }
  } else {
    return false;
  }
}

}  // namespace query
}  // namespace virga
