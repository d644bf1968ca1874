// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/erased_sql.hpp"
#include "virga/query/set.hpp"
#include "virga/query/where.hpp"
#include "virga/schema/constraints.hpp"

namespace virga::query {

/// Whether an expression may stand in a conflict target, where the server looks for an index made of it.
template <class Table, class Expression>
inline constexpr bool fits_target = [] {
  constexpr auto& measured = render::measured_of<piece_over<Expression, Table>>;
  const auto broken = measured.found.broken;
  return (broken == render::rule::none || broken == render::rule::already_said) && measured.totals.placeholders == 0;
}();
/// Whether it has values. As parameters they would hide from the server which index is meant, so they become literals.
template <class Expression>
inline constexpr bool has_literals = [] {
  constexpr auto totals = render::measured_of<Expression>.totals;
  return totals.fixed_parameters + totals.dynamic_parameters > 0;
}();
template <class Expression>
constexpr void render_target(sink& s) {
  if constexpr (has_literals<Expression>)
    s.fragment();
  else
    Expression::render(s);
}
template <class Table, class Expression>
void bind_target(const Expression& expression, binder& b) {
  if constexpr (has_literals<Expression>) {
    const std::string text = with_literals_over<Table>(expression);
    constexpr char marks[] = {sink::fragment_parameter, binder::fragment_end};
    if (text.find_first_of(std::string_view(marks, sizeof marks)) != text.npos)
      binder::refuse(nullptr, "text", "control characters cannot stand in a conflict target");
    b.fragment(text);
  }
}

/// The conflict that ` on conflict` answers: one of a unique index on some columns and expressions, or any.
template <class Table, class Predicate, class... Items>
struct conflict_target {
  static constexpr bool is_any = sizeof...(Items) == 0;
  static constexpr bool takes_predicate = !is_any && std::same_as<Predicate, null_value>;
  [[no_unique_address]] pack<Items...> items;
  [[no_unique_address]] Predicate predicate;

  template <class Condition>
  [[nodiscard]] constexpr auto with(Condition condition) const {
    return conflict_target<Table, Condition, Items...>{items, std::move(condition)};
  }

  /// Says in words what is wrong with it.
  static constexpr bool check() {
    constexpr bool of_table = (is_of_table<Items>() && ...);
    if constexpr (!of_table)
      static_assert(excused<about_items>, "virga: on_conflict() names a column of another table");
    if constexpr (is_any) {
      return true;
    } else if constexpr (of_table && (table_column<Items> && ...) && std::same_as<Predicate, null_value>) {
      constexpr bool is_key = schema::is_key<Table, Items...>();
      if constexpr (!is_key)
        static_assert(excused<about_items>,
                      "virga: on_conflict() needs the columns of one primary key, unique "
                      "column or unique constraint of this table; these are none");
      return is_key;
    } else if constexpr (of_table) {
      constexpr bool all_fit = (fits<Items>() && ... && fits<Predicate>());
      static_assert(all_fit,
                    "virga: on_conflict(…) and its where(…) are made of the table's own columns, without aggregates, "
                    "subqueries of other tables and placeholders");
      return all_fit;
    } else {
      return false;
    }
  }
  static constexpr void render(sink& s) {
    if constexpr (!is_any) {
      s.text(" (");
      list_separator comma;
      ((comma.say(s), render_one<Items>(s)), ...);
      s.text(")");
    }
    if constexpr (!std::same_as<Predicate, null_value>) {
      refuse_optional<Predicate>(s);
      s.text(" where ");
      render_target<Predicate>(s);
    }
  }
  void bind(binder& b) const {
    items.each([&](const auto& one) { bind_target<Table>(one, b); });
    if constexpr (!std::same_as<Predicate, null_value>) bind_target<Table>(predicate, b);
  }

 private:
  /// Its columns.
  static constexpr sentence items_in_words() {
    sentence words("on_conflict(");
    [[maybe_unused]] const auto say = [&]<class Item>(Item*) {
      if (words.view().back() != '(') words.add(", ");
      if constexpr (table_column<Item>)
        words.add(column_in_words<Item>().view());
      else
        words.add("…");
    };
    (say(static_cast<Items*>(nullptr)), ...);
    words.add(")");
    return words;
  }
  using about_items = about<fixed<&items_in_words>()>;

  template <class Item>
  static constexpr bool is_of_table() {
    if constexpr (table_column<Item>)
      return std::same_as<typename Item::source, typename Table::source>;
    else
      return true;
  }
  template <class Item>
  static constexpr bool fits() {
    if constexpr (std::same_as<Item, null_value>)
      return true;
    else
      return fits_target<Table, Item>;
  }
  template <class Item>
  static constexpr void render_one(sink& s) {
    refuse_optional<Item>(s);
    if constexpr (table_column<Item>) {
      s.identifier(Item::name.view());
    } else {
      s.text("(");
      render_target<Item>(s);
      s.text(")");
    }
  }
};
/// Says in words where a name cannot be that of the constraint of a conflict.
template <class Table, fixed_string Name>
constexpr void check_constraint() {
  using source = typename Table::source;
  if constexpr (schema::constant_extras<source>)
    static_assert(schema::constraints_of<source>().may_conflict(Name.view()),
                  "virga: on_constraint() names a check, a foreign key or an index, which no conflict is about; name a "
                  "primary key or unique constraint, or give the index's columns: on_conflict(…)");
}
template <fixed_string Name>
struct constraint_target {
  static constexpr bool is_any = false, takes_predicate = false;
  static constexpr bool check() { return true; }
  void bind(binder&) const {}
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
  [[no_unique_address]] Target target;

  static constexpr void render(sink& s) {
    s.text(" on conflict");
    Target::render(s);
    s.text(" do nothing");
  }
  void bind(binder& b) const { target.bind(b); }
};

/// ` on conflict ("a") do update set "b" = …`.
template <class Table, class Target, class Set>
struct do_update_clause {
  static constexpr auto part = clause::conflict;
  [[no_unique_address]] Target target;
  [[no_unique_address]] Set set;

  static constexpr void enter(scope& sources) { sources.enter(Table::excluded::info, false); }
  static constexpr void render(sink& s) {
    s.text(" on conflict");
    Target::render(s);
    s.text(" do update");
    Set::render(s);
  }
  void bind(binder& b) const {
    target.bind(b);
    set.bind(b);
  }
};

/// ` where …` of `do update`: a row that does not fit it stays as it is.
template <class Predicate>
struct conflict_where_clause {
  static constexpr auto part = clause::conflict_where;
  [[no_unique_address]] Predicate condition;

  static constexpr void render(sink& s) {
    refuse_optional<Predicate>(s);
    s.text(" where ");
    Predicate::render(s);
  }
  void bind(binder& b) const { condition.bind(b); }
};

}  // namespace virga::query
