// SPDX-License-Identifier: BSL-1.0
//
// Where SQL text is made, once, while the program compiles. Every node has
//
//   static constexpr void render(sink&);     says its SQL, knows no values
//   void bind(binder&) const;                says its values, in the same order
//
// A query is walked twice with the same functions: the first walk counts and checks the rules about whole statements,
// the second writes. What is known only at run time leaves a mark in the constant text; `assemble` (assemble.hpp)
// puts text and marks together.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "virga/render/walk.hpp"

namespace virga::render {

/// What happens at a place in the constant text where the run-time part comes in.
enum class step : unsigned char {
  number,         // the number of the next dynamic parameter
  fragment,       // text made at run time
  number_or,      // flag: such a number instead of the next `length` bytes; else those bytes
  group,          // a list begins that may turn out empty; its prefix of `length` bytes follows
  required,       // the same, where an empty list is an error
  item,           // an item of the list begins; its separator of `length` bytes follows
  optional_item,  // flag: the same; else go on at mark `target`
  item_end,
  group_end,  // the list ends; its suffix of `length` bytes follows
};

struct mark {
  std::uint32_t at = 0;      // offset in the text
  std::uint32_t length = 0;  // of the bytes the step is about
  std::uint32_t target = 0;
  step what = step::number;
};

/// A value that a statement leaves open: its name, and what may be given for it.
struct placeholder_info {
  std::string_view name, type;
  bool takes_booleans, takes_whole_numbers, takes_numbers, takes_text;
  bool takes_its_default;     // a C++ type that has this SQL type by itself
  bool takes_null;
  const char* own = nullptr;  // `identity_of` the C++ type that the place encodes itself, where that is another one
};

class sink : public statement_walk {
 public:
  struct totals {
    std::size_t size = 0, marks = 0, fixed_parameters = 0, dynamic_parameters = 0, flags = 0, fragments = 0,
                placeholders = 0;
    constexpr bool operator==(const totals&) const = default;
  };

  /// A sink that counts.
  constexpr sink() = default;
  /// A sink that writes into `text` and `marks`.
  constexpr sink(char* text, mark* marks) : statement_walk(false), text_(text), marks_(marks) {}

  // ---- text ------------------------------------------------------------------------------------------------
  constexpr void text(std::string_view piece) {
    if (text_ != nullptr) {
      // plain pointers: this loop is most of what the compiler does to make a text
      char* to = text_ + totals_.size;
      const char* from = piece.data();
      for (std::size_t left = piece.size(); left != 0; --left) *to++ = *from++;
    }
    totals_.size += piece.size();
  }
  /// A name, quoted; a quote inside it is doubled.
  constexpr void identifier(std::string_view name) {
    text("\"");
    const char* rest = name.data();
    const char* const end = rest + name.size();
    for (const char* at = rest; at != end; ++at) {
      if (*at != '"') continue;
      text({rest, static_cast<std::size_t>(at - rest) + 1});
      rest = at;  // the quote is said again with what follows it
    }
    text({rest, static_cast<std::size_t>(end - rest)});
    text("\"");
  }
  /// `"schema"."table"` as it is called in FROM, with its alias.
  constexpr void source(const source_info& source) {
    enter_source();
    if (&source == recursion_.of && (++recursion_.reads > 1 || recursion_.value_depth > 0))
      broken(rule::recursion_misplaced, nullptr, &source);
    if (source.kind == source_kind::table && !source.schema.empty()) {
      identifier(source.schema);
      text(".");
    }
    identifier(source.table);
    if (!source.alias.empty()) {
      text(" as ");
      identifier(source.alias);
    }
  }
  /// A column, qualified; it must be one of a source in scope.
  constexpr void column(const column_info& info) {
    if (current_ != nullptr && current_->is_set_operation) return output(info.name);
    check_column(info);
    qualifier(*info.source);
    text(".");
    identifier(info.name);
  }
  /// A column of the statement's result, by its name alone.
  constexpr void output(std::string_view name) {
    if (checking() && current_ != nullptr) {
      const output_kind found = current_->gives_output == nullptr ? output_kind::absent : current_->gives_output(name);
      if (found == output_kind::absent) broken(rule::unknown_output, name);
      if (found == output_kind::unsortable) broken(rule::unsortable, name);
    }
    identifier(name);
  }
  /// A key of ORDER BY that is no column; the result of a set operation is ordered by its columns alone.
  constexpr void order_by_expression() {
    if (checking() && current_ != nullptr && current_->is_set_operation && here_.part == clause::order_by)
      broken(rule::expression_orders_set_operation);
  }
  /// A source that a fragment reads: it must be one of the statement, or of those around it.
  constexpr void read(const source_info& source) {
    if (!checking()) return;
    for (const statement_facts* level = current_; level != nullptr; level = level->outer)
      if (level->sources.place_of(source) != level->sources.size()) return;
    broken(rule::column_not_in_from, nullptr, &source);
  }
  /// An expression that the statement's joins must not make null, and its column if it is one.
  constexpr void never_null(bool (*nullable)(const scope&), const column_info* column) {
    if (checking() && current_ != nullptr && nullable(current_->sources)) broken(rule::keyset_may_be_null, column);
  }
  /// A source of the statement by the name that FROM gives it.
  constexpr void locked(const source_info& source) {
    if (checking() && current_ != nullptr && current_->sources.place_of(source) == current_->sources.size())
      broken(rule::column_not_in_from, nullptr, &source);
    identifier(source.label());
  }
  constexpr void qualifier(const source_info& source) {
    if (source.alias.empty() && !source.schema.empty()) {
      identifier(source.schema);
      text(".");
    }
    identifier(source.label());
  }
  constexpr void number(std::size_t value) {
    if (value >= 10) number(value / 10);
    const char digit = static_cast<char>('0' + value % 10);
    text({&digit, 1});
  }

