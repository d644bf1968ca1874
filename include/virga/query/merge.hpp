// SPDX-License-Identifier: BSL-1.0
//
// MERGE, from PostgreSQL 15 on. Source: PostgreSQL manual, "MERGE".
#pragma once
#include "virga/expr/function.hpp"
#include "virga/query/from.hpp"
#include "virga/query/overriding.hpp"
#include "virga/query/set.hpp"
#include "virga/query/statement.hpp"
#include "virga/types/string.hpp"

namespace virga {

namespace query {

/// ` on predicate`: which rows of the source and the target belong together.
template <class Predicate>
struct merge_on_clause {
  static constexpr auto part = clause::where;
  [[no_unique_address]] Predicate condition;

  static constexpr void render(sink& s) {
    refuse_optional<Predicate>(s);
    s.text(" on ");
    Predicate::render(s);
  }
  void bind(binder& b) const { condition.bind(b); }
};

/// ` when matched and predicate then …`, ` when not matched …`.
template <clause Part, class Predicate, class Action>
struct when_clause {
  static constexpr auto part = Part;
  static constexpr bool takes_every_row = std::same_as<Predicate, no_predicate>;
  [[no_unique_address]] Predicate condition;
  [[no_unique_address]] Action action;

  static constexpr void render(sink& s) {
    s.text(Part == clause::matched ? " when matched" : " when not matched");
    if constexpr (!takes_every_row) {
      refuse_optional<Predicate>(s);
      s.text(" and ");
      render_operand<Predicate>(s, precedence::conjunction);
    }
    s.text(" then ");
    s.text(Action::words);
    Action::render(s);
  }
  void bind(binder& b) const {
    condition.bind(b);
    action.bind(b);
  }
};

/// What becomes of a row.
template <class Set>
struct merge_update : Set {
  static constexpr std::string_view words = "update";
};
template <class Values>
struct merge_insert : Values {
  static constexpr std::string_view words = "insert";
};
template <fixed_string Words>
struct merge_words {
  static constexpr std::string_view words = Words.view();
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};

/// Whether a chain has a part of some kind that takes every row that is left.
template <class Chain, clause Part>
constexpr bool takes_every_row() {
  if constexpr (std::same_as<Chain, nothing>)
    return false;
  else if constexpr (requires { requires Chain::clause_type::takes_every_row && Chain::clause_type::part == Part; })
    return true;
  else
    return takes_every_row<typename Chain::previous_type, Part>();
}

}  // namespace query

/// What may follow `when_matched(…)` and `when_not_matched(…)` of a merge.
template <class Merge, class Table, render::clause Part, class Predicate, overriding What = overriding::nothing>
struct merge_part {
  Merge merge;
  [[no_unique_address]] Predicate condition;

