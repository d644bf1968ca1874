// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/query/projection.hpp"
#include "virga/query/using_columns.hpp"

namespace virga::query {

/// What an entry of FROM has to keep of its table: nothing of one that the database holds, a query's values.
template <class Table>
struct source_entry {
  constexpr explicit source_entry(const Table&) {}
  static constexpr void render(sink& s) {
    s.source(Table::source::info);
    Table::source::check(s);
  }
  void bind(binder&) const {}
};
template <class Table>
requires requires { typename Table::derived_kind; }
struct source_entry<Table> {
  Table table;
  constexpr explicit source_entry(const Table& given) : table(given) {}
  static constexpr void render(sink& s) { Table::render_source(s); }
  void bind(binder& b) const { table.bind(b); }
};

/// A source enters. One that is lateral notes which of its columns are null where a row before it is absent.
template <class Table>
constexpr void enter_source(scope& sources, bool optional) {
  sources.enter(Table::source::info, optional);
  if constexpr (requires { Table::note_nulls(sources); }) Table::note_nulls(sources);
}

/// ` from "table"`.
template <class Table>
struct from_clause {
  static constexpr auto part = clause::from;
  using table_type = Table;

  [[no_unique_address]] source_entry<Table> table;

  static constexpr void enter(scope& sources) { enter_source<Table>(sources, false); }
  static constexpr void render(sink& s) {
    s.text(" from ");
    source_entry<Table>::render(s);
  }
  void bind(binder& b) const { table.bind(b); }
};

/// ` using "table"`, the FROM of a delete and of a merge.
template <class Table>
struct using_clause : from_clause<Table> {
  static constexpr void render(sink& s) {
    s.text(" using ");
    source_entry<Table>::render(s);
  }
};

enum class join_kind : unsigned char { inner, left, right, full, cross };

/// ` left join "table" on …`.
template <join_kind Kind, class Table, class Predicate>
struct join_clause {
  static constexpr auto part = clause::join;
  using table_type = Table;

  [[no_unique_address]] source_entry<Table> table;
  [[no_unique_address]] Predicate on;

  static constexpr void enter(scope& sources) {
    if (Kind == join_kind::right || Kind == join_kind::full) sources.make_all_optional();
    enter_source<Table>(sources, Kind == join_kind::left || Kind == join_kind::full);
  }
  static constexpr void render(sink& s) {
    constexpr std::string_view names[] = {" inner join ", " left join ", " right join ", " full join ", " cross join "};
    s.text(names[static_cast<int>(Kind)]);
    constexpr bool left_absent = Kind == join_kind::right || Kind == join_kind::full;
    constexpr bool right_absent = Kind == join_kind::left || Kind == join_kind::full;
    const std::size_t begin = s.begin_joined(left_absent);
    source_entry<Table>::render(s);
    s.end_joined(begin, left_absent, right_absent);
    if constexpr (Kind != join_kind::cross) {
      if constexpr (Predicate::dynamic) {
        s.group(" on ", true);
        render_item<Predicate>(s, "");
        s.group_end();
      } else if constexpr (requires { Predicate::template render_for<Table>(s); }) {
        Predicate::template render_for<Table>(s);
      } else {
        s.text(" on ");
        Predicate::render(s);
      }
    }
  }
  void bind(binder& b) const {
    table.bind(b);
    on.bind(b);
  }
};

/// The condition of a cross join.
struct no_predicate {
  static constexpr bool dynamic = false;
  void bind(binder&) const {}
};

/// What FROM and joins need of their table.
template <class Table>
[[gnu::always_inline]] constexpr void check_table() {
  constexpr bool is_table = table_like<Table>;
  if constexpr (requires { typename Table::optional_table_kind; })
    static_assert(is_table, "virga: only_if(flag, table) stands in left_join(), where its columns may be null");
  else
    static_assert(is_table,
                  "virga: from() and joins take a table, an alias of one, a common table expression, or rows "
                  "under a name: select(…).from(…).as(\"name\"_name), generate_series(1, 9).as(\"n\"_name)");
}

/// Says in words what from() and joins lack where they get another number of arguments than they take.
template <class... Tables>
constexpr void refuse_from() {
  constexpr bool one = sizeof...(Tables) == 1;  // clang would say in three lines more what else it evaluates to
  static_assert(one, "virga: from() takes one table; join the others: .inner_join(posts, …), .cross_join(posts)");
}
template <class Table>
constexpr void refuse_join() {
  static_assert(
      !std::same_as<Table, Table>,
      "virga: a join takes a table and a condition: .inner_join(posts, posts.author_id == users.id); one without "
      "is a .cross_join(posts)");
}

template <class Table>
using from_type = std::conditional_t<table_like<Table>, from_clause<Table>, no_clause<clause::from>>;
template <class Table>
using cross_join_type =
    std::conditional_t<table_like<Table>, join_clause<join_kind::cross, Table, no_predicate>, no_clause<clause::join>>;
template <join_kind Kind, class Table, class Predicate>
using join_type = std::conditional_t<predicate<Predicate> && table_like<Table>, join_clause<Kind, Table, Predicate>,
                                     no_clause<clause::join>>;

template <join_kind Kind, class Table, class Predicate>
[[nodiscard, gnu::always_inline]] constexpr auto make_join(const Table& table, Predicate on) {
  if constexpr (requires { typename Predicate::using_kind; } && table_like<Table>) {
    using joined = typename Predicate::template joined_to<Table>;
    static_assert(
        joined::before,
        "virga: using_() takes columns of the tables before the joined one, which has some of the same names");
    static_assert(joined::found,
                  "virga: using_() names a column that the joined table does not have; write the condition out");
    static_assert(
        joined::fits,
        "virga: using_() names a column that has another SQL type in the joined table; they cannot be compared");
  }
  return join_type<Kind, Table, Predicate>{source_entry<Table>(table), std::move(on)};
}

}  // namespace virga::query
