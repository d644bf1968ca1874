// SPDX-License-Identifier: BSL-1.0
//
// COPY … FROM STDIN: the fastest way of many rows into a table. Source: PostgreSQL manual, "COPY".
#pragma once
#include "virga/exec/copy_text.hpp"
#include "virga/pqxx/copy.hpp"
#include "virga/query/given_rows.hpp"
#include "virga/query/insert_from.hpp"

namespace virga {

namespace detail {

/// Sends lines in large pieces.
class copy_sender {
 public:
  /// The connection is lost.
  struct lost {};

  explicit copy_sender(connection::ongoing_copy& to) : to_(to) { buffer_.reserve(enough + enough / 2); }
  /// The line to append to.
  std::string& line() { return buffer_; }
  void end_line() {
    buffer_ += '\n';
    if (buffer_.size() >= enough) send();
  }
  void send() {
    constexpr std::size_t most = 1U << 26U;  // libpq counts in int
    for (std::string_view left = buffer_; !left.empty(); left.remove_prefix(std::min(most, left.size())))
      if (PQputCopyData(to_.handle(), left.data(), static_cast<int>(std::min(most, left.size()))) != 1) throw lost{};
    buffer_.clear();
  }

 private:
  static constexpr std::size_t enough = 1U << 16U;
  connection::ongoing_copy& to_;
  std::string buffer_;
};

/// A whole COPY: `feed(copy, sender)` writes the lines. Returns how many rows arrived. Run time: what `ongoing_copy`
/// and `feed` throw, nothing being done then.
template <class Feed>
std::size_t copy_in(connection& on, std::string_view text, std::string_view table, const std::source_location& where,
                    Feed&& feed) {
  connection::ongoing_copy copy(on, text, table, where);
  try {
    copy_sender to(copy);
    feed(copy, to);
    to.send();
  } catch (const copy_sender::lost&) {  // the end says why
  } catch (value_error& wrong) {
    wrong.happened_in(text, where);
    copy.refuse_rows();
    throw;
  } catch (...) {
    copy.refuse_rows();
    throw;
  }
  (void)PQputCopyEnd(copy.handle(), nullptr);
  return copy.finish();
}

/// A function that gives one row after another: an optional or a pointer, empty at the end.
template <class Source>
concept row_function = requires(Source& source) {
  *source();
  static_cast<bool>(source());
};
template <class Source>
concept row_range = requires(Source& source) {
  *std::begin(source);
};

template <class Source>
struct row_of_source {
  using type = void;
};
template <row_function Source>
struct row_of_source<Source> {
  using type = std::remove_cvref_t<decltype(*std::declval<Source&>()())>;
};
template <row_range Source>
struct row_of_source<Source> {
  using type = std::remove_cvref_t<decltype(*std::begin(std::declval<Source&>()))>;
};

/// `copy "users" ("email", "name") from stdin`.
template <class Table, class... Columns>
struct copy_into_text {
  static constexpr void render(render::sink& s) {
    s.text("copy ");
    s.source(Table::source::info);
    s.text(" (");
    render::list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view())), ...);
    s.text(") from stdin");
  }
};

/// Writes rows of one kind as lines.
template <class Table, class Row, class... Columns>
struct line_writer {
  static constexpr query::row_form form = query::form_of<Table, Row, sizeof...(Columns)>();

