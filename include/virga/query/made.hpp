// SPDX-License-Identifier: BSL-1.0
//
// Values that the program makes where a statement gives none: `default_fn` and `on_update_fn` of a column.
#pragma once
#include "virga/expr/assignment.hpp"
#include "virga/query/projection.hpp"

namespace virga::query {

/// A value that a function makes when the statement is sent. SQL: `$1`.
template <class Column, auto Function>
struct made_value : expression_node<made_value<Column, Function>> {
  using type = typename Column::type;
  // chains pass over what is empty when they bind values (query/chain.hpp); this has one though it holds none
  char not_empty = 0;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) { s.parameter(); }
  static typename type::value make() { return converted<type>(Function(), &Column::target); }
  void bind(binder& b) const {
    // the value is gone after this, so that its text is copied
    b.built(type::name, &Column::target, [](std::string& out) {
      const auto value = make();
      parameter_text text;
      const fault wrong = types::append_element<type, types::plain_writer>(value, text, out, Column::target.modifier());
      if (wrong) binder::refuse(&Column::target, type::name, wrong, text.view());
      return wrong;
    });
  }
};

template <class Column, auto Function>
struct made;
template <class Column, auto Function>
requires schema::makes_values<typename Column::type, Function>
struct made<Column, Function> {
  using type = made_value<Column, Function>;
};
template <class Column, auto Function>
requires(!schema::makes_values<typename Column::type, Function>) struct made<Column, Function> {
  using type = decltype(Function());
  static constexpr bool fits = assignable<typename Column::type, typename type::type>;
  static_assert(fits,
                "virga: on_update_fn<&f>(): the SQL expression that f returns cannot be stored in the column; cast it");
};

template <class Column>
using made_by =
    typename decltype(schema::definition_at<schema::definitions_of<typename Column::source>,
                                            schema::index_of<schema::definitions_of<typename Column::source>>(
                                                Column::name.view())>)::made;

template <class Column>
constexpr auto maker_on_insert() {
  using by = made_by<Column>;
  if constexpr (std::is_null_pointer_v<std::remove_cv_t<decltype(by::on_insert)>>)
    return made<Column, by::on_update>();
  else
    return made<Column, by::on_insert>();
}
/// What an insert gives for a column that it leaves out.
template <class Column>
using made_on_insert = typename decltype(maker_on_insert<Column>())::type;
/// What an update sets a column to that it does not mention.
template <class Column>
using made_on_update = typename made<Column, made_by<Column>::on_update>::type;

/// The assignment that the program makes for a column, where it makes one and the column is not among the given.
template <class Column, unsigned Trait, class... Given>
constexpr auto made_assignment() {
  constexpr bool wanted = Column::info.has(Trait) && !Column::info.has(render::trait::generated) &&
                          !(overlap(written_place_of<Given>, written_place_of<Column>) || ...);
  if constexpr (!wanted)
    return type_list<>{};
  else if constexpr (Trait == render::trait::made_on_insert)
    return type_list<assignment<Column, made_on_insert<Column>>>{};
  else
    return type_list<assignment<Column, made_on_update<Column>>>{};
}
/// Those of a whole table, as types.
template <class Table, unsigned Trait, class... Given>
constexpr auto made_assignments() {
  return []<class... Column>(type_list<Column...>) {
    return joined(type_list<>{}, made_assignment<Column, Trait, Given...>()...);
  }(columns_list<Table>());
}

/// A clause of assignments: those that are given, and those that the program makes for the table's other columns.
template <template <class...> class Clause, class Table, unsigned Trait, class... Given>
constexpr auto completed(Given... given) {
  return [&]<class... Column>(type_list<Column...>) {
    return [&]<class... Made>(type_list<Made...>) {
      return Clause<Given..., Made...>{{{std::move(given)}..., {Made{}}...}};
    }(made_assignments<Table, Trait, Column...>());
  }(assigned_columns<Given...>{});
}

}  // namespace virga::query
