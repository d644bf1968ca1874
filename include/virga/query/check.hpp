// SPDX-License-Identifier: BSL-1.0
//
// The rules about a whole statement, as the compiler says them. They are found while the text is made
// (render/rule.hpp); here each has its sentence.
#pragma once
#include "virga/core/sentence.hpp"
#include "virga/render/text.hpp"
#if __cpp_static_assert >= 202306L || (__GNUC__ >= 14 && !defined(__clang__))
#include "virga/query/composed.hpp"
#endif

namespace virga::query {

/// A statement that breaks no rule.
template <class Statement>
concept valid_statement = render::measured_of<Statement>
.found.broken == render::rule::none;

/// What breaks which rule. The compiler prints it beside the sentence: `offence<rule::column_not_in_from,
/// "posts.title">`.
template <render::rule Broken, fixed_string Offender>
struct offence {
  static constexpr std::string_view name() { return Offender.view(); }
};
/// `posts.title`.
template <class Statement>
consteval auto offender_of() {
  constexpr render::verdict found = render::measured_of<Statement>.found;
  constexpr bool both = !found.table.empty() && !found.column.empty();
  fixed_string<found.table.size() + (both ? 1 : 0) + found.column.size() + 1> result;
  char* to = result.data;
  for (const char c : found.table) *to++ = c;
  if (both) *to++ = '.';
  for (const char c : found.column) *to++ = c;
  *to = '\0';  // clang prints letters where this one was written, too, and numbers else
  return result;
}
template <class Statement>
consteval auto offence_of() {
  constexpr render::rule broken = render::measured_of<Statement>.found.broken;
  if constexpr (broken != render::rule::none) return offence<broken, offender_of<Statement>()>{};
}

/// Says what is wrong with a statement; nothing of this is looked at where nothing is.
template <class Statement, class Offence = decltype(offence_of<Statement>())>
[[gnu::always_inline]] constexpr void require_valid() {
  if constexpr (!std::is_void_v<Offence>) {
    using enum render::rule;
    constexpr render::verdict found = render::measured_of<Statement>.found;
    constexpr render::rule broken = found.broken;
#if __cpp_static_assert >= 202306L || (__GNUC__ >= 14 && !defined(__clang__))
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wc++26-extensions"
    constexpr sentence words = composed(found, Offence::name());
    static_assert(words.size() == 0 || excused<Offence>, words);
#pragma GCC diagnostic pop
    constexpr bool said = words.size() > 0;
#else
    constexpr bool said = false;
#endif
    if constexpr (said || broken == already_said)
      return;
    else if constexpr (broken == optional_part_inside)
      static_assert(excused<Offence>,
                    "virga: when(flag, predicate) stands inside another expression or list; it may only be an operand "
                    "of &&, || and !, or a whole condition");
    else if constexpr (broken == column_not_in_from)
      static_assert(
          excused<Offence>,
          "virga: a column is used whose table is not in from() or a join; join that table, or select from it");
    else if constexpr (broken == column_before_its_table)
      static_assert(excused<Offence>,
                    "virga: the condition of a join, or a lateral query, reads a table that is joined after it, or the "
                    "one that an update or delete changes; join that table first, or put the condition into where()");
    else if constexpr (broken == excluded_outside_upsert)
      static_assert(excused<Offence>,
                    "virga: excluded(…) is the row that an insert could not add to its table; only do_update(…) and "
                    "its where() know it");
    else if constexpr (broken == row_not_there_yet)
      static_assert(excused<Offence>,
                    "virga: values(), when_not_matched() and then_insert() read no column of the row that is not there "
                    "yet; give a value, or read "
                    "it in a subquery");
    else if constexpr (broken == lateral_of_outer_join)
      static_assert(excused<Offence>,
                    "virga: a lateral table under right_join() or full_join() reads a table before it; only cross, "
                    "inner and left joins let it");
    else if constexpr (broken == recursion_misplaced)
      static_assert(excused<Offence>,
                    "virga: the function given to recursive() reads its table once, in from() or a join; not twice, "
                    "not in a query used as a value or list, not in what except takes away");
    else if constexpr (broken == recursion_in_outer_join)
      static_assert(excused<Offence>,
                    "virga: the function given to recursive() has its table on the optional side of an outer join, "
                    "where no row of it may be there; join the other way round, or by inner_join");
    else if constexpr (broken == recursion_aggregated)
      static_assert(excused<Offence>,
                    "virga: the function given to recursive() has an aggregate over its table; put it into the query "
                    "that reads the common table expression");
    else if constexpr (broken == table_twice)
      static_assert(excused<Offence>,
                    "virga: two tables of this query have the same name; give one an alias: users.as(\"other\"_name)");
    else if constexpr (broken == common_table_without_with)
      static_assert(
          excused<Offence>,
          "virga: a common table expression is read that is not in with(…); put it there, before those that read it");
    else if constexpr (broken == aggregate_in_where)
      static_assert(excused<Offence>,
                    "virga: an aggregate cannot stand in where(), a join, group_by(), values(), set() or returning(); "
                    "a condition on groups goes into having()");
    else if constexpr (broken == nested_aggregate)
      static_assert(
          excused<Offence>,
          "virga: an aggregate stands inside another one; compute the inner one in a common table expression");
    else if constexpr (broken == window_in_where)
      static_assert(excused<Offence>,
                    "virga: a window function stands in the select list or in order_by() alone; compute it in a common "
                    "table expression, and put the condition on that");
    else if constexpr (broken == nested_window)
      static_assert(excused<Offence>,
                    "virga: a window function stands inside another one or inside an aggregate; compute the inner one "
                    "in a common table expression");
    else if constexpr (broken == unknown_window)
      static_assert(
          excused<Offence>,
          "virga: over(\"name\"_name) names a window that this query does not define; add window(\"name\"_name, …)");
    else if constexpr (broken == window_without_over)
      static_assert(
          excused<Offence>,
          "virga: a window function needs its window: row_number().over(partition_by(…)), or over() for all rows");
    else if constexpr (broken == window_twice)
      static_assert(excused<Offence>, "virga: two windows of this query have the same name; give one another name");
    else if constexpr (broken == order_of_distinct)
      static_assert(excused<Offence>,
                    "virga: select_distinct() is ordered by what it selects; select this key of order_by(), too, and "
                    "one that holds values under a name to order by: order_by(\"name\"_name)");
    else if constexpr (broken == order_of_distinct_on)
      static_assert(excused<Offence>,
                    "virga: order_by() of select_distinct_on(on(…), …) begins with the expressions of on(…), which "
                    "hold no values");
    else if constexpr (broken == unknown_output)
      static_assert(
          excused<Offence>,
          "virga: order_by() names a column that this query does not select; select it under that name first");
    else if constexpr (broken == unsortable)
      static_assert(excused<Offence>,
                    "virga: select_distinct() gives, or order_by() names, a column of an SQL type that has no order "
                    "and no equality (json, xml, points and other figures); cast it to jsonb or text");
    else if constexpr (broken == clause_of_set_operation)
      static_assert(excused<Offence>,
                    "virga: after union, intersect and except come order_by(), limit() and offset() alone; other "
                    "clauses belong to their members");
    else if constexpr (broken == expression_orders_set_operation)
      static_assert(excused<Offence>,
                    "virga: after union, intersect and except order_by() takes columns of the result alone; select the "
                    "expression under a name in every member, and order by that name");
    else if constexpr (broken == lock_without_rows)
      static_assert(excused<Offence>,
                    "virga: lock() needs rows of tables; PostgreSQL locks none beside groups, aggregates, window "
                    "functions and distinct");
    else if constexpr (broken == keyset_may_be_null)
      static_assert(excused<Offence>,
                    "virga: a key of this keyset may be null after the outer join of this query, and no row comes "
                    "after null; take a key of the other table, or join with inner_join");
    else if constexpr (broken == ungrouped_column)
      static_assert(excused<Offence>,
                    "virga: a column stands beside aggregates or groups but is not grouped; add it to group_by(), or "
                    "aggregate it");
    else if constexpr (broken == having_without_group)
      static_assert(excused<Offence>,
                    "virga: having() needs group_by() or an aggregate; use where() for conditions on rows");
    else if constexpr (broken == clause_twice)
      static_assert(excused<Offence>,
                    "virga: a clause is said twice; join conditions with &&, and give lists in one call");
    else if constexpr (broken == update_without_set)
      static_assert(excused<Offence>, "virga: this update has no set(); say what changes");
    else if constexpr (broken == update_without_where)
      static_assert(
          excused<Offence>,
          "virga: this update has no where(); give it a condition, or say all_rows() where every row is meant");
    else if constexpr (broken == delete_without_where)
      static_assert(
          excused<Offence>,
          "virga: this delete has no where(); give it a condition, or say all_rows() where every row is meant");
    else if constexpr (broken == insert_without_values)
      static_assert(excused<Offence>, "virga: this insert has no values(); give it a row");
    else if constexpr (broken == merge_without_action)
      static_assert(excused<Offence>,
                    "virga: this merge says not what to do; add when_matched()… or when_not_matched()…");
    else if constexpr (broken == update_many_without_set)
      static_assert(
          excused<Offence>,
          "virga: this update_many() has no set(); name the columns that the rows change: .set(users.name, users.age)");
    else if constexpr (broken == using_outside_of_join)
      static_assert(excused<Offence>,
                    "virga: using_() is the whole condition of a join: inner_join(posts, using_(users.id))");
    else if constexpr (broken == no_from)
      static_assert(excused<Offence>, "virga: select() without columns needs from() to know what to select");
    else if constexpr (broken == ties_without_order)
      static_assert(excused<Offence>,
                    "virga: with_ties() needs order_by() to know which rows are as good as the last one");
    else if constexpr (broken == ties_of_skipped_rows)
      static_assert(excused<Offence>, "virga: PostgreSQL takes with_ties() and skip_locked() not together");
    else if constexpr (broken == too_many_sources)
      static_assert(excused<Offence>, "virga: a query reads from at most 32 tables");
  }
}

/// What the terminals want beyond `require_valid`: a value for every placeholder.
template <class Statement>
[[gnu::always_inline]] constexpr bool require_runnable() {
  constexpr bool complete = render::measured_of<Statement>.totals.placeholders == 0 || requires {
    Statement::supplied;
  };
  static_assert(complete,
                "virga: this query has placeholders; run it as prepare(query).all(db, \"name\"_name = value, …)");
  return complete && valid_statement<Statement>;
}

}  // namespace virga::query
