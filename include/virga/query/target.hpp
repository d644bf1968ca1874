// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/projection.hpp"

namespace virga::query {

enum class command : unsigned char { insert_into, update, delete_from, merge_into };

/// `insert into "table"`, `update "table"`, `delete from "table"`: what a statement changes.
template <command Command, class Table>
struct target_clause {
  static constexpr auto part = clause::command;
  using table_type = Table;

  static constexpr void enter(scope& sources) { sources.enter(Table::source::info, false); }
  static constexpr void group(render::statement_facts& facts) { facts.changes_rows = true; }
  static constexpr void render(sink& s) {
    constexpr std::string_view words[] = {"insert into ", "update ", "delete from ", "merge into "};
    s.text(words[static_cast<int>(Command)]);
    s.source(Table::source::info);
  }
  void bind(binder&) const {}
};

/// A table that rows can be written to: an alias of one reads, and so does a common table expression.
template <class T>
concept writable_table = table_like<T> && T::source::info.kind == render::source_kind::table && T::source::info.alias.empty() &&
                         !requires { typename T::derived_kind; };

/// What stands in for a statement on something that is no table, so that its message is the only one.
struct no_statement {
  using refused_kind = no_statement;
  constexpr auto values(const auto&...) const { return *this; }
  constexpr auto set(const auto&...) const { return *this; }
  constexpr auto where(const auto&) const { return *this; }
  constexpr auto all_rows() const { return *this; }
  constexpr auto on_conflict(const auto&...) const { return *this; }
  constexpr auto do_nothing() const { return *this; }
  constexpr auto do_update(const auto&...) const { return *this; }
  constexpr auto returning(const auto&...) const { return *this; }
  constexpr auto columns(const auto&...) const { return *this; }
  constexpr auto select(const auto&) const { return *this; }
  constexpr auto default_values() const { return *this; }
  constexpr auto on_constraint(const auto&) const { return *this; }
  constexpr auto from(const auto&) const { return *this; }
  constexpr auto using_(const auto&) const { return *this; }
  constexpr auto inner_join(const auto&, const auto&) const { return *this; }
  constexpr auto left_join(const auto&, const auto&) const { return *this; }
  constexpr auto on(const auto&) const { return *this; }
  constexpr auto when_matched(const auto&...) const { return *this; }
  constexpr auto when_not_matched(const auto&...) const { return *this; }
  constexpr auto then_update(const auto&...) const { return *this; }
  constexpr auto then_delete() const { return *this; }
  constexpr auto then_insert(const auto&...) const { return *this; }
  constexpr std::string_view text() const { return {}; }
  constexpr auto all(const auto&...) const { return *this; }
  constexpr auto one(const auto&...) const { return *this; }
  constexpr auto first(const auto&...) const { return *this; }
  constexpr auto view(const auto&...) const { return *this; }
  constexpr auto stream(const auto&...) const { return *this; }
  constexpr void each(const auto&...) const {}
  constexpr std::size_t run(const auto&...) const { return 0; }
  constexpr auto try_all(const auto&...) const { return *this; }
  constexpr auto try_one(const auto&...) const { return *this; }
  constexpr auto try_first(const auto&...) const { return *this; }
  constexpr auto try_each(const auto&...) const { return *this; }
  constexpr auto try_run(const auto&...) const { return *this; }
};

/// Whether no column stands among some twice.
template <class... Columns>
consteval bool named_once() {
  const std::string_view names[] = {Columns::name.view()..., {}};
  for (std::size_t i = 0; i < sizeof...(Columns); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (names[i] == names[j]) return false;
  return true;
}

/// Whether a statement may give a column: none that the database alone writes; an insert that overrides identities gives
/// those.
template <class Column, bool Overriding = false>
inline constexpr bool is_given = !Column::info.has(render::trait::generated) ||
                                 (Overriding && Column::info.has(render::trait::identity));

/// The assignments of an insert or update, checked together.
template <class Table, bool Overriding, class... Assignments>
constexpr bool check_given() {
  constexpr bool are_assignments = (column_assignment<Assignments> && ...);
  static_assert(are_assignments, "virga: columns are given as assignments: users.name = \"Ann\"");
  if constexpr (are_assignments) {
    constexpr bool of_this_table = (std::same_as<typename Assignments::column::source, typename Table::source> && ...);
    static_assert(of_this_table, "virga: a column is assigned that belongs to another table");
    constexpr bool once = named_once<typename Assignments::column...>();
    static_assert(once, "virga: a column is assigned twice");
    constexpr bool given = (is_given<typename Assignments::column, Overriding> && ...);
    static_assert(given, "virga: the database alone writes this column (generated always); leave it out, or say "
                         "insert_into(…).overriding_system_value() for an identity");
    return of_this_table && once && given;
  } else {
    return false;
  }
}
template <class Table, class... Assignments>
constexpr bool check_assignments() {
  return check_given<Table, false, Assignments...>();
}

}  // namespace virga::query
