// SPDX-License-Identifier: BSL-1.0
//
// Many rows into a table, by the way that suits their number.
// Source: PostgreSQL manual, "Populating a Database"; "COPY".
#pragma once
#include "virga/pqxx/copy_into.hpp"
#include "virga/query/insert.hpp"

namespace virga {

/// How rows were inserted.
enum class bulk_method : unsigned char {
  values,  // insert … values, with `default` in cells; in several statements where one would have too many values
  unnest,  // one insert, a column's values being one array
  copy,    // COPY … FROM STDIN
};

struct bulk_result {
  std::size_t rows;
  bulk_method method;
};

namespace detail {

/// `copy "users" (`
template <class Table>
struct copy_prefix {
  static constexpr void render(render::sink& s) {
    s.text("copy ");
    s.source(Table::source::info);
    s.text(" (");
  }
};

/// Runs `f` in a transaction: the one given, or one of its own.
template <class Function>
void in_one_transaction(database& on, const std::source_location& where, Function&& f) {
  on.transaction(f, {}, where);
}
template <class Function>
void in_one_transaction(connection& on, const std::source_location& where, Function&& f) {
  transaction mine(on, {}, where);
  f(mine);
  mine.commit(where);
}
template <class Function>
void in_one_transaction(transaction& on, const std::source_location&, Function&& f) {
  f(on);
}

}  // namespace detail

/// Rows that are about to be inserted.
template <class Table, class Rows>
class bulk_insert_query {
 public:
  using row = typename Table::template rows<insert_mode>;

  /// See `copy_from`. Measured with rows of eight columns: on a socket of the same machine COPY takes half the time of
  /// unnest for 10 rows, 0.7 of it for 100, 0.8 for 10,000. But it waits for one answer more, and from a hundred rows
  /// on it saves what that takes in a local network.
  static constexpr std::size_t copy_from_default = 100;

  explicit bulk_insert_query(Rows&& rows) : rows_(static_cast<Rows&&>(rows)) {}

  /// COPY is used for so many rows and more; for none where it is given SIZE_MAX, as a table under row-level security
  /// needs, to which the server lets nobody COPY.
  [[nodiscard]] bulk_insert_query&& copy_from(std::size_t rows) && {
    copy_from_ = rows;
    return std::move(*this);
  }

  /// Inserts the rows, all of them or none; returns how many there were, and how. Whatever the way, what a row leaves
  /// out gets its default, rows count identities in their order, and `default_fn` makes its values. `Executor`: a
  /// database, a connection or a transaction. Run time: `value_error`; `database_error`, which names the row if it was
  /// a COPY; `empty_statement` where there are no rows.
  template <class Executor>
  bulk_result run(Executor&& on, std::source_location where = std::source_location::current()) const {
    if constexpr (detail::check_copy_executor<Executor>()) {
      if (rows_.empty())
        throw empty_statement("virga: bulk_insert(" + std::string(Table::source::info.table) +
                                  ", rows): there are no rows; test rows.empty() before inserting",
                              where);
      const auto shape = query::batch_values<Table>::shape_of(rows_);
      if (!shape.is_uniform) return {run_values(on, where), bulk_method::values};
      if (rows_.size() < copy_from_) return {insert_into(Table{}).values(rows_).run(on, where), bulk_method::unnest};
      auto&& held = detail::connection_for_copy(on, where);
      return {run_copy(held.connection(), shape.times, where), bulk_method::copy};
    } else {
      return {0, bulk_method::values};
    }
  }

 private:
  static constexpr std::size_t most_rows_of_values() {
    std::size_t columns = 0;
    query::each_written_column<Table, insert_mode>([&]<std::size_t, class, class>() { ++columns; });
    return query::batch_values<Table>::most_parameters / columns;
  }
  template <class Executor>
  std::size_t run_values(Executor& on, const std::source_location& where) const {
    constexpr std::size_t most = most_rows_of_values();
    if (rows_.size() <= most) return insert_into(Table{}).values(rows_).run(on, where);
    std::size_t count = 0;
    detail::in_one_transaction(on, where, [&](transaction& tx) {
      count = 0;  // it may run again
      for (auto from = rows_.begin(); from != rows_.end();) {
        const auto to = from + std::min<std::ptrdiff_t>(most, rows_.end() - from);
        auto part = insert_into(Table{}).values(std::vector<row>(from, to));
        part.clause.rows_before = static_cast<std::size_t>(from - rows_.begin());
        count += part.run(tx, where);
        from = to;
      }
    });
    return count;
  }

  std::size_t run_copy(connection& on, const std::vector<std::size_t>& times, const std::source_location& where) const {
    std::string text(render::program_of<detail::copy_prefix<Table>>.view());
    bool is_first = true;
    std::size_t place = 0;
    query::each_written_column<Table, insert_mode>([&]<std::size_t, class Column, class>() {
      if (times[place++] == 0) return;
      if (!std::exchange(is_first, false)) text += ", ";
      text += quoted_identifier(Column::name.view());
    });
    text += ") from stdin";
    return detail::copy_in(on, text, Table::source::info.table, where,
                           [&](connection::ongoing_copy& copy, detail::copy_sender& to) {
                             parameter_text room;
                             std::size_t number = 0;
                             for (const row& one : rows_) {
                               if (copy.may_be_stopped()) copy.refuse_stopped();
                               write(one, times, ++number, room, to.line());
                               to.end_line();
                             }
                           });
  }
  static void write(const row& from, const std::vector<std::size_t>& times, std::size_t number, parameter_text& room,
                    std::string& out) {
    bool is_first = true;
    std::size_t place = 0;
    query::each_written_column<Table, insert_mode>([&]<std::size_t Index, class Column, class Field>() {
      if (times[place++] == 0) return;
      if (!std::exchange(is_first, false)) out += '\t';
      const auto& given = query::reading_field<Index, Column, Field>::read(from);
      if (const fault wrong = types::append_element<typename Column::type, exec::copy_writer>(
              given, room, out, Column::target.modifier()))
        render::binder::refuse(&Column::target, Column::type::name, wrong, room.view(), number);
    });
  }

  Rows rows_;  // a reference where they were given by name
  std::size_t copy_from_ = copy_from_default;
};

/// Inserts many rows by whatever is fastest for them, and says which that was:
///
///   auto [rows, method] = bulk_insert(users, newcomers).run(db);
///
/// From a hundred rows on that is COPY (fewer do not make up for the answer more that it waits for); fewer go by one
/// `insert … select unnest(…)`; rows of which some give a column that others leave to its default go by
/// `insert … values`. Row triggers fire the same. It answers no conflicts and returns no rows: see
/// `insert_into(users).values(rows)` for that, and `copy_into` for rows that are not in memory.
/// Compile time: `rows` is a vector of infer_insert of this table. One that has a name is referred to, and outlives
/// this.
template <class Table, class Rows>
[[nodiscard]] auto bulk_insert(const Table&, Rows&& rows) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: bulk_insert() takes a table itself, not an alias of one");
  if constexpr (is_table) {
    constexpr bool fits =
        std::same_as<std::remove_cvref_t<Rows>, std::vector<typename Table::template rows<insert_mode>>>;
    static_assert(
        fits, "virga: bulk_insert() takes a std::vector of infer_insert of this table; copy_into() takes other ranges");
    if constexpr (fits)
      return bulk_insert_query<Table, Rows>(static_cast<Rows&&>(rows));
    else
      return detail::no_copy{};
  } else {
    return detail::no_copy{};
  }
}

}  // namespace virga
