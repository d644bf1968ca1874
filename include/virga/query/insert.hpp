// SPDX-License-Identifier: BSL-1.0
//
// INSERT. Source: PostgreSQL manual, "INSERT".
#pragma once
#include "virga/query/on_conflict.hpp"
#include "virga/query/overriding.hpp"
#include "virga/query/statement.hpp"

namespace virga {

/// What may follow a conflict target.
template <class Insert, class Table, class Target>
struct conflict_part {
  Insert insert;
  [[no_unique_address]] Target target;

  /// The rows that a partial unique index covers: `on_conflict(users.email).where(is_null(users.deleted_at))`. Its values
  /// become literals, since the server must know them to find the index.
  /// SQL: ` on conflict (…) where predicate`. Run time: `database_error` 42P10 where there is no such index.
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) const {
    query::check_predicate<Predicate>();
    constexpr bool fits = predicate<Predicate> && Target::takes_predicate;
    static_assert(Target::takes_predicate, "virga: where() of a conflict belongs to columns or expressions, and is said once");
    if constexpr (fits) {
      auto partial = target.with(std::move(condition));
      return conflict_part<Insert, Table, decltype(partial)>{insert, std::move(partial)};
    } else {
      return *this;
    }
  }
  /// The row that is there stays. SQL: ` on conflict (…) do nothing`.
  [[nodiscard]] constexpr auto do_nothing() const& { return conflict_part(*this).do_nothing(); }
  [[nodiscard]] constexpr auto do_nothing() && {
    if constexpr (Target::check()) return std::move(insert).then(query::do_nothing_clause<Target>{std::move(target)});
    else return std::move(insert).then(query::no_clause<render::clause::conflict>());
  }
  /// The row that is there is changed: `do_update(users.name = excluded(users).name)`. A `where(…)` after it says which.
  /// SQL: ` on conflict (…) do update set …`.
  template <class... Assignments>
  [[nodiscard]] constexpr auto do_update(Assignments... assignments) const& {
    return conflict_part(*this).do_update(std::move(assignments)...);
  }
  template <class... Assignments>
  [[nodiscard]] constexpr auto do_update(Assignments... assignments) && {
    static_assert(!Target::is_any, "virga: do_update() needs to know which conflict it answers: on_conflict(users.email)");
    static_assert(sizeof...(Assignments) > 0, "virga: do_update() needs at least one assignment; or say do_nothing()");
    if constexpr (Target::check() && query::check_assignments<Assignments...>() &&
                  query::check_assigned<Table, false>(query::columns_of_given<Assignments...>())) {
      auto set = query::completed<query::set_clause, Table, render::trait::made_on_update>(std::move(assignments)...);
      using clause = query::do_update_clause<Table, Target, decltype(set)>;
      return std::move(insert).then(clause{std::move(target), std::move(set)});
    } else {
      return std::move(insert).then(query::no_clause<render::clause::conflict>());
    }
  }
};