  static void write(const Row& row, std::size_t number, parameter_text& room, std::string& out) {
    if constexpr (form == query::row_form::fields) {
      query::each_column_of<Table>([&]<class Column>() {
        if constexpr (!(std::same_as<Column, Columns> || ...)) refuse_given<Column>(row, number);
      });
    }
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      (write_cell<Columns, Index>(row, number, room, out), ...);
    }
    (std::index_sequence_for<Columns...>{});
  }

 private:
  template <class Column, std::size_t Index>
  static void write_cell(const Row& row, std::size_t number, parameter_text& room, std::string& out) {
    const auto& given = query::given_by<form, Table, Column, Index>(row);
    if constexpr (Index != 0) out += '\t';
    if constexpr (query::may_be_unset<std::remove_cvref_t<decltype(given)>> &&
                  Column::info.has(render::trait::made_on_insert))
      if (!given.is_set()) {
        const auto made = query::made_on_insert<Column>::make();
        if (const fault wrong = types::append_element<typename Column::type, exec::copy_writer>(
                made, room, out, Column::target.modifier()))
          refuse<Column>(number, wrong, room.view());
        return;
      }
    // where there is no default, unset is null, as in an insert
    if constexpr (query::may_be_unset<std::remove_cvref_t<decltype(given)>> &&
                  (Column::info.has(render::trait::has_default) || !Column::info.has(render::trait::nullable)))
      if (!given.is_set()) refuse<Column>(number, "it is unset, and every row of a COPY gives the same columns");
    using type = typename Column::type;
    if (const fault wrong =
            types::append_element<type, exec::copy_writer>(query::held(given), room, out, Column::target.modifier()))
      refuse<Column>(number, wrong, room.view());
  }
  /// A value that would be lost without a word.
  template <class Column>
  static void refuse_given(const Row& row, std::size_t number) {
    const auto& given = query::given_by<form, Table, Column, 0>(row);
    if constexpr (query::may_be_unset<std::remove_cvref_t<decltype(given)>>)
      if (given.is_set())
        refuse<Column>(number, "copy_into() leaves this column to the database; name it in columns(…)");
  }
  template <class Column>
  [[noreturn]] static void refuse(std::size_t number, const char* why, std::string_view received = {}) {
    binder::refuse(&Column::target, Column::type::name, why, received, number);
  }
};

}  // namespace detail

/// A COPY into some columns of a table that knows where its rows come from.
template <class Table, class Source, class... Columns>
class copy_into_query {
  using row = typename detail::row_of_source<std::remove_reference_t<Source>>::type;
  using text_type = detail::copy_into_text<Table, Columns...>;

 public:
  explicit copy_into_query(Source&& source) : source_(static_cast<Source&&>(source)) {}

  /// The SQL, a constant of the program.
  [[nodiscard]] static constexpr std::string_view text() { return render::program_of<text_type>.view(); }

  /// Sends the rows; returns how many. All of them arrive or none. `Executor`: a database, a connection or a
  /// transaction. Run time: `value_error` and `database_error`, whose `row()` says which row it was; `query_cancelled`;
  /// `connection_error`; what the source throws. After all but a `connection_error` the connection can be used again,
  /// and a transaction can only be undone. A server that refuses a row says so when all have been sent.
  template <class Executor>
  std::size_t run(Executor&& on, std::source_location where = std::source_location::current()) {
    if constexpr (detail::check_copy_executor<Executor>()) {
      auto&& held = detail::connection_for_copy(on, where);
      return detail::copy_in(held.connection(), text(), Table::source::info.table, where,
                             [&](connection::ongoing_copy& copy, detail::copy_sender& to) {
                               parameter_text room;
                               std::size_t number = 0;
                               each_row([&](const row& one) {
                                 if (copy.may_be_stopped()) copy.refuse_stopped();
                                 detail::line_writer<Table, row, Columns...>::write(one, ++number, room, to.line());
                                 to.end_line();
                               });
                             });
    } else {
      return 0;
    }
  }

 private:
  template <class Function>
  void each_row(Function&& f) {
    if constexpr (detail::row_function<std::remove_reference_t<Source>>) {
      while (const auto one = source_()) f(*one);
    } else {
      for (auto&& one : source_) f(one);
    }
  }

  Source source_;  // a reference where it was given as one
};

