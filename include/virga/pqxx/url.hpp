// SPDX-License-Identifier: BSL-1.0
//
// A database's URL: the settings of virga's own that it may carry, and what may be shown of it.
//   postgresql://user:password@host:5432/name?sslmode=require&max_connections=20&acquire_timeout=5s
#pragma once
#include <libpq-fe.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "virga/pqxx/neon.hpp"

namespace virga::detail {

/// `500ms`, `30s`, `10min`, `2h`.
inline std::optional<std::chrono::milliseconds> read_duration(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc()) return {};
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const std::int64_t factor = unit == "ms" ? 1 : unit == "s" ? 1000 : unit == "min" ? 60000 : unit == "h" ? 3600000 : 0;
  constexpr std::int64_t longest = std::int64_t{1} << 40;  // 34 years, in milliseconds
  if (factor == 0 || number > longest / factor || number < -longest / factor) return {};
  return std::chrono::milliseconds(number * factor);
}
inline std::optional<std::size_t> read_count(std::string_view text) {
  std::size_t number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// Takes one setting of virga's own over into the options. False where the name is none of them.
inline bool read_setting(std::string_view name, std::string_view value, database_options& options,
                         std::vector<std::string>& mistakes) {
  struct count_setting {
    std::string_view name;
    std::size_t& target;
  };
  struct duration_setting {
    std::string_view name;
    std::chrono::milliseconds& target;
  };
  const count_setting counts[] = {{"max_connections", options.max_connections},
                                  {"min_connections", options.min_connections},
                                  {"max_opening", options.max_opening},
                                  {"max_prepared", options.connection.max_prepared},
                                  {"connect_attempts", options.connection.connect_attempts}};
  const duration_setting durations[] = {{"acquire_timeout", options.acquire_timeout},
                                        {"idle_timeout", options.idle_timeout},
                                        {"max_lifetime", options.max_lifetime},
                                        {"check_after", options.check_after},
                                        {"ping_after", options.ping_after},
                                        {"ping_timeout", options.ping_timeout},
                                        {"connect_patience", options.connect_patience},
                                        {"leak_after", options.leak_after}};
  for (const auto& one : counts) {
    if (one.name != name) continue;
    if (const auto number = read_count(value))
      one.target = *number;
    else
      mistakes.push_back(std::string(name) + " in the URL is no number: \"" + std::string(value) + "\"");
    return true;
  }
  for (const auto& one : durations) {
    if (one.name != name) continue;
    if (const auto duration = read_duration(value))
      one.target = *duration;
    else
      mistakes.push_back(std::string(name) + " in the URL is no duration: \"" + std::string(value) +
                         "\"; write 500ms, 30s, 10min or 2h");
    return true;
  }
  if (name == "connect_timeout") {  // libpq's own, in seconds, or a duration like the others
    const auto count = read_count(value);
    const auto duration = count ? read_duration(std::string(value) + "s") : read_duration(value);
    if (duration)
      options.connection.connect_timeout = *duration;
    else
      mistakes.push_back("connect_timeout in the URL is no duration: \"" + std::string(value) +
                         "\"; write seconds, or 500ms, 30s");
    return true;
  }
  if (name == "prepare") {
    if (value == "true" || value == "false")
      options.connection.prepare = value == "true";
    else
      mistakes.push_back("prepare in the URL is neither true nor false: \"" + std::string(value) + "\"");
    return true;
  }
  if (name == "pooler") {
    if (value == "none")
      options.connection.pooler = pooler_mode::none;
    else if (value == "transaction")
      options.connection.pooler = pooler_mode::transaction;
    else
      mistakes.push_back("pooler in the URL is neither none nor transaction: \"" + std::string(value) + "\"");
    return true;
  }
  return false;
}

/// Where the hosts of a URL begin, behind a user and a password, as libpq sees it; npos where it is no URL.
inline std::size_t hosts_in(std::string_view url) {
  const std::size_t scheme =
      url.starts_with("postgresql://") || url.starts_with("postgres://") ? url.find("://") + 3 : url.npos;
  const std::size_t at = scheme == url.npos ? url.npos : url.find_first_of("@/", scheme);
  return at != url.npos && url[at] == '@' ? at + 1 : scheme;
}

/// Moves virga's own settings from the URL into the options, and what its host says; returns the URL that is left, for
/// libpq.
inline std::string take_settings(std::string_view url, database_options& options, std::vector<std::string>& mistakes) {
  const std::size_t question = url.find('?', hosts_in(url));
  const bool has_settings = question != url.npos;
  std::string left(has_settings ? url.substr(0, question) : url);
  char separator = '?';
  said_in_url said;
  for (std::string_view rest = has_settings ? url.substr(question + 1) : ""; !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    const std::size_t equals = one.find('=');
    said.pooler = said.pooler || one.substr(0, equals) == "pooler";
    said.connect_timeout = said.connect_timeout || one.substr(0, equals) == "connect_timeout";
    if (equals != one.npos && read_setting(one.substr(0, equals), one.substr(equals + 1), options, mistakes)) continue;
    left += separator;
    left += one;
    separator = '&';
  }
  apply_host(left, said, options.connection);
  return left;
}

/// Whether each of the ports, with commas between them, is one, or left out.
inline bool are_ports(std::string_view ports) {
  for (std::string_view rest = ports;;) {
    const std::string_view one = rest.substr(0, rest.find(','));
    const std::size_t number = read_count(one).value_or(0);
    if (!one.empty() && (number < 1 || number > 65535)) return false;
    if (one.size() == rest.size()) return true;
    rest.remove_prefix(one.size() + 1);
  }
}

/// What libpq finds wrong with a URL, or would quote when it looks for a host; empty where it can be read. Without what
/// libpq quotes of it, unless that is the name of an option: it may be a piece of a password.
inline std::string mistake_in_url(const std::string& url) {
  const std::string encode = "; in a user name or password write @ as %40, / as %2F, : as %3A, % as %25";
  if (const std::size_t hosts = hosts_in(url); hosts != url.npos)
    if (std::string_view(url).substr(hosts, url.find('?', hosts) - hosts).find('@') != url.npos)
      return "the URL has an @ behind the one that ends the password, or behind a /" + encode;
  char* message = nullptr;
  PQconninfoOption* const parts = PQconninfoParse(url.c_str(), &message);
  if (parts != nullptr) {
    bool fits = true;
    for (const PQconninfoOption* one = parts; one->keyword != nullptr; ++one)
      if (one->val != nullptr && std::string_view(one->keyword) == "port") fits = are_ports(one->val);
    PQconninfoFree(parts);
    return fits ? "" : "the port in the URL is no number from 1 to 65535" + encode;
  }
  std::string said = message != nullptr ? message : "out of memory";
  PQfreemem(message);
  while (!said.empty() && said.back() == '\n') said.pop_back();
  const bool names_an_option =
      said.starts_with("invalid connection option \"") || said.starts_with("invalid URI query parameter: \"");
  const std::size_t after = said.rfind(": \"");
  const std::size_t missing = said.find("after \"");
  if (!names_an_option && after != said.npos)
    said.resize(after);
  else if (!names_an_option && missing != said.npos)
    said.resize(missing + 5);
  return "the URL cannot be read: " + said + "; correct it: postgresql://user:password@host:port/database";
}

}  // namespace virga::detail
