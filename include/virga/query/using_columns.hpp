// SPDX-License-Identifier: BSL-1.0
//
// Joins by columns of one name. Source: PostgreSQL manual, "Joined Tables".
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/query/projection.hpp"

namespace virga {

/// The condition of a join by columns that both sides have. See `using_`.
template <class... Columns>
struct using_columns : expression_node<using_columns<Columns...>> {
  using type = types::boolean;
  using using_kind = using_columns;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) { s.broken(render::rule::using_outside_of_join); }
  void bind(binder&) const {}

  template <class Table>
  static constexpr void render_for(sink& s) {
    bool any = false;
    ((s.text(any ? " and " : " on "), any = true, render_one<Columns, Table>(s)), ...);
  }

 private:
  /// The columns of a table that have the name of another one: at most one.
  template <class Column, class... All>
  static constexpr auto namesakes(type_list<All...>) {
    return joined(type_list<>{},
                  std::conditional_t<All::name.view() == Column::name.view(), type_list<All>, type_list<>>{}...);
  }
  template <class... Found>
  static constexpr std::size_t count(type_list<Found...>) {
    return sizeof...(Found);
  }
  template <class Found>
  static constexpr Found only(type_list<Found>) {
    return {};
  }
  template <class Column, class Table>
  static constexpr std::size_t width = count(namesakes<Column>(query::columns_list<Table>()));
  template <class Column, class Table>
  using partner = decltype(only(namesakes<Column>(query::columns_list<Table>())));

 public:
  /// What must be true of a table that is joined so; `make_join` says what is not.
  template <class Table>
  struct joined_to {
    static constexpr bool before = (!std::same_as<typename Columns::source, typename Table::source> && ...);
    static constexpr bool found = ((width<Columns, Table> == 1) && ...);
    static constexpr bool fits = [] {
      if constexpr (found)
        return (comparable<typename Columns::type, typename partner<Columns, Table>::type> && ...);
      else
        return true;
    }();
  };

 private:
  template <class Column, class Table>
  static constexpr void render_one(sink& s) {
    Column::render(s);
    s.text(" = ");
    if constexpr (width<Column, Table> == 1)
      partner<Column, Table>::render(s);
    else
      s.broken(render::rule::already_said);
  }
};

/// Joins by columns that have one name on both sides, as USING does: `inner_join(members, using_(teams.club,
/// teams.number))`. The columns are those of a table before the joined one. Each side keeps its own: `teams.club`,
/// `members.club`. SQL: ` on "teams"."club" = "members"."club" and …`, which says the same without asking that no other
/// table before has a column of that name. Compile time: the joined table has columns of these names and comparable
/// types.
template <class... Columns>
[[nodiscard]] constexpr auto using_(const Columns&...) {
  constexpr bool fits = sizeof...(Columns) > 0 && (table_column<Columns> && ...);
  static_assert(fits, "virga: using_() takes one or more columns of the tables before the joined one");
  if constexpr (!fits)
    return refused{};
  else if constexpr (check_comparison<&comparisons::equal, Columns...>())
    return using_columns<Columns...>{};
  else
    return refused{};
}

}  // namespace virga
