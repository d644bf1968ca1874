// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/render/facts.hpp"
#include "virga/render/rule.hpp"

namespace virga::render {

/// Where a walk over a statement stands: in which statement, clause, aggregate and window, what the statements around
/// it are, and the first rule found broken.
class statement_walk {
 public:
  /// A walk that checks rules, or one that does not.
  constexpr explicit statement_walk(bool checking = true) : checking_(checking) {}

  // ---- sources
  /// One more source of FROM and the joins stands in the text; conditions after it may read its columns.
  constexpr void enter_source() {
    if (current_ != nullptr) ++current_->joined;
  }
  /// The table of a join begins; rows of those before it may be absent beside its own. Pair with `end_joined`.
  [[nodiscard]] constexpr std::size_t begin_joined(bool left_absent) {
    if (current_ != nullptr) current_->in_right_side = left_absent;
    return recursion_.reads;
  }
  constexpr void end_joined(std::size_t begin, bool left_absent, bool right_absent) {
    if (current_ == nullptr) return;
    current_->in_right_side = false;
    if ((left_absent && begin > current_->reads_before) || (right_absent && recursion_.reads > begin))
      broken(rule::recursion_in_outer_join, nullptr, recursion_.of);
  }

  // ---- statements
  struct place_in_walk {
    statement_facts* statement;
    statement_facts::place in_statement;
    std::size_t common_tables;
  };
  /// Enters a statement inside another one (or the first); it sees the columns of those around it. Pair with `leave`.
  constexpr place_in_walk enter(statement_facts& inner) {
    const place_in_walk outer = nest();
    here_ = {};
    inner.outer = outer.statement;
    inner.in_outer = outer.in_statement;
    inner.reads_before = recursion_.reads;
    inner.common_tables_before = common_table_count_;
    current_ = &inner;
    return outer;
  }
  /// Goes on with the columns of the statement around in sight. Pair with `leave`.
  constexpr place_in_walk nest() const { return {current_, here_, common_table_count_}; }
  /// Leaves the statement for a member of it: what stands around the statement stays in sight, it itself does not.
  constexpr place_in_walk beside() {
    const place_in_walk outer = nest();
    if (current_ != nullptr) {
      here_ = current_->in_outer;
      current_ = current_->outer;
    }
    return outer;
  }
  /// Hides the columns of the statement around: a common table expression reads none of them. Pair with `leave`.
  constexpr place_in_walk isolate() {
    const place_in_walk outer = nest();
    current_ = nullptr;
    here_ = {};
    return outer;
  }
  constexpr void leave(place_in_walk outer) {
    current_ = outer.statement;
    here_ = outer.in_statement;
    common_table_count_ = outer.common_tables;
  }
  /// A common table expression that the rest of its statement, and what is nested there, may read. It may have the name
  /// of one of a statement around, which is out of sight then.
  constexpr void add_common_table(const source_info& source) {
    for (std::size_t i = current_ == nullptr ? 0 : current_->common_tables_before; i < common_table_count_; ++i)
      if (common_tables_[i]->table == source.table) broken(rule::table_twice, nullptr, &source);
    see_common_table(source);
  }
  /// The same for what reads itself, inside of it.
  constexpr void see_common_table(const source_info& source) {
    if (common_table_count_ < most_common_tables) common_tables_[common_table_count_++] = &source;
  }
  [[nodiscard]] constexpr bool knows_common_table(const source_info& source) const {
    for (std::size_t i = 0; i < common_table_count_; ++i)
      if (common_tables_[i] == &source) return true;
    return false;
  }

  /// A common table expression that may read itself.
  struct recursion {
    const source_info* of = nullptr;
    std::size_t reads = 0,
                value_depth = 0;  // how often it was read, and inside how many queries used as values this is
  };
  [[nodiscard]] constexpr recursion begin_recursion(const source_info& source) {
    const recursion outer = recursion_;
    recursion_ = {&source};
    return outer;
  }
  constexpr void end_recursion(recursion outer) { recursion_ = outer; }
  /// A query used as a value, or (the second of `except`) as what is taken away: what reads itself is not read there.
  constexpr void enter_value() { ++recursion_.value_depth; }
  constexpr void leave_value() { --recursion_.value_depth; }

  /// Whether this walk checks rules (the counting one does).
  [[nodiscard]] constexpr bool checking() const { return checking_; }

  // ---- clauses, aggregates, windows
  constexpr void in(clause which) {
    again_ = here_.part == which;
    here_.part = which;
  }
  /// Whether the clause before was of the same kind. Ask first: statements inside the clause have clauses of their own.
  [[nodiscard]] constexpr bool again() const { return again_; }