/// An insert as far as it was said. A value: extend it twice, and neither changes the other.
template <class Table, class Previous, class Clause>
struct insert_query : statement_base<insert_query<Table, Previous, Clause>>,
                      rows_of_insert<insert_query<Table, Previous, Clause>, Table, overriding::nothing> {
  using previous_type = Previous;
  using clause_type = Clause;

  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;

  /// What the rows are given to: this.
  [[nodiscard]] constexpr const insert_query& begun() const { return *this; }

  /// Values that are given for identity columns are taken, of those that are always generated, too; rows follow at once:
  /// `insert_into(posts).overriding_system_value().values(posts.id = 7, …)`. SQL: ` overriding system value`.
  [[nodiscard]] constexpr auto overriding_system_value() const {
    return overriding_insert<insert_query, Table, overriding::system_value>(*this);
  }
  /// Values that are given for identity columns are passed over: the database counts on. SQL: ` overriding user value`.
  [[nodiscard]] constexpr auto overriding_user_value() const {
    return overriding_insert<insert_query, Table, overriding::user_value>(*this);
  }
  /// One row in which the database fills every column. SQL: ` default values`.
  /// Compile time: every column may be null or has a default.
  [[nodiscard]] constexpr auto default_values() const {
    constexpr bool complete = query::gives_all_required<Table, render::trait::none>();
    if constexpr (!complete)
      static_assert(excused<query::about_missing<Table, render::trait::none>>,
                    "virga: default_values() leaves out a column that is not null and has no default; say values(…)");
    return then(query::default_values_clause{});
  }
  /// Which rows `do_update(…)` changes. It may read the row that is there and `excluded(table)`, the one kept out.
  /// SQL: ` do update set … where predicate`.
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) const& {
    return insert_query(*this).where(std::move(condition));
  }
  template <class Predicate>
  [[nodiscard]] constexpr auto where(Predicate condition) && {
    query::check_predicate<Predicate>();
    using conflict = query::clause_in<insert_query, render::clause::conflict>;
    constexpr bool updates = !std::same_as<conflict, query::nothing> && !requires { conflict::changes_nothing; };
    static_assert(updates, "virga: where() of an insert belongs to do_update(); an insert by itself has no condition");
    if constexpr (predicate<Predicate> && updates)
      return std::move(*this).then(query::conflict_where_clause<Predicate>{std::move(condition)});
    else return std::move(*this).then(query::no_clause<render::clause::conflict_where>());
  }
  /// Which conflict the next word answers, by the name of a constraint. SQL: ` on conflict on constraint "name"`.
  /// Compile time: the table does not declare it as a check, a foreign key or an index. Run time: `database_error` 42704
  /// where the database has none of this name.
  template <fixed_string Name>
  [[nodiscard]] constexpr auto on_constraint(name_literal<Name>) const& {
    query::check_constraint<Table, Name>();
    return conflict_part<insert_query, Table, query::constraint_target<Name>>{*this, {}};
  }
  template <fixed_string Name>
  [[nodiscard]] constexpr auto on_constraint(name_literal<Name>) && {
    query::check_constraint<Table, Name>();
    return conflict_part<insert_query, Table, query::constraint_target<Name>>{std::move(*this), {}};
  }

  /// Which conflict the next word answers: the columns of one key of the table, or none for any. Expressions, and
  /// `where(…)` after it, name a unique index: `on_conflict(lower(users.email)).where(users.active)`.
  /// SQL: ` on conflict ("a", (lower("b")))`.
  /// Compile time: columns alone must be exactly those of a primary key, unique column, unique constraint or unique index.
  /// Run time: `database_error` 42P10 where no index is made of such expressions.
  template <class... Items>
  [[nodiscard]] constexpr auto on_conflict(Items... items) const& {
    return insert_query(*this).on_conflict(std::move(items)...);
  }
  template <class... Items>
  [[nodiscard]] constexpr auto on_conflict(Items... items) && {
    constexpr bool fits = (expression<Items> && ...);
    static_assert(fits, "virga: on_conflict() takes columns of this table, and expressions of them");
    if constexpr (fits) {
      using target = query::conflict_target<Table, null_value, Items...>;
      return conflict_part<insert_query, Table, target>{std::move(*this), {{{std::move(items)}...}, null}};
    } else {
      return query::no_statement{};
    }
  }

  /// What comes back: columns and expressions, or without any the whole row. SQL: ` returning …`.
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) const& {
    return insert_query(*this).returning(std::move(items)...);
  }
  template <class... Items>
  [[nodiscard]] constexpr auto returning(Items... items) && {
    query::check_items<Items...>();
    return std::move(*this).then(query::returning<Items...>(std::move(items)...));
  }

  static constexpr void render(sink& s) {
    if (!query::has_clause<insert_query, render::clause::values>) s.broken(render::rule::insert_without_values);
    query::render_statement<insert_query, render::clause::returning>(s);
  }
  void bind(binder& b) const { query::bind_clauses(*this, b); }

  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) const& {
    return insert_query<Table, insert_query, Next>{{}, {}, *this, std::move(next)};
  }
  template <class Next>
  [[nodiscard]] constexpr auto then(Next next) && {
    return insert_query<Table, insert_query, Next>{{}, {}, std::move(*this), std::move(next)};
  }
};

/// Begins an insert after what stands before it.
template <class Table, class Previous>
[[nodiscard]] constexpr auto begin_insert(const Table&, Previous previous) {
  constexpr bool is_table = query::writable_table<Table>;
  static_assert(is_table, "virga: insert_into() takes a table itself, not an alias of one");
  using target = query::target_clause<query::command::insert_into, Table>;
  if constexpr (query::writable_table<Table>)
    return insert_query<Table, Previous, target>{{}, {}, std::move(previous), {}};
  else return query::no_statement{};
}

/// Begins an insert.
template <class Table>
[[nodiscard]] constexpr auto insert_into(const Table& table) {
  return begin_insert(table, query::nothing{});
}

}  // namespace virga