  /// The row of the table is changed. SQL: ` then update set …`.
  template <class... Assignments>
  [[nodiscard]] constexpr auto then_update(Assignments... assignments) const {
    static_assert(Part == render::clause::matched,
                  "virga: a row that is not matched is no row of the table; then_update() follows when_matched()");
    static_assert(sizeof...(Assignments) > 0, "virga: then_update() needs something to change: users.name = \"Ann\"");
    if constexpr (query::check_assignments<Assignments...>() &&
                  query::check_assigned<Table, false>(query::columns_of_given<Assignments...>())) {
      auto set = query::completed<query::set_clause, Table, render::trait::made_on_update>(std::move(assignments)...);
      return then(query::merge_update<decltype(set)>{std::move(set)});
    } else {
      return merge.then(query::no_clause<Part>());
    }
  }
  /// The row of the table goes. SQL: ` then delete`.
  [[nodiscard]] constexpr auto then_delete() const {
    static_assert(Part == render::clause::matched,
                  "virga: a row that is not matched is no row of the table; then_delete() follows when_matched()");
    return then(query::merge_words<"delete">{});
  }
  /// The row of the source becomes one of the table; the assignments read the source alone. Other columns are left to
  /// the database. Compile time: as for `insert_into(…).values(…)`. SQL: ` then insert ("a", "b") values (…)`.
  template <class... Assignments>
  [[nodiscard]] constexpr auto then_insert(Assignments... assignments) const {
    static_assert(Part == render::clause::not_matched,
                  "virga: a row that is matched is in the table already; then_insert() follows when_not_matched()");
    static_assert(sizeof...(Assignments) > 0, "virga: then_insert() needs a row: users.email = source.email");
    if constexpr (query::check_single_assignments<Assignments...>() &&
                  query::check_assigned<Table, What != overriding::nothing>(
                      query::columns_of_given<Assignments...>())) {
      if constexpr (!query::gives_all_required<Table, render::trait::made_on_insert, typename Assignments::column...>())
        static_assert(
            excused<query::about_missing<Table, render::trait::made_on_insert, typename Assignments::column...>>,
            "virga: then_insert() leaves out a column that is not null and has no default; give it a value");
      auto values = query::rows_given<What>(
          query::completed<query::assigned_values, Table, render::trait::made_on_insert>(std::move(assignments)...));
      return then(query::merge_insert<decltype(values)>{std::move(values)});
    } else {
      return merge.then(query::no_clause<Part>());
    }
  }
  /// Values for identity columns are taken, of those that are always generated, too. SQL: ` overriding system value`.
  [[nodiscard]] constexpr auto overriding_system_value() const {
    return merge_part<Merge, Table, Part, Predicate, overriding::system_value>{merge, condition};
  }
  /// The row stays out of it, or as it is. SQL: ` then do nothing`.
  [[nodiscard]] constexpr auto do_nothing() const { return then(query::merge_words<"do nothing">{}); }

 private:
  template <class Action>
  [[nodiscard]] constexpr auto then(Action action) const {
    return merge.then(query::when_clause<Part, Predicate, Action>{condition, std::move(action)});
  }
};

/// A merge as far as it was said. A value: extend it twice, and neither changes the other.
template <class Table, class Previous, class Clause>
struct merge_query : statement_base<merge_query<Table, Previous, Clause>> {
  using previous_type = Previous;
  using clause_type = Clause;

  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;

  /// What becomes of a pair of rows that belong together, and fit the condition, if there is one. The first part that a
  /// row fits is the one that counts. SQL: ` when matched and predicate then …`.
  /// Compile time: none after one that takes every row.
  template <class... Predicate>
  requires(sizeof...(Predicate) < 2) [[nodiscard]] constexpr auto when_matched(Predicate... condition) const {
    (query::check_predicate<Predicate>(), ...);
    return begin_part<render::clause::matched>(std::move(condition)...);
  }
  /// What becomes of a row of the source that no row of the table belongs to; the condition reads the source alone.
  /// SQL: ` when not matched and predicate then …`.
  template <class... Predicate>
  requires(sizeof...(Predicate) < 2) [[nodiscard]] constexpr auto when_not_matched(Predicate... condition) const {
    (query::check_predicate<Predicate>(), ...);
    return begin_part<render::clause::not_matched>(std::move(condition)...);
  }

  /// What comes back of the rows that were changed, deleted and inserted: columns of the table and of the source,
  /// `merge_action()`, or without any the table's row. (Of a row that was deleted, what it was.) PostgreSQL 17 and
  /// later. SQL: ` returning …`. Run time: `database_error` 42601 of an older server.
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) const {
    query::check_items<Items...>();
    if constexpr (sizeof...(Items) == 0)
      return then(query::returning(Table{}));
    else
      return then(query::returning<Items...>(std::move(items)...));
  }

