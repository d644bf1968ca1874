// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>
#include <string_view>

#include "virga/expr/expression.hpp"
#include "virga/query/debug_sql.hpp"
#include "virga/render/text.hpp"

namespace virga::ddl {

/// A name as SQL writes it.
inline std::string quoted_identifier(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}
using query::quoted_literal;

/// An expression over one row of a table, of which every value is to stand in its text.
template <class Table, class Expression>
struct fragment {
  static constexpr void render(sink& s) {
    s.all_dynamic();
    render::statement_facts facts;
    facts.sources.enter(Table::source::info, false);
    const auto outer = s.enter(facts);
    s.in(render::clause::where);
    Expression::render(s);
    s.leave(outer);
  }
};

/// The SQL of an expression over one row of a table, with its values as literals: the definitions of a schema take no
/// parameters.
template <class Table, class Expression>
[[nodiscard]] std::string with_literals(const Expression& expression) {
  constexpr render::rule broken = render::measured_of<fragment<Table, Expression>>.found.broken;
  static_assert(broken == render::rule::none || broken == render::rule::already_said,
                "virga: checks and indexes of a table are made of its own columns, without aggregates");
  constexpr auto& program = render::program_of<fragment<Table, Expression>>;
  constexpr auto totals = render::measured_of<fragment<Table, Expression>>.totals;
  parameter_text texts[totals.dynamic_parameters + 1];
  const char* values[totals.dynamic_parameters + 1];
  bool flags[totals.flags + 1];
  binder values_of(texts, values, flags, 0);
  expression.bind(values_of);

  std::string out;
  std::size_t said = 0, next = 0;
  for (std::size_t i = 0; i < totals.marks; ++i) {
    const std::size_t here = program.marks[i].at;
    out.append(program.view(), said, here - said);
    said = here;
    const char* value = values[next++];
    out += value == nullptr ? "null" : quoted_literal(value);
  }
  out.append(program.view(), said);
  return out;
}

}  // namespace virga::ddl
