// SPDX-License-Identifier: BSL-1.0
//
// UNION, INTERSECT and EXCEPT. Source: PostgreSQL manual, "Combining Queries (UNION, INTERSECT, EXCEPT)".
#pragma once
#include "virga/expr/conditional.hpp"
#include "virga/query/named_query.hpp"
#include "virga/query/no_statement.hpp"

namespace virga {

template <class Projection, class Previous, class Clause>
struct select_query;

enum class set_operator : unsigned char { union_, union_all, intersect, intersect_all, except, except_all };

namespace query {

/// A column of a set operation: the item of its first member, with the type and nullability of both.
template <class Item, class Type, bool Nullable>
struct set_output {
  using type = Type;
  using named_kind = Item;
  static constexpr bool dynamic = false;
  static constexpr bool nullable(const scope&) { return Nullable; }
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};
template <named_item Item, class Type, bool Nullable>
struct set_output<Item, Type, Nullable> : set_output<void, Type, Nullable> {
  using named_kind = Item;
  static constexpr bool is_named_outside = named_outside<Item>;
  static constexpr auto name = Item::name;
};
template <named_expression Item, class Type, bool Nullable>
  requires named_item<Item>
struct set_output<Item, Type, Nullable> : set_output<void, Type, Nullable> {
  using named_kind = typename Item::named_kind;
  static constexpr auto name = Item::name;
};

template <class Item, class Type, bool Nullable>
struct combined_item {
  using type = set_output<Item, Type, Nullable>;
};
/// A column of a table that keeps its type is still a member of the row.
template <class Source, fixed_string Name, class Type, unsigned Traits, bool Nullable>
struct combined_item<column<Source, Name, Type, Traits>, Type, Nullable> {
  using type = column<Source, Name, Type, Nullable ? Traits | render::trait::nullable : Traits & ~unsigned{render::trait::nullable}>;
};

template <set_operator Operator, class Left, class Right>
struct combined;
template <set_operator Operator, class... Left, class... Right>
struct combined<Operator, type_list<Left...>, type_list<Right...>> {
  // a row of an intersection is in both members, and one of a difference in the first
  static constexpr bool nullable(bool left, bool right) {
    using enum set_operator;
    if (Operator == except || Operator == except_all) return left;
    if (Operator == intersect || Operator == intersect_all) return left && right;
    return left || right;
  }
  using type = projection<clause::projection,
                          typename combined_item<typename Left::item,
                                                 common_type<typename Left::item::type, typename Right::item::type>,
                                                 nullable(Left::nullable, Right::nullable)>::type...>;
};

/// What two members of a set operation have in common.
template <set_operator Operator, class Left, class Right>
struct member_pair {
  static constexpr bool said = refused_expression<Left> || refused_expression<Right>;  // with a message of its own
  static constexpr bool give = gives_columns<Left> && gives_columns<Right>;
  static constexpr bool as_many = true, fit = true, sorted = true;
};
template <set_operator Operator, class Left, class Right>
struct columns_pair {
  static constexpr bool as_many = false, fit = true, sorted = true;
};
template <set_operator Operator, class... L, class... R>
requires(sizeof...(L) == sizeof...(R)) struct columns_pair<Operator, type_list<L...>, type_list<R...>> {
  static constexpr bool as_many = true;
  static constexpr bool fit = (!std::is_void_v<common_type<typename L::item::type, typename R::item::type>> && ...);
  // all but union_all look for equal rows
  static constexpr bool sorted =
      Operator == set_operator::union_all || sortable<typename L::item..., typename R::item...>;
};
template <set_operator Operator, class Left, class Right>
requires(!refused_expression<Left> && !refused_expression<Right> && gives_columns<Left> &&
         gives_columns<Right>) struct member_pair<Operator, Left, Right>
    : columns_pair<Operator, columns_given_by<Left>, columns_given_by<Right>> {
  static constexpr bool said = false, give = true;
};

/// Says in words why queries cannot be combined: each is compared with the first one.
template <set_operator Operator, class First, class... More>
constexpr bool check_members() {
  constexpr bool give = ((member_pair<Operator, First, More>::give || member_pair<Operator, First, More>::said) && ...);
  static_assert(give, "virga: union, intersect and except combine selects, and lists of rows: values(row(…), …)");
  constexpr bool as_many = (member_pair<Operator, First, More>::as_many && ...);
  static_assert(as_many, "virga: the members of union, intersect and except give as many columns each; these differ");
  constexpr bool fit = (member_pair<Operator, First, More>::fit && ...);
  static_assert(fit,
                "virga: the members of union, intersect and except give columns of the same SQL types, in the same "
                "order; cast<T>(…) those that differ");
  constexpr bool sorted = !fit || (member_pair<Operator, First, More>::sorted && ...);
  static_assert(sorted,
                "virga: PostgreSQL has no order and no equality for this SQL type (json, xml, points and "
                "other figures); cast it to jsonb or text before you sort, group or compare by it");
  return give && as_many && fit && sorted && !(member_pair<Operator, First, More>::said || ...);
}

/// Nothing before the first member; SELECT's own word stands in the members.
struct set_command {
  static constexpr auto part = clause::command;
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};

/// `(left) union (right)`.
template <set_operator Operator, class Projection, class Left, class Right>
struct set_clause_of_members {
  static constexpr auto part = clause::projection;
  using left_member = Left;
  using right_member = Right;
  static constexpr bool nullable(bool in_left, bool in_right) {
    return combined<Operator, type_list<>, type_list<>>::nullable(in_left, in_right);
  }
  Left left;
  Right right;