  // ---- parameters and parts decided at run time ----------------------------------------------------------------
  /// A bound value. Those always there are numbered now, the others after them when the text is assembled. `type` is
  /// the SQL type that it is sent as, where the server has to find the same one.
  constexpr void parameter(std::string_view type = {}) {
    if (dynamic_depth_ == 0) {
      if (types_ != nullptr) types_[totals_.fixed_parameters] = type;
      text("$");
      number(++totals_.fixed_parameters);
    } else {
      ++totals_.dynamic_parameters;
      place(step::number, 0);
    }
  }
  /// A value that is given by name when the statement runs.
  constexpr void placeholder(const placeholder_info& info) {
    if (placeholders_ != nullptr) placeholders_[totals_.placeholders] = info;
    ++totals_.placeholders;
    parameter(info.type);
  }
  /// From here on placeholders are written down there.
  constexpr void collect(placeholder_info* into) { placeholders_ = into; }
  /// And there the types of the parameters that are always there.
  constexpr void collect(std::string_view* types) { types_ = types; }
  /// A bound value, or constant text (`default`) where there is none. The binder decides by a flag.
  constexpr void parameter_or(std::string_view otherwise) {
    ++totals_.dynamic_parameters;
    ++totals_.flags;
    place(step::number_or, otherwise.size());
    text(otherwise);
  }
  /// Text that the binder makes at run time, with a parameter's number for each `fragment_parameter` in it.
  constexpr void fragment() {
    ++totals_.fragments;
    place(step::fragment, 0);
  }
  static constexpr char fragment_parameter = '\1';
  /// Opens a list whose items may be left out. Where all of them are, prefix and suffix are too.
  constexpr void group(std::string_view prefix, bool required = false) {
    place(required ? step::required : step::group, prefix.size());
    text(prefix);
  }
  constexpr void group_end(std::string_view suffix = {}) {
    place(step::group_end, suffix.size());
    text(suffix);
  }
  constexpr void item(std::string_view separator) {
    place(step::item, separator.size());
    text(separator);
  }
  constexpr void item_end() { place(step::item_end, 0); }
  /// What stands between `optional_item` and `optional_end` is there only if the binder's flag says so.
  [[nodiscard]] constexpr std::size_t optional_item(std::string_view separator) {
    ++totals_.flags;
    const std::size_t here = totals_.marks;
    place(step::optional_item, separator.size());
    text(separator);
    ++dynamic_depth_;
    return here;
  }
  constexpr void optional_end(std::size_t begin) {
    --dynamic_depth_;
    if (marks_ != nullptr) marks_[begin].target = static_cast<std::uint32_t>(totals_.marks);
    item_end();
  }
  /// From here on every parameter is numbered when the text is assembled (a fragment of a larger query).
  constexpr void all_dynamic() { ++dynamic_depth_; }

