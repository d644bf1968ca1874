// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>
#include <string_view>

namespace virga {

/// A text between quotes of a kind; such quotes inside of it are doubled.
inline std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out.append(c == quote ? 2 : 1, c);
  return out + quote;
}
/// A name as SQL writes it.
inline std::string quoted_identifier(std::string_view name) { return quoted(name, '"'); }
/// A text as a SQL literal. Source: PostgreSQL manual, "String Constants" (standard_conforming_strings is on).
inline std::string quoted_literal(std::string_view text) { return quoted(text, '\''); }

}  // namespace virga
