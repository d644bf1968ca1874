// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/set.hpp"
#include "virga/query/where.hpp"
#include "virga/schema/extras.hpp"

namespace virga::query {

/// The conflict that ` on conflict` answers: one of some columns, of a constraint, or any.
template <class... Columns>
struct columns_target {
  static constexpr bool is_any = sizeof...(Columns) == 0;
  static constexpr void render(sink& s) {
    if (is_any) return;
    s.text(" (");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view())), ...);
    s.text(")");
  }
};
template <fixed_string Name>
struct constraint_target {
  static constexpr bool is_any = false;
  static constexpr void render(sink& s) {
    s.text(" on constraint ");
    s.identifier(Name.view());
  }
};

/// ` on conflict ("a", "b") do nothing`.
template <class Target>
struct do_nothing_clause {
  static constexpr auto part = clause::conflict;
  static constexpr bool changes_nothing = true;

  static constexpr void render(sink& s) {
    s.text(" on conflict");
    Target::render(s);
    s.text(" do nothing");
  }
  void bind(binder&) const {}
};

/// ` on conflict ("a") do update set "b" = …`.
template <class Table, class Target, class Set>
struct do_update_clause {
  static constexpr auto part = clause::conflict;
  [[no_unique_address]] Set set;

  static constexpr void enter(scope& sources) { sources.enter(Table::excluded::info, false); }
  static constexpr void render(sink& s) {
    s.text(" on conflict");
    Target::render(s);
    s.text(" do update");
    Set::render(s);
  }
  void bind(binder& b) const { set.bind(b); }
};

/// ` where …` of `do update`: a row that does not fit it stays as it is.
template <class Predicate>
struct conflict_where_clause {
  static constexpr auto part = clause::conflict_where;
  [[no_unique_address]] Predicate condition;

  static constexpr void render(sink& s) {
    refuse_optional<Predicate>();
    s.text(" where ");
    Predicate::render(s);
  }
  void bind(binder& b) const { condition.bind(b); }
};

/// Whether columns are a conflict target of a table: exactly the columns of one of its keys.
template <class Table, class... Columns>
struct conflict_target {
  static constexpr bool of_table = (std::same_as<typename Columns::source, typename Table::source> && ...);
  static consteval bool is_key() {
    if constexpr (!of_table || sizeof...(Columns) == 0) return true;  // said by another rule, or any conflict
    else return schema::is_key<Table, Columns...>();
  }
};

}  // namespace virga::query