  static constexpr void render(sink& s) {
    constexpr std::string_view words[] = {" union ", " union all ", " intersect ", " intersect all ", " except ", " except all "};
    render_member<Left>(s);
    s.text(words[static_cast<int>(Operator)]);
    constexpr bool taken_away = Operator == set_operator::except || Operator == set_operator::except_all;
    if (taken_away) s.enter_value();
    render_member<Right>(s);
    if (taken_away) s.leave_value();
  }
  void bind(binder& b) const {
    left.bind(b);
    right.bind(b);
  }
  static constexpr void group(render::statement_facts& facts) {
    Projection::group(facts);
    facts.is_set_operation = true;
  }

 private:
  template <class Member>
  static constexpr void render_member(sink& s) {
    s.text("(");
    // not a part of this statement, but what stands around it is in sight of both
    const auto outer = s.beside();
    Member::render(s);
    s.leave(outer);
    s.text(")");
  }
};

template <class Projection>
inline constexpr bool is_whole_table = false;
template <clause Part, class Table>
inline constexpr bool is_whole_table<projection<Part, all_of<Table>>> = true;

/// What a set operation gives; rows of one table stay rows of it.
template <set_operator Operator, class Left, class Right>
constexpr auto combine_projections() {
  using left = projection_of<Left, result_part<Left>>;
  using right = projection_of<Right, result_part<Right>>;
  if constexpr (std::same_as<left, right> && is_whole_table<left>) return static_cast<left*>(nullptr);
  else return static_cast<typename combined<Operator, columns_given_by<Left>, columns_given_by<Right>>::type*>(nullptr);
}
template <set_operator Operator, class Left, class Right>
using set_projection = std::remove_pointer_t<decltype(combine_projections<Operator, Left, Right>())>;
template <set_operator Operator, class Left, class Right>
using set_query = select_query<set_projection<Operator, Left, Right>, link<nothing, set_command>,
                               set_clause_of_members<Operator, set_projection<Operator, Left, Right>, Left, Right>>;

template <set_operator Operator, bool Fit, class Left, class Right>
[[nodiscard]] constexpr auto make_set(Left left, Right right) {
  if constexpr (Fit)
    return set_query<Operator, Left, Right>{{}, {}, {std::move(left), std::move(right)}};
  else if constexpr (refused_expression<Left> && gives_columns<Right>)
    return right;
  else if constexpr (gives_columns<Left>)
    return left;
  else
    return no_statement{};
}
template <set_operator Operator, bool Fit, class First, class Second, class... More>
[[nodiscard]] constexpr auto make_set(First first, Second second, More... more) {
  return make_set<Operator, Fit>(make_set<Operator, Fit>(std::move(first), std::move(second)), std::move(more)...);
}

/// A member as a query: a list of rows becomes one.
template <class Member>
[[nodiscard]] constexpr auto as_member(Member given) {
  if constexpr (requires { typename Member::rows_kind; })
    return given.as_query();
  else
    return given;
}
template <class Member>
using member_of = decltype(as_member(std::declval<Member>()));

}  // namespace query

/// The rows of all members, equal ones once; `union_all` gives each as often as it is there.
/// The row is the first member's; a column is null where that of any member may be. `order_by` (by the columns of the
/// result), `limit` and `offset` may follow, and belong to the whole. `values(row(…), …)` may be a member; the columns
/// of one that is the first are `"column1"_name`, `"column2"_name`, …. SQL: `(select …) union (select …)`. Compile
/// time: as many columns each, of the same types.
template <class... Members>
  requires(sizeof...(Members) > 1)
[[nodiscard]] constexpr auto union_(Members... members) {
    constexpr bool fit = query::check_members<set_operator::union_, query::member_of<Members>...>();
    return query::make_set<set_operator::union_, fit>(query::as_member(std::move(members))...);
}
template <class... Members>
  requires(sizeof...(Members) > 1)
[[nodiscard]] constexpr auto union_all(Members... members) {
    constexpr bool fit = query::check_members<set_operator::union_all, query::member_of<Members>...>();
    return query::make_set<set_operator::union_all, fit>(query::as_member(std::move(members))...);
}
/// The rows that every member gives. SQL: `(select …) intersect (select …)`.
template <class... Members>
  requires(sizeof...(Members) > 1)
[[nodiscard]] constexpr auto intersect(Members... members) {
    constexpr bool fit = query::check_members<set_operator::intersect, query::member_of<Members>...>();
    return query::make_set<set_operator::intersect, fit>(query::as_member(std::move(members))...);
}
template <class... Members>
  requires(sizeof...(Members) > 1)
[[nodiscard]] constexpr auto intersect_all(Members... members) {
    constexpr bool fit = query::check_members<set_operator::intersect_all, query::member_of<Members>...>();
    return query::make_set<set_operator::intersect_all, fit>(query::as_member(std::move(members))...);
}
/// The rows of the first member that no other gives. SQL: `(select …) except (select …)`.
template <class... Members>
  requires(sizeof...(Members) > 1)
[[nodiscard]] constexpr auto except(Members... members) {
    constexpr bool fit = query::check_members<set_operator::except, query::member_of<Members>...>();
    return query::make_set<set_operator::except, fit>(query::as_member(std::move(members))...);
}
template <class... Members>
  requires(sizeof...(Members) > 1)
[[nodiscard]] constexpr auto except_all(Members... members) {
    constexpr bool fit = query::check_members<set_operator::except_all, query::member_of<Members>...>();
    return query::make_set<set_operator::except_all, fit>(query::as_member(std::move(members))...);
}

}  // namespace virga
