// SPDX-License-Identifier: BSL-1.0
//
// Statements as OpenTelemetry's spans: their names and attributes, for whatever SDK a program has.
// Source: OpenTelemetry, "Semantic conventions for PostgreSQL client operations", "Code attributes".
#pragma once
#include <libpq-fe.h>

#include <functional>
#include <vector>

#include "virga/pqxx/observer.hpp"
#include "virga/pqxx/observers/summary.hpp"

namespace virga {

/// What spans say of the database. No password is part of it.
struct database_identity {
  std::string name{}, schema{}, host{}, port{};

  /// As a URL (or `key=value` pairs) names it, or else libpq's environment variables; empty where they do not.
  [[nodiscard]] static database_identity of(const std::string& url) {
    database_identity found;
    PQconninfoOption* const parts = PQconninfoParse(url.c_str(), nullptr);
    PQconninfoOption* const defaults = PQconndefaults();
    const auto value = [&](std::string_view key) {
      for (const PQconninfoOption* from : {parts, defaults})
        for (const auto* part = from; part != nullptr && part->keyword != nullptr; ++part)
          if (part->keyword == key && part->val != nullptr && *part->val != '\0') return std::string(part->val);
      return std::string();
    };
    found.name = value("dbname");
    found.host = value("host");
    found.port = value("port");
    PQconninfoFree(parts);
    PQconninfoFree(defaults);
    return found;
  }
};

using span_attributes = std::vector<std::pair<std::string, std::string>>;

/// The attributes of a statement that has ended. The text of a statement has placeholders in the place of values; those
/// of columns that are declared `loggable()` are attributes of their own.
[[nodiscard]] inline span_attributes attributes_of(const query_event& event, const database_identity& database) {
  span_attributes all{{"db.system.name", "postgresql"}};
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) all.emplace_back(name, std::move(value));
  };
  add("db.namespace", database.schema.empty() ? database.name : database.name + "|" + database.schema);
  add("server.address", database.host);
  if (database.port != "5432") add("server.port", database.port);
  add("db.query.text", std::string(event.statement));
  add("db.query.summary", summary_of(event.statement));
  for (const logged_value& one : event.values)
    if (one.text) all.emplace_back("db.query.parameter." + std::to_string(one.number - 1), *one.text);
  if (event.succeeded) {
    add("db.response.returned_rows", std::to_string(event.rows));
  } else {
    add("db.response.status_code", std::string(event.sqlstate));
    add("error.type", event.sqlstate.empty() ? "connection_lost" : std::string(event.sqlstate));
  }
  if (event.where.line() != 0) {
    add("code.file.path", event.where.file_name());
    add("code.line.number", std::to_string(event.where.line()));
    add("code.function.name", event.where.function_name());
  }
  return all;
}

/// A statement as a span of kind CLIENT that ends now.
struct query_span {
  std::string name;  // db.query.summary
  span_attributes attributes;
  std::chrono::nanoseconds duration, pool_wait, server, decode;  // duration is the sum of the others
  bool succeeded;
};

/// Calls `write` with a span for each statement, in the thread that ran it.
class span_observer : public observer {
 public:
  span_observer(database_identity database, std::function<void(const query_span&)> write)
      : database_(std::move(database)), write_(std::move(write)) {}
  void finished(const query_event& event) override {
    write_({summary_of(event.statement), attributes_of(event, database_), event.duration(), event.pool_wait,
            event.server, event.decode, event.succeeded});
  }

 private:
  database_identity database_;
  std::function<void(const query_span&)> write_;
};

}  // namespace virga
