// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <iterator>
#include <string>
#include <vector>

#include "virga/core/quoted.hpp"
#include "virga/query/made.hpp"
#include "virga/query/target.hpp"
#include "virga/types/array.hpp"

namespace virga::query {

/// ` ("a", "b") values ($1, $2)` from assignments.
template <class... Assignments>
struct assigned_values {
  static constexpr auto part = clause::values;
  [[no_unique_address]] pack<Assignments...> assignments;

  static constexpr void render(sink& s) { render_overriding(s, {}); }
  static constexpr void render_overriding(sink& s, std::string_view overriding) {
    refuse_optional<decltype(Assignments::value)...>(s);
    s.text(" (");
    list_separator comma;
    ((comma.say(s), s.identifier(Assignments::column::name.view())), ...);
    s.text(")");
    s.text(overriding);
    s.text(" values (");
    comma = {};
    ((comma.say(s), decltype(Assignments::value)::render(s)), ...);
    s.text(")");
  }
  void bind(binder& b) const {
    assignments.each([&](const auto& one) { one.value.bind(b); });
  }
};

/// Whether every column that an insert cannot do without is among some; `Others` are the traits of those it can.
template <class Table, unsigned Others, class... Columns>
consteval bool gives_all_required() {
  bool all = true;
  each_column_of<Table>([&]<class Column>() {
    using namespace render;
    if (Column::info.has(trait::nullable | trait::has_default | trait::generated | Others)) return;
    all = all && ((Columns::name.view() == Column::name.view()) || ...);
  });
  return all;
}

/// The first of those that is not among them.
template <class Table, unsigned Others, class... Columns>
constexpr sentence missing_in_words() {
  sentence words;
  each_column_of<Table>([&]<class Column>() {
    using namespace render;
    if (words.size() > 0 || Column::info.has(trait::nullable | trait::has_default | trait::generated | Others)) return;
    if (!((Columns::name.view() == Column::name.view()) || ...)) words.add(column_in_words<Column>().view());
  });
  return words;
}
template <class Table, unsigned Others, class... Columns>
using about_missing = about<fixed<&missing_in_words<Table, Others, Columns...>>()>;

/// One field of a row as it is given to an insert: there, null, or left to the database.
template <class Column, class Field>
struct given_field {
  /// Whether the program makes it where it is not given.
  static constexpr bool is_made = Column::info.has(render::trait::made_on_insert);
  /// Whether the database may have to fill it in.
  static constexpr bool may_be_left_out =
      Column::info.has(render::trait::has_default) && !is_made && !std::same_as<Field, written_by_database>;

  // unset and without a default, a column is null
  static bool is_set(const Field& field) {
    if constexpr (may_be_left_out) return field.is_set();
    else return true;
  }
  /// The value, as a pointer; null for SQL's null.
  static const typename Column::type::value* value(const Field& field) {
    if constexpr (requires { field.is_set(); }) return field.value() ? &*field.value() : nullptr;
    else return &*field;
  }
  static void bind(binder& b, const Field& field) {
    if constexpr (is_made)
      if (!field.is_set()) return made_on_insert<Column>{}.bind(b);
    if (const auto* there = value(field))
      b.value<typename Column::type>(*there, &Column::target);
    else
      b.null(&Column::target);
  }
};

/// Calls `f.template operator()<Index, Column, Field>()` for each column that can be written.
template <class Table, class Mode, class Function>
constexpr void each_written_column(Function&& f) {
  using row = typename Table::template rows<Mode>;
  schema::each_column<schema::definitions_of<Table>>([&]<std::size_t Index>() {
    using column = schema::column_at<typename Table::source, Index>;
    if constexpr (!column::info.has(render::trait::generated))
      f.template operator()<Index, column, schema::field_type<Index, row>>();
  });
}

template <class Table>
constexpr void render_column_names(sink& s) {
  list_separator comma;
  each_written_column<Table, insert_mode>([&]<std::size_t, class Column, class>() {
    comma.say(s);
    s.identifier(Column::name.view());
  });
}

/// Whether a table has a column that an insert can give.
template <class Table>
constexpr bool has_written_columns() {
  bool any = false;
  each_written_column<Table, insert_mode>([&]<std::size_t, class, class>() { any = true; });
  return any;
}

/// ` ("a", "b") values ($1, default)` from one row; which columns are left to the database is known at run time.
template <class Table>
struct row_values {
  static constexpr auto part = clause::values;
  using row_type = typename Table::template rows<insert_mode>;
  row_type row;

