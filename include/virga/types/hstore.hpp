// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <map>
#include <optional>
#include <string>

#include "virga/types/string.hpp"

namespace virga::types {

/// Keys with texts or NULL, each key once. The server keeps them in an order of its own (short keys first), so the
/// order in C++ is not what is sent. The extension `hstore` must be in the database. Source: PostgreSQL manual,
/// "hstore".
struct hstore {
  using value = std::map<std::string, std::optional<std::string>, std::less<>>;
  static constexpr std::string_view name = "hstore", extension = "hstore";
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.order = false};

  /// `"a"=>"1", "b"=>NULL`, as the server writes it: all keys and texts in quotes.
  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not an hstore";
    out.clear();
    if (const fault wrong = check_text(text)) return wrong;
    std::string key, content;
    while (!text.empty()) {
      if (!read_quoted(text, key) || !text.starts_with("=>")) return malformed;
      text.remove_prefix(2);
      std::optional<std::string> of_key;
      if (text.starts_with("NULL")) {
        text.remove_prefix(4);
      } else {
        if (!read_quoted(text, content)) return malformed;
        of_key = content;
      }
      if (!out.try_emplace(key, std::move(of_key)).second) return "it has a key twice";
      if (text.empty()) return nullptr;
      if (!text.starts_with(", ") || text.size() == 2) return malformed;
      text.remove_prefix(2);
    }
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    std::string& text = out.large();
    text.clear();
    for (const auto& [key, content] : in) {
      if (!text.empty()) text += ", ";
      if (const fault wrong = append_quoted(key, text)) return wrong;
      text += "=>";
      if (!content) {
        text += "NULL";
      } else if (const fault wrong = append_quoted(*content, text)) {
        return wrong;
      }
      if (text.size() > largest_text) return "it is larger than the 1 GB a PostgreSQL value can hold";
    }
    out.finish_large();
    return nullptr;
  }

 private:
  static bool read_quoted(std::string_view& text, std::string& out) {
    if (!text.starts_with('"')) return false;
    out.clear();
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (text[at] == '"') {
        text.remove_prefix(at + 1);
        return true;
      }
      if (text[at] == '\\' && ++at == text.size()) return false;
      out += text[at];
    }
    return false;
  }
  static fault append_quoted(const std::string& in, std::string& out) {
    if (const fault wrong = check_text(in)) return wrong;
    out += '"';
    for (const char c : in) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
    return nullptr;
  }
};

}  // namespace virga::types
