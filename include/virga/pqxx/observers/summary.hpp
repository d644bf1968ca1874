// SPDX-License-Identifier: BSL-1.0
//
// A statement in few words, for names of spans and labels of counters, of which there should not be many.
#pragma once
#include <string>
#include <string_view>

namespace virga {

/// The statement's first word, in small letters; `other` where it is not one of SQL's usual ones.
[[nodiscard]] inline std::string operation_of(std::string_view statement) {
  constexpr std::string_view known[] = {"select",    "insert",  "update", "delete", "with",   "merge",
                                        "values",    "begin",   "commit", "call",   "copy",   "rollback",
                                        "savepoint", "release", "create", "alter",  "drop",   "truncate",
                                        "explain",   "set",     "reset",  "show",   "listen", "notify"};
  while (!statement.empty() && std::string_view(" \n\t\r(").find(statement.front()) != std::string_view::npos)
    statement.remove_prefix(1);
  std::string word;
  for (const char c : statement) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (!is_capital && (c < 'a' || c > 'z')) break;
    word += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const std::string_view one : known)
    if (one == word) return word;
  return "other";
}

/// The operation and the table that it is about: `select users`, `insert app.users`; the operation alone where a table
/// is not named right after FROM, INTO or UPDATE.
[[nodiscard]] inline std::string summary_of(std::string_view statement) {
  std::string summary = operation_of(statement);
  const std::string_view before = summary == "select" || summary == "delete" ? " from \""
                                  : summary == "insert"                      ? " into \""
                                  : summary == "update"                      ? "update \""
                                                                             : "";
  const std::size_t at = before.empty() ? statement.npos : statement.find(before);
  if (at == statement.npos) return summary;
  std::string name;
  std::string_view rest = statement.substr(at + before.size() - 1);
  while (rest.starts_with('"')) {
    const std::size_t end = rest.find('"', 1);
    if (end == rest.npos) return summary;
    name += rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    if (!rest.starts_with(".\"")) break;
    name += '.';
    rest.remove_prefix(1);
  }
  return summary + " " + name;
}

}  // namespace virga
