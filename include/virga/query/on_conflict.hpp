// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/set.hpp"
#include "virga/query/where.hpp"
#include "virga/schema/extras.hpp"

namespace virga::query {

/// ` on conflict ("a", "b") do nothing`. Without columns: any conflict.
template <class... Columns>
struct do_nothing_clause {
  static constexpr auto part = clause::conflict;

  static constexpr void render(sink& s) {
    render_target(s);
    s.text(" do nothing");
  }
  void bind(binder&) const {}

  static constexpr void render_target(sink& s) {
    s.text(" on conflict");
    if (sizeof...(Columns) == 0) return;
    s.text(" (");
    list_separator comma;
    ((comma.say(s), s.identifier(Columns::name.view())), ...);
    s.text(")");
  }
};

/// ` on conflict ("a") do update set "b" = …`.
template <class Table, class Target, class Set>
struct do_update_clause {
  static constexpr auto part = clause::conflict;
  [[no_unique_address]] Set set;

  static constexpr void enter(scope& sources) { sources.enter(Table::excluded::info, false); }
  static constexpr void render(sink& s) {
    Target::render_target(s);
    s.text(" do update");
    Set::render(s);
  }
  void bind(binder& b) const { set.bind(b); }
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
