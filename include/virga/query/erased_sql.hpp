// SPDX-License-Identifier: BSL-1.0
//
// Pieces of SQL that have left their types behind.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "virga/core/quoted.hpp"
#include "virga/query/chain.hpp"

namespace virga::query {

/// A piece of SQL over one row of some tables, of which every value gets its number in the statement it becomes part of.
template <class Piece, class... Tables>
struct piece_over {
  static constexpr void render(sink& s) {
    s.all_dynamic();
    render::statement_facts facts;
    (facts.sources.enter(Tables::source::info, false), ...);
    const auto outer = s.enter(facts);
    s.in(clause::where);
    Piece::render(s);
    s.leave(outer);
  }
};

/// SQL made at run time, with `sink::fragment_parameter` for each of the values it binds.
struct erased_sql {
  std::string text;  // empty for nothing
  std::vector<std::optional<std::string>> values;

  [[nodiscard]] bool empty() const { return text.empty(); }
  /// Puts another piece after this one, with words around both.
  void join(std::string_view before, std::string_view between, const erased_sql& more, std::string_view after) {
    text.insert(0, before).append(between).append(more.text).append(after);
    values.insert(values.end(), more.values.begin(), more.values.end());
  }
  /// As a part of a statement that is left out where there is nothing.
  void bind(binder& b) const {
    b.flag(!empty());
    if (empty()) return;
    b.enter();
    b.fragment(text);
    for (const auto& value : values) b.refer(value ? value->c_str() : nullptr);
    b.leave();
  }
};

template <class... Tables, class Piece>
[[nodiscard]] erased_sql erase(const Piece& piece) {
  using over = piece_over<Piece, Tables...>;
  constexpr auto totals = render::measured_of<over>.totals;
  bool flags[totals.flags + 1];
  render::growing_values values;
  binder b(values, flags, 0);
  b.enter();
  piece.bind(b);
  erased_sql result;
  render::assembler(render::program_of<over>.get(), flags, values.fragments, result.text, true).run();
  for (std::size_t i = 0; i < b.parameters(); ++i) {
    if (values.values[i] == nullptr) result.values.emplace_back();
    else result.values.emplace_back(values.values[i]);
  }
  return result;
}

/// The SQL of an expression over one row of a table, with its values as literals.
template <class Table, class Expression>
[[nodiscard]] std::string with_literals_over(const Expression& expression) {
  const erased_sql erased = erase<Table>(expression);
  std::string out;
  auto value = erased.values.begin();
  for (const char c : erased.text) {
    if (c != sink::fragment_parameter) out += c;
    else if (const auto& next = *value++; next) out += quoted_literal(*next);
    else out += "null";
  }
  return out;
}

}  // namespace virga::query
