// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/no_statement.hpp"
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
concept writable_table = table_like<T> &&
                             T::source::info.kind == render::source_kind::table&& T::source::info.alias.empty() &&
                         !requires {
  typename T::derived_kind;
};

/// Whether no column stands among some twice.
template <class... Columns>
consteval bool named_once() {
  const written_place places[] = {written_place_of<Columns>..., {}};
  for (std::size_t i = 0; i < sizeof...(Columns); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(places[i], places[j])) return false;
  return true;
}

/// The first column that is not of a source, beside what it should be of.
template <class Source, class... Columns>
constexpr sentence stranger_in_words() {
  sentence words;
  ((words.size() == 0 && !std::same_as<typename Columns::source, Source>
        ? words.add(sentence(column_in_words<Columns>().view(), " is not of ", Source::info.label()).view())
        : void()),
   ...);
  return words;
}
template <class Source, class... Columns>
using about_stranger = about<fixed<&stranger_in_words<Source, Columns...>>()>;
/// The first column that stands twice among some.
template <class... Columns>
constexpr sentence repeated_in_words() {
  const written_place places[] = {written_place_of<Columns>...};
  for (std::size_t i = 0; i < sizeof...(Columns); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(places[i], places[j])) return sentence(places[i].name);
  return sentence();
}
template <class... Columns>
using about_repeated = about<fixed<&repeated_in_words<Columns...>>()>;

/// Whether a statement may give a column: none that the database alone writes; an insert that overrides identities
/// gives those.
template <class Column, bool Overriding = false>
inline constexpr bool is_given =
    !Column::info.has(render::trait::generated) || (Overriding && Column::info.has(render::trait::identity));

/// The columns that an insert or update assigns, checked together.
template <class Table, bool Overriding, class... Columns>
constexpr bool check_assigned(type_list<Columns...>) {
  constexpr bool of_this_table = (std::same_as<typename Columns::source, typename Table::source> && ...);
  if constexpr (!of_this_table) {
    using stranger = about_stranger<typename Table::source, Columns...>;
    constexpr sentence words = stranger_in_words<typename Table::source, Columns...>();
    if constexpr (composes)
      refuse<stranger, sentence("virga: a column is assigned that belongs to another table: ", words.view())>();
    else
      static_assert(excused<stranger>, "virga: a column is assigned that belongs to another table");
  }
  constexpr bool once = named_once<Columns...>();
  if constexpr (!once) static_assert(excused<about_repeated<Columns...>>, "virga: a column is assigned twice");
  constexpr bool given = (is_given<Columns, Overriding> && ...);
  static_assert(given,
                "virga: the database alone writes this column (generated always); leave it out, or say "
                "insert_into(…).overriding_system_value() for an identity");
  return of_this_table && once && given;
}
/// Whether these are assignments of a column each, which an insert takes, said in words where not.
template <class... Assignments>
constexpr bool check_single_assignments() {
  constexpr bool are_assignments = (single_assignment<Assignments> && ...);
  static_assert(are_assignments, "virga: columns are given as assignments: users.name = \"Ann\"");
  if constexpr (are_assignments) {
    constexpr bool whole = !(is_attribute<typename Assignments::column> || ...);
    static_assert(whole, "virga: an insert gives a composite column whole; an update sets an attribute alone");
    return whole;
  } else {
    return false;
  }
}
/// Whether these are assignments, which an update takes.
template <class... Assignments>
constexpr bool check_assignments() {
  constexpr bool are_assignments = (column_assignment<Assignments> && ...);
  static_assert(are_assignments, "virga: columns are given as assignments: users.name = \"Ann\"");
  return are_assignments;
}
/// The columns of assignments, for `check_assigned`; none where not all are some.
template <class... Given>
constexpr auto columns_of_given() {
  if constexpr ((column_assignment<Given> && ...))
    return assigned_columns<Given...>{};
  else
    return type_list<>{};
}

}  // namespace virga::query
