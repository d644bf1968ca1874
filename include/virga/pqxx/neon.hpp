// SPDX-License-Identifier: BSL-1.0
//
// What a host name of Neon says: ep-cool-name-123456-pooler.eu-central-1.aws.neon.tech is behind a pooler in
// transaction mode, and a database that sleeps takes seconds to answer the first connection. Source:
// neon.tech/docs/connect/connection-pooling, neon.tech/docs/connect/connection-latency.
#pragma once
#include <libpq-fe.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "virga/pqxx/options.hpp"

namespace virga::detail {

/// The host of a URL or of `key=value` pairs; empty where there is none, or it cannot be read.
inline std::string host_of(const std::string& url) {
  PQconninfoOption* const parts = PQconninfoParse(url.c_str(), nullptr);
  std::string host;
  for (const auto* part = parts; part != nullptr && part->keyword != nullptr; ++part)
    if (std::string_view(part->keyword) == "host" && part->val != nullptr) host = part->val;
  PQconninfoFree(parts);
  return host;
}

inline bool is_neon(std::string_view host) { return host.ends_with(".neon.tech"); }
inline bool is_neon_pooler(std::string_view host) {
  return is_neon(host) && host.substr(0, host.find('.')).ends_with("-pooler");
}

/// What a URL says itself, whatever its host.
struct said_in_url {
  bool pooler = false, connect_timeout = false;
};

/// Takes over what the host says.
inline void apply_host(const std::string& url, const said_in_url& said, connection_options& options) {
  const std::string host = host_of(url);
  if (!is_neon(host)) return;
  if (is_neon_pooler(host) && !said.pooler) options.pooler = pooler_mode::transaction;
  if (!said.connect_timeout)
    options.connect_timeout = std::max(options.connect_timeout, std::chrono::milliseconds(15000));
  options.connect_attempts = std::max<std::size_t>(options.connect_attempts, 2);
}

}  // namespace virga::detail