  static constexpr void render(sink& s) {
    constexpr bool acts = query::has_clause<merge_query, render::clause::matched> ||
                          query::has_clause<merge_query, render::clause::not_matched>;
    if (!acts) s.broken(render::rule::merge_without_action);
    query::render_statement<merge_query, render::clause::returning>(s);
  }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) const {
    return merge_query<Table, merge_query, Next>{{}, *this, std::move(next)};
  }

 private:
  template <render::clause Part>
  [[nodiscard]] constexpr auto begin_part() const {
    return begin_part<Part>(query::no_predicate{});
  }
  template <render::clause Part, class Predicate>
  [[nodiscard]] constexpr auto begin_part(Predicate condition) const {
    static_assert(
        !query::takes_every_row<merge_query, Part>(),
        "virga: a part of this merge before takes every row that is left, so that none comes here; give that a "
        "condition, or put it last");
    if constexpr (std::same_as<Predicate, query::no_predicate> || predicate<Predicate>)
      return merge_part<merge_query, Table, Part, Predicate>{*this, std::move(condition)};
    else
      return merge_part<merge_query, Table, Part, refused>{*this, {}};
  }
};

/// A merge that knows its source.
template <class Table, class Previous>
struct merge_source {
  Previous previous;

  /// Tables joined to the source; the conditions do not read the table that is merged into.
  /// SQL: ` inner join "table" on predicate`, ` left join …`.
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto inner_join(const Other& other, Predicate on) const {
    query::check_table<Other>();
    query::check_predicate<Predicate>();
    return joined(query::make_join<query::join_kind::inner>(other, std::move(on)));
  }
  template <class Other, class Predicate>
  [[nodiscard]] constexpr auto left_join(const Other& other, Predicate on) const {
    query::check_table<Other>();
    query::check_predicate<Predicate>();
    return joined(query::make_join<query::join_kind::left>(other, std::move(on)));
  }
  /// Which rows of the source and of the table belong together. SQL: ` on predicate`.
  template <class Predicate>
  [[nodiscard]] constexpr auto on(Predicate condition) const {
    query::check_predicate<Predicate>();
    using clause = std::conditional_t<predicate<Predicate>, query::merge_on_clause<Predicate>,
                                      query::no_clause<render::clause::where>>;
    return merge_query<Table, Previous, clause>{{}, previous, clause{std::move(condition)}};
  }

 private:
  template <class Join>
  [[nodiscard]] constexpr auto joined(Join join) const {
    return merge_source<Table, query::link<Previous, Join>>{{previous, std::move(join)}};
  }
};

/// A merge that knows its table.
template <class Table, class Previous>
struct merge_target {
  Previous previous;

  /// The rows that come in: a table, an alias, a common table expression, a query or `values(…)` under a name; joins
  /// may follow. SQL: ` using "table"`.
  template <class Source>
  [[nodiscard]] constexpr auto using_(const Source& source) const {
    query::check_table<Source>();
    if constexpr (query::table_like<Source>) {
      using with_source = query::link<Previous, query::using_clause<Source>>;
      return merge_source<Table, with_source>{{previous, {{query::source_entry<Source>(source)}}}};
    } else {
      using without = query::link<Previous, query::no_clause<render::clause::from>>;
      return merge_source<Table, without>{{previous, {}}};
    }
  }
};

/// What a merge did with a row that it returns: "INSERT", "UPDATE" or "DELETE". text, never null. PostgreSQL 17 and
/// later; in `returning` of a merge alone. SQL: `merge_action()`.
[[nodiscard]] constexpr auto merge_action() { return call<"merge_action", types::text()>(); }

/// Begins a merge after what stands before it.
template <class Table, class Previous>
[[nodiscard]] constexpr auto begin_merge(const Table&, Previous previous) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: merge_into() takes a table itself, not an alias of one");
  using target = query::link<Previous, query::target_clause<query::command::merge_into, Table>>;
  if constexpr (query::writable_table<Table>)
    return merge_target<Table, target>{{std::move(previous), {}}};
  else
    return query::no_statement{};
}

/// Begins a merge, which changes, deletes and inserts rows of a table in one statement, as those of a source ask for:
/// `merge_into(stock).using_(news).on(stock.id == news.id).when_matched().then_update(stock.n = news.n)
/// .when_not_matched().then_insert(stock.id = news.id, stock.n = news.n).run(db)`. PostgreSQL 15 and later.
/// Run time: `database_error` 21000 where two rows of the source change one of the table.
template <class Table>
[[nodiscard]] constexpr auto merge_into(const Table& table) {
  return begin_merge(table, query::nothing{});
}

}  // namespace virga