namespace detail {

/// What stands in for a COPY that was refused, so that its message is the only one.
struct no_copy {
  constexpr auto columns(const auto&...) const { return *this; }
  constexpr auto from(const auto&) const { return *this; }
  static constexpr std::string_view text() { return {}; }
  std::size_t run(const auto&) const { return 0; }
};

/// Whether a source gives rows that hold some columns, said in words where not.
template <class Table, class Source, class... Columns>
constexpr bool check_source(type_list<Columns...>) {
  constexpr bool has_columns = sizeof...(Columns) > 0;
  static_assert(has_columns,
                "virga: every column of this table has a default; say which ones the rows fill: "
                "copy_into(t).columns(t.a, t.b)");
  using row = typename row_of_source<std::remove_reference_t<Source>>::type;
  constexpr bool gives_rows = !std::is_void_v<row>;
  static_assert(gives_rows,
                "virga: from() takes a range of rows, or a function that gives an optional row or a "
                "pointer to one, empty at the end");
  if constexpr (gives_rows && has_columns) {
    constexpr query::row_form form = query::form_of<Table, row, sizeof...(Columns)>();
    constexpr bool fits = form != query::row_form::none;
    static_assert(
        fits,
        "virga: a row of copy_into() is an infer_insert or infer_select of this table, a row of a select list, or "
        "a std::tuple of the values of columns(…), in that order");
    constexpr bool taken =
        query::elements_taken<form, Table, row>(type_list<Columns...>{}, type_list<typename Columns::type...>{});
    static_assert(taken, "virga: the values of this list do not convert to the array's element type without loss");
    return fits && taken;
  } else {
    return false;
  }
}

/// The columns that rows fill where nobody says which: all that an insert can write; of an infer_insert those without a
/// default.
template <class Table, class Row, class... Column>
constexpr auto columns_to_copy(type_list<Column...>) {
  constexpr bool leaves_defaults = std::same_as<Row, typename Table::template rows<insert_mode>>;
  return joined(type_list<>{}, std::conditional_t < leaves_defaults && Column::info.has(render::trait::has_default),
                type_list<>, type_list < Column >> {}...);
}

}  // namespace detail

/// A COPY into a table that knows which columns the rows fill.
template <class Table, class... Columns>
struct copy_into_columns {
  /// Where the rows come from: a range, which is walked once, or a function that gives an optional row or
  /// a pointer to one, empty at the end. Something that has a name is referred to, and outlives this.
  template <class Source>
  [[nodiscard]] auto from(Source&& source) const {
    if constexpr (detail::check_source<Table, Source>(type_list<Columns...>{}))
      return copy_into_query<Table, Source, Columns...>(static_cast<Source&&>(source));
    else
      return detail::no_copy{};
  }
};

/// A COPY into a table.
template <class Table>
struct copy_into_table {
  /// Which columns the rows fill, all of them in every row; the others are left to the database.
  /// Compile time: every column that is not null and has no default must be there, none twice, all of this table, none
  /// that the database alone writes.
  template <class... Columns>
  [[nodiscard]] constexpr auto columns(const Columns&...) const {
    static_assert(sizeof...(Columns) > 0, "virga: columns() needs the columns that the rows fill");
    if constexpr (sizeof...(Columns) == 0)
      return detail::no_copy{};
    else if constexpr (query::check_given_columns<Table, false, Columns...>())
      return copy_into_columns<Table, Columns...>{};
    else
      return detail::no_copy{};
  }
  /// The same for every column that an insert can write; of infer_insert rows, those without a default.
  template <class Source>
  [[nodiscard]] auto from(Source&& source) const {
    using row = typename detail::row_of_source<std::remove_reference_t<Source>>::type;
    constexpr auto columns = detail::columns_to_copy<Table, row>(query::written_columns<Table>());
    if constexpr (detail::check_source<Table, Source>(columns))
      return []<class... Column>(Source&& given, type_list<Column...>) {
        return copy_into_query<Table, Source, Column...>(static_cast<Source&&>(given));
      }(static_cast<Source&&>(source), columns);
    else
      return detail::no_copy{};
  }
};

/// Fills a table by COPY, the fastest way there is for thousands of rows and more, in constant memory:
///
///   copy_into(users).columns(users.email, users.name).from(rows).run(db);
///
/// A row is an infer_insert or infer_select of the table, a row of a select list, or a std::tuple of the columns'
/// values. All rows give the same columns; columns left out get their defaults, and so do those with a default where
/// `columns(…)` is not said and the rows are infer_insert: a row that gives a value for one of them is refused, not
/// changed. It answers no conflicts, returns no rows, and the server refuses it under row-level security; see
/// `insert_into(…).values(rows)` for those.
/// SQL: `copy "users" ("email", "name") from stdin`.
template <class Table>
[[nodiscard]] constexpr auto copy_into(const Table&) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: copy_into() takes a table itself, not an alias of one");
  if constexpr (is_table)
    return copy_into_table<Table>{};
  else
    return detail::no_copy{};
}

}  // namespace virga