  // ---- statements, clauses, rules ------------------------------------------------------------------------------
  /// The rules that can be judged once a statement was walked to its end.
  constexpr void finish() {
    const statement_facts& all = *current_;
    const bool grouped = all.has_group_by || all.has_aggregate;
    if (all.has_aggregate && recursion_.of != nullptr && all.sources.place_of(*recursion_.of) < all.sources.size())
      broken(rule::recursion_aggregated, nullptr, recursion_.of);
    if (grouped && all.ungrouped != nullptr) broken(rule::ungrouped_column, all.ungrouped);
    if (!grouped && all.has_having) broken(rule::having_without_group);
    if (all.has_lock && (grouped || all.has_window || all.is_distinct)) broken(rule::lock_without_rows);
  }

  /// An expression that may stand in GROUP BY as a whole: inside one that does, columns are grouped.
  [[nodiscard]] constexpr bool enter_expression(void (*identity)(sink&)) {
    if (!checking() || current_ == nullptr || here_.aggregate_depth > 0 || here_.part == clause::group_by) return false;
    for (std::size_t i = 0; i < current_->grouped_expression_count; ++i)
      if (current_->grouped_expressions[i] == identity) {
        current_->met_grouped = true;
        ++here_.grouped_depth;
        return true;
      }
    return false;
  }
  constexpr void leave_expression(bool entered) {
    if (entered) --here_.grouped_depth;
  }

  [[nodiscard]] constexpr const totals& measured() const { return totals_; }

 private:
  constexpr void place(step what, std::size_t length) {
    if (marks_ != nullptr)
      marks_[totals_.marks] = {static_cast<std::uint32_t>(totals_.size), static_cast<std::uint32_t>(length), 0, what};
    ++totals_.marks;
  }

  constexpr void check_column(const column_info& info) {
    if (!checking()) return;
    statement_facts::place at = here_;
    rule which = info.source->kind == source_kind::excluded ? rule::excluded_outside_upsert : rule::column_not_in_from;
    for (statement_facts* level = current_; level != nullptr; at = level->in_outer, level = level->outer) {
      const std::size_t place = level->sources.place_of(*info.source);
      if (place >= level->sources.size()) continue;
      if (which == rule::column_not_in_from) which = rule::row_not_there_yet;
      // a new row has no columns to read yet; the row that was kept out is known to do_update() alone
      const bool in_conflict = at.part == clause::conflict || at.part == clause::conflict_where;
      if (info.source->kind == source_kind::excluded ? !in_conflict : at.part == clause::values) continue;
      // a row of a merge's source that was not matched has no row of the table beside it
      if (place == 0 && at.part == clause::not_matched) continue;
      // the condition of a join, and a lateral query in FROM, read the tables up to their own, and not the one that an
      // update or delete changes
      const bool in_from = at.part == clause::from || at.part == clause::join;
      if (in_from && (place >= level->joined || (place == 0 && level->changes_rows))) {
        which = rule::column_before_its_table;
        continue;
      }
      if (in_from && level->in_right_side) return broken(rule::lateral_of_outer_join, &info);
      if (open_aggregates_ > 0) note_in_aggregates(level);
      check_grouped(*level, at, info);
      return;
    }
    if (open_aggregates_ > 0) note_in_aggregates(nullptr);
    broken(which, &info);
  }
  constexpr void check_grouped(statement_facts& all, const statement_facts::place& at, const column_info& info) const {
    if (all.ungrouped != nullptr || at.aggregate_depth > 0 || at.grouped_depth > 0) return;
    if (at.part != clause::projection && at.part != clause::having && at.part != clause::order_by) return;
    for (std::size_t i = 0; i < all.grouped_count; ++i) {
      const column_info& grouped = *all.grouped[i];
      if (&grouped == &info) return;
      // the primary key decides every other column of its row
      if (grouped.source == info.source && grouped.has(trait::primary_key)) return;
    }
    for (std::size_t i = 0; i < all.grouped_source_count; ++i)
      if (all.grouped_sources[i] == info.source) return;
    if (all.sources.leaves_out(info)) return;
    // whether an aggregate around it is one of this statement is known at its end
    if (open_aggregates_ > 0)
      all.read_in_aggregate = &info;
    else
      all.ungrouped = &info;
  }

  char* text_ = nullptr;
  mark* marks_ = nullptr;
  placeholder_info* placeholders_ = nullptr;
  std::string_view* types_ = nullptr;
  totals totals_{};
  std::size_t dynamic_depth_ = 0;
};

/// Says ", " before every item of a list but the first.
class list_separator {
 public:
  constexpr void say(sink& s) {
    if (any_) s.text(", ");
    any_ = true;
  }

 private:
  bool any_ = false;
};

}  // namespace virga::render