  static constexpr void render(sink& s) { render_overriding(s, {}); }
  static constexpr void render_overriding(sink& s, std::string_view overriding) {
    if (!has_written_columns<Table>()) return s.text(" default values");
    s.text(" (");
    render_column_names<Table>(s);
    s.text(")");
    s.text(overriding);
    s.text(" values (");
    list_separator comma;
    each_written_column<Table, insert_mode>([&]<std::size_t, class Column, class Field>() {
      comma.say(s);
      if constexpr (given_field<Column, Field>::may_be_left_out) s.parameter_or("default");
      else
        s.parameter(Column::type::name);
    });
    s.text(")");
  }
  void bind(binder& b) const {
    each_written_column<Table, insert_mode>([&]<std::size_t Index, class Column, class Field>() {
      using given = given_field<Column, Field>;
      const Field& field = schema::field<Index>(row);
      if constexpr (given::may_be_left_out) {
        b.flag(given::is_set(field));
        if (!given::is_set(field)) return;
        b.enter();
        given::bind(b, field);
        b.leave();
      } else {
        given::bind(b, field);
      }
    });
  }
};

/// One column of some rows, as the range that arrays are encoded from. `Read::read(row)` gives a row's value, an optional,
/// or a pointer that is null for SQL's null.
template <class Rows, class Read>
struct column_of_rows {
  const Rows& rows;

  struct iterator {
    decltype(std::begin(std::declval<const Rows&>())) at;
    decltype(auto) operator*() const { return Read::read(*at); }
    iterator& operator++() {
      ++at;
      return *this;
    }
    bool operator!=(const iterator& other) const { return at != other.at; }
  };
  [[nodiscard]] iterator begin() const { return {std::begin(rows)}; }
  [[nodiscard]] iterator end() const { return {std::end(rows)}; }
  [[nodiscard]] std::size_t size() const
    requires requires(const Rows& all) { std::size(all); }
  {
    return std::size(rows);
  }
};
template <std::size_t Index, class Column, class Field>
struct reading_field {
  template <class Row>
  static auto read(const Row& row) {
    using given = given_field<Column, Field>;
    const Field& field = schema::field<Index>(row);
    if constexpr (given::is_made)
      return field.is_set() ? field.value() : std::optional(made_on_insert<Column>::make());
    else
      return given::value(field);
  }
};

/// Binds the values of one column in many rows as an array.
template <class Column, class Cells>
void bind_cells_of(binder& b, const Cells& cells) {
  using type = types::travelling<typename Column::type>;
  b.built(types::array_of<type>::name, &Column::target, [&](std::string& out) {
    types::refused_element refused;
    const fault wrong = types::encode_array<type>(cells, out, Column::target.modifier(), &refused);
    if (refused.number != 0) binder::refuse(&Column::target, Column::type::name, wrong, refused.text, refused.number);
    return wrong;
  });
}

/// What a vector of rows can be made of; apart from the rows themselves, so that `values({.id = 1})` is one row and
/// nothing else (g++ 12 would think of a vector, too).
template <class Rows, class Row>
concept rows_for = std::is_convertible_v<Rows, std::vector<Row>> && !std::is_convertible_v<Rows, Row>;

/// Many rows. Columns that all rows give travel as one array each, so the text has the same few parameters for every
/// number of rows:
///
///    ("a", "b") select unnest($1::text[]), unnest($2::integer[])
///
/// (In the select list, since in FROM the server would write the rows down before it reads them; that takes a fifth
/// longer. An array travels as its text: `unnest($3::text[])::integer[]`.)
/// Columns that no row gives are left to the database. Where some rows give a column and others leave it to its
/// default, only VALUES can say so, with `default` in those cells; such a batch is bound by the protocol's 65,535
/// parameters.
template <class Table>
struct batch_values {
  static constexpr auto part = clause::values;
  static constexpr bool size_known_at_run_time = true;
  using row_type = typename Table::template rows<insert_mode>;
  static constexpr std::size_t most_parameters = 65535;

