// SPDX-License-Identifier: BSL-1.0
//
// Tags behind each statement, for the server's logs: `select … /*action='list',route='%2Fusers'*/`.
// Source: google.github.io/sqlcommenter/spec.
#pragma once
#include <functional>
#include <map>

#include "virga/pqxx/observer.hpp"

namespace virga {

using query_tags = std::map<std::string, std::string>;

/// The tags as a comment; empty where there are none. Whatever their values are, they do not leave the comment.
[[nodiscard]] inline std::string comment_of(const query_tags& tags) {
  const auto encoded = [](std::string_view text) {
    std::string made;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '_' || c == '.' || c == '~';
      if (is_plain)
        made += c;
      else
        made.append({'%', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]});
    }
    return made;
  };
  std::string comment;
  for (const auto& [key, value] : tags)
    if (!key.empty()) comment += (comment.empty() ? "/*" : ",") + encoded(key) + "='" + encoded(value) + "'";
  return comment.empty() ? comment : comment + "*/";
}

/// Asks `tags` before each statement, in the thread that runs it: `action`, `route`, `application`, `traceparent`, …
/// A statement that has tags is not prepared, so give `traceparent` for the requests alone that are sampled. Statements
/// with a comment of their own are left as they are.
class sqlcommenter : public observer {
 public:
  explicit sqlcommenter(std::function<query_tags(const query_event&)> tags) : tags_(std::move(tags)) {}

  void finished(const query_event&) override {}
  std::string comment(const query_event& event) override {
    const bool has_one =
        event.statement.find("/*") != event.statement.npos || event.statement.find("--") != event.statement.npos;
    return has_one ? std::string() : comment_of(tags_(event));
  }

 private:
  std::function<query_tags(const query_event&)> tags_;
};

}  // namespace virga
