// SPDX-License-Identifier: BSL-1.0
//
// A statement is a chain of clauses, each link holding the one before. A clause is a small struct that has
//
//   static constexpr auto part = clause::where;   where it stands in the statement
//   static constexpr void render(sink&);          its SQL
//   void bind(binder&) const;                     its values
//   static constexpr void enter(scope&);          (FROM and joins) the sources it brings in
//
// Clauses may be said in any order; here they are put in SQL's.
#pragma once
#include <concepts>
#include <cstddef>
#include <utility>

#include "virga/expr/logic.hpp"
#include "virga/render/text.hpp"

namespace virga::query {

using render::clause;

/// The beginning of every chain.
struct nothing {};

/// A link that is no statement yet.
template <class Previous, class Clause>
struct link {
  using previous_type = Previous;
  using clause_type = Clause;
  [[no_unique_address]] Previous previous;
  [[no_unique_address]] Clause clause;
};

/// What stands in for a clause that was refused, so that its message is the only one.
template <clause Part>
struct no_clause {
  static constexpr auto part = Part;
  constexpr no_clause(const auto&...) {}
  static constexpr void group(render::statement_facts& facts) { facts.refused = true; }
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};

template <class Predicate>
[[gnu::always_inline]] constexpr void check_predicate() {
  constexpr bool is_condition = predicate<Predicate>;
  static_assert(is_condition, "virga: a condition is a boolean expression; compare this one with something");
}

/// The clauses of a statement, in SQL's order, as the sink walks them.
struct clause_list {
  struct entry {
    clause part;
    void (*render)(sink&);
    void (*enter)(scope&);                  // null where it brings in no sources
    void (*group)(render::statement_facts&);  // null where it groups nothing
  };
  static constexpr std::size_t capacity = 64;
  entry entries[capacity];  // only the first count are set
  std::size_t count = 0;
  bool in_order = true;

  [[nodiscard]] constexpr bool has(clause part) const {
    for (std::size_t i = 0; i < count; ++i)
      if (entries[i].part == part) return true;
    return false;
  }
  constexpr void add(entry next) {
    if (count == capacity) return;
    std::size_t i = count++;
    for (; i > 0 && entries[i - 1].part > next.part; --i) {
      entries[i] = entries[i - 1];
      in_order = false;
    }
    entries[i] = next;
  }
};

template <class Chain>
constexpr void collect(clause_list& list) {
  if constexpr (!std::same_as<Chain, nothing>) {
    using said = typename Chain::clause_type;
    collect<typename Chain::previous_type>(list);
    typename clause_list::entry next{said::part, &said::render, nullptr, nullptr};
    if constexpr (requires(scope& s) { said::enter(s); }) next.enter = &said::enter;
    if constexpr (requires(render::statement_facts& facts) { said::group(facts); }) next.group = &said::group;
    list.add(next);
  }
}

/// The sources of a statement and what its joins make of them; in a lateral query, with those before it around.
template <class Chain>
constexpr scope scope_of(const scope* around = nullptr) {
  scope sources;
  if (around != nullptr) sources.stand_in(*around);
  clause_list list;
  collect<Chain>(list);
  for (std::size_t i = 0; i < list.count; ++i)
    if (list.entries[i].enter != nullptr) list.entries[i].enter(sources);
  return sources;
}

/// Walks a statement's clauses in SQL's order.
constexpr void render_clauses(sink& s, const clause_list& list) {
  render::statement_facts facts;
  const auto outer = s.enter(facts);
  bool has_others = false;
  for (std::size_t i = 0; i < list.count; ++i) {
    const clause_list::entry& one = list.entries[i];
    if (!s.checking() && one.part != clause::projection) continue;
    if (one.enter != nullptr) one.enter(facts.sources);
    if (one.group != nullptr) one.group(facts);
    if (i > 0 && one.part == list.entries[i - 1].part && one.part != clause::join && one.part != clause::window &&
        one.part != clause::lock && one.part != clause::matched && one.part != clause::not_matched)
      s.broken(render::rule::clause_twice);
    if (one.part == clause::having) facts.has_having = true;
    if (one.part == clause::lock) facts.has_lock = true;
    has_others = has_others || (one.part >= clause::from && one.part <= clause::window) || one.part == clause::lock;
  }
  if (facts.refused) s.broken(render::rule::already_said);
  if (facts.is_set_operation && has_others) s.broken(render::rule::clause_of_set_operation);
  if (facts.window_twice) s.broken(render::rule::window_twice);
  if (facts.with_ties && !list.has(clause::order_by)) s.broken(render::rule::ties_without_order);
  if (facts.with_ties && facts.skips_locked) s.broken(render::rule::ties_of_skipped_rows);
  if (facts.sources.overflowed()) s.broken(render::rule::too_many_sources);
  if (const auto* twice = facts.sources.duplicate()) s.broken(render::rule::table_twice, nullptr, twice);
  for (std::size_t i = 0; i < list.count; ++i) {
    s.in(list.entries[i].part);
    list.entries[i].render(s);
  }
  if (s.checking()) s.finish();
  s.leave(outer);
}

// An empty clause, or chain of them, has no values; not asking it saves the compiler most of this walk.
template <class Chain>
[[gnu::always_inline]] inline void bind_in_order(const Chain& chain, binder& b) {
  if constexpr (!std::is_empty_v<typename Chain::previous_type>) bind_in_order(chain.previous, b);
  if constexpr (!std::is_empty_v<typename Chain::clause_type>) chain.clause.bind(b);
}
template <class Chain>
void bind_part(const Chain& chain, binder& b, clause part) {
  if constexpr (!std::same_as<Chain, nothing>) {
    bind_part(chain.previous, b, part);
    if (Chain::clause_type::part == part) chain.clause.bind(b);
  }
}
/// Binds a statement's values in the order of its text, whatever the order its clauses were said in.
template <class Chain>
[[gnu::always_inline]] inline void bind_clauses(const Chain& chain, binder& b) {
  constexpr bool in_order = [] {
    clause_list list;
    collect<Chain>(list);
    return list.in_order;
  }();
  if constexpr (in_order) {
    bind_in_order(chain, b);
  } else {
    for (int part = 0; part <= static_cast<int>(clause::returning); ++part)
      bind_part(chain, b, static_cast<clause>(part));
  }
}

/// Finds the clause of a chain that is of some part; `nothing` where it was not said.
template <class Chain, clause Part>
constexpr auto find_clause() {
  if constexpr (std::same_as<Chain, nothing>) return static_cast<nothing*>(nullptr);
  else if constexpr (Part == clause::projection && requires { typename Chain::projection_type; })
    return static_cast<typename Chain::projection_type*>(nullptr);  // selects know theirs: no need to search
  else if constexpr (Chain::clause_type::part == Part) return static_cast<typename Chain::clause_type*>(nullptr);
  else return find_clause<typename Chain::previous_type, Part>();
}
template <class Chain, clause Part>
using clause_in = std::remove_pointer_t<decltype(find_clause<Chain, Part>())>;
template <class Chain, clause Part>
inline constexpr bool has_clause = !std::same_as<clause_in<Chain, Part>, nothing>;

}  // namespace virga::query
