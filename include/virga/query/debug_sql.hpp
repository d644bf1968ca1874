// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/core/quoted.hpp"
#include "virga/query/statement.hpp"

namespace virga {

namespace query {

/// A statement's text with each `$n` that stands outside of names and literals replaced by its value as a literal.
inline std::string with_literals(const rendered_sql& statement) {
  std::string out;
  const std::string& text = statement.text;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = std::min(text.find(c, at + 1), text.size() - 1);
      out.append(text, at, end - at + 1);
      at = end + 1;
    } else if (c == '$' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9') {
      std::size_t number = 0;
      for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
        number = number * 10 + static_cast<std::size_t>(text[at] - '0');
      const auto& value = statement.params.at(number - 1);
      out += value ? quoted_literal(*value) : "null";
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

}  // namespace query

/// A statement with its values in place as literals, for people to read and to paste into psql. Never send it: the
/// values are meant to be bound. Run time: `value_error`, `empty_statement`.
template <class Statement>
requires(statement_like<Statement> || refused_expression<Statement>) [[nodiscard]] std::string
    debug_sql(const Statement& statement) {
  return query::with_literals(to_sql(statement));
}

}  // namespace virga