  /// An aggregate belongs to the innermost statement whose columns it reads: `sum(users.age)` in a subquery that reads
  /// users from outside is one of the statement outside. Source: PostgreSQL manual, "Aggregate Expressions".
  /// Pair with `leave_aggregate`, which takes what this returns.
  [[nodiscard]] constexpr statement_facts::open_aggregate enter_aggregate() {
    ++here_.aggregate_depth;
    ++open_aggregates_;
    statement_facts::open_aggregate around{};
    if (current_ != nullptr) {
      around = current_->aggregate;
      current_->aggregate = {};
    }
    return around;
  }
  constexpr void leave_aggregate(const statement_facts::open_aggregate& around) {
    --open_aggregates_;
    --here_.aggregate_depth;
    statement_facts* owner = current_;
    statement_facts::place at = here_;
    std::size_t steps = 0;
    if (current_ != nullptr) {
      const auto [reads, holds] = current_->aggregate;
      const std::size_t nearest = reads < holds ? reads : holds;
      if (nearest != statement_facts::nothing) steps = nearest;
      if (holds == nearest && holds != statement_facts::nothing) broken(rule::nested_aggregate);
      current_->aggregate = {reads < around.reads ? reads : around.reads, steps < around.holds ? steps : around.holds};
    }
    for (std::size_t left = steps; left > 0 && owner != nullptr; --left) {
      at = owner->in_outer;
      owner = owner->outer;
    }
    if (owner == nullptr && current_ != nullptr) return;  // it reads a table that is nowhere
    if (at.aggregate_depth > 0) broken(rule::nested_aggregate);
    if (at.part != clause::projection && at.part != clause::having && at.part != clause::order_by)
      broken(rule::aggregate_in_where);
    if (owner == nullptr) return;
    owner->has_aggregate = true;
    // further out, what it reads stands outside of aggregates
    for (statement_facts* level = current_->outer; level != nullptr; level = level->outer) {
      if (level != owner && level->ungrouped == nullptr) level->ungrouped = level->read_in_aggregate;
      level->read_in_aggregate = nullptr;
    }
  }

  constexpr void enter_window() {
    if (here_.window_depth > 0 || here_.aggregate_depth > 0) broken(rule::nested_window);
    if (here_.part != clause::projection && here_.part != clause::order_by) broken(rule::window_in_where);
    if (current_ != nullptr) current_->has_window = true;
    ++here_.window_depth;
  }
  constexpr void leave_window() { --here_.window_depth; }
  /// A window that the statement must define by name.
  constexpr void check_window(std::string_view name) {
    if (!checking() || current_ == nullptr) return;
    for (std::size_t i = 0; i < current_->window_count; ++i)
      if (current_->windows[i] == name) return;
    broken(rule::unknown_window, name);
  }

  // ---- rules
  constexpr void broken(rule which, const column_info* column = nullptr, const source_info* source = nullptr) {
    if (verdict_.broken != rule::none) return;
    if (column != nullptr) source = column->source;
    verdict_ = {which, source != nullptr ? source->label() : std::string_view{},
                column != nullptr ? column->name : std::string_view{}, here_.part};
  }
  /// The same of something that has a name alone: a window, a column of the result.
  constexpr void broken(rule which, std::string_view name) {
    if (verdict_.broken == rule::none) verdict_ = {which, {}, name, here_.part};
  }
  [[nodiscard]] constexpr const verdict& found() const { return verdict_; }

 protected:
  /// A column of that statement is read inside the aggregates that stand here and in the statements between.
  constexpr void note_in_aggregates(const statement_facts* read) {
    std::size_t steps = 0;
    for (const statement_facts* level = current_; level != nullptr && level != read; level = level->outer) ++steps;
    if (read == nullptr) steps = statement_facts::nothing - 1;
    statement_facts::place at = here_;
    for (statement_facts* level = current_; level != nullptr; at = level->in_outer, level = level->outer) {
      if (at.aggregate_depth > 0 && steps < level->aggregate.reads) level->aggregate.reads = steps;
      if (level == read) return;
      --steps;
    }
  }

  bool checking_;
  verdict verdict_{};
  statement_facts::place here_{};
  bool again_ = false;
  std::size_t open_aggregates_ = 0;
  recursion recursion_{};
  statement_facts* current_ = nullptr;
  static constexpr std::size_t most_common_tables = 32;
  std::size_t common_table_count_ = 0;
  const source_info* common_tables_[most_common_tables];
};

}  // namespace virga::render