  std::vector<row_type> rows;
  std::string_view overriding{};
  std::size_t rows_before = 0;  // that went by other statements; a row that is refused counts them

  static constexpr void render(sink& s) {
    s.text(" ");
    s.fragment();
  }

  /// How often each column is given, in the order of `each_written_column`, and whether the rows are alike in that: each
  /// column is given by all of them or by none, and some column is given.
  struct shape {
    std::vector<std::size_t> times{};
    bool is_uniform = false;
  };
  static shape shape_of(const std::vector<row_type>& all) {
    shape found;
    bool same = true, any = false;
    each_written_column<Table, insert_mode>([&]<std::size_t Index, class Column, class Field>() {
      const std::size_t times = times_given<Index, Column, Field>(all);
      same = same && (times == 0 || times == all.size());
      any = any || times > 0;
      found.times.push_back(times);
    });
    found.is_uniform = same && any;
    return found;
  }

  void bind(binder& b) const {
    if (rows.empty())
      throw empty_statement("virga: insert_into(" + std::string(Table::source::info.table) +
                            ").values(rows): there are no rows; test rows.empty() before inserting");
    b.enter();
    if (shape_of(rows).is_uniform) bind_arrays(b);
    else bind_cells(b);
    b.leave();
  }

 private:
  template <std::size_t Index, class Column, class Field>
  [[nodiscard]] static std::size_t times_given(const std::vector<row_type>& all) {
    using given = given_field<Column, Field>;
    if constexpr (!given::may_be_left_out) {
      return all.size();
    } else {
      std::size_t times = 0;
      for (const row_type& row : all)
        if (given::is_set(schema::field<Index>(row))) ++times;
      return times;
    }
  }

  void bind_arrays(binder& b) const {
    std::string names, values;
    each_written_column<Table, insert_mode>([&]<std::size_t Index, class Column, class Field>() {
      using type = types::travelling<typename Column::type>;
      if (times_given<Index, Column, Field>(rows) == 0) return;
      const std::string_view comma = names.empty() ? "" : ", ";
      names.append(comma).append(quoted_identifier(Column::name.view()));
      values.append(comma).append("unnest(").append(1, sink::fragment_parameter);
      values.append("::").append(types::array_of<type>::name).append(")");
      if (!types::array_element<typename Column::type>) values.append("::").append(name_in_cast<typename Column::type>);
      bind_cells_of<Column>(b, column_of_rows<std::vector<row_type>, reading_field<Index, Column, Field>>{rows});
    });
    b.fragment("(" + names + ")" + std::string(overriding) + " select " + values);
  }

  void bind_cells(binder& b) const {
    std::string text = "(";
    std::size_t cells = 0;
    each_written_column<Table, insert_mode>([&]<std::size_t Index, class Column, class Field>() {
      cells += times_given<Index, Column, Field>(rows);
      if (text.size() > 1) text += ", ";
      text += quoted_identifier(Column::name.view());
    });
    if (cells > most_parameters)
      throw error("virga: insert_into(" + std::string(Table::source::info.table) + ").values(rows): " +
                  std::to_string(rows.size()) + " rows of which some give a column that others leave to its default need " +
                  std::to_string(cells) + " parameters, and PostgreSQL takes 65535; give every row the same columns, or "
                  "insert fewer rows at once");
    text.append(")").append(overriding).append(" values ");
    std::size_t number = 0;
    for (const row_type& row : rows) {
      text += number == 0 ? "(" : ", (";
      b.row(rows_before + ++number);
      bool first = true;
      each_written_column<Table, insert_mode>([&]<std::size_t Index, class Column, class Field>() {
        using given = given_field<Column, Field>;
        const Field& field = schema::field<Index>(row);
        if (!first) text += ", ";
        first = false;
        if (!given::is_set(field)) {
          text += "default";
          return;
        }
        text += sink::fragment_parameter;
        given::bind(b, field);
      });
      text += ")";
    }
    b.row(0);
    b.fragment(text);
  }
};

}  // namespace virga::query
