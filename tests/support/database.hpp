// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "virga/testing/postgres.hpp"

/// The server that the tests use: the one named by the environment variable DATABASE_URL, whose user must be allowed to
/// make databases, or else a throw-away server of this process.
namespace tests {

namespace detail {

/// The databases that this process has made on a server that is not its own; dropped at exit.
class borrowed_server {
 public:
  explicit borrowed_server(std::string url) : url_(std::move(url)) {}
  borrowed_server(const borrowed_server&) = delete;
  borrowed_server& operator=(const borrowed_server&) = delete;
  ~borrowed_server() {
    try {
      for (const auto& name : made_) run("drop database if exists " + name + " with (force)");
    } catch (const std::exception&) {  // the server has gone; nothing to drop
    }
  }

  [[nodiscard]] const std::string& url() const { return url_; }

  [[nodiscard]] std::string create_database() {
    const std::string name = "virga_test_" + std::to_string(::getpid()) + "_" + std::to_string(made_.size());
    run("drop database if exists " + name + " with (force)");
    run("create database " + name);
    made_.push_back(name);
    return with_database(name);
  }

 private:
  void run(const std::string& sql) const {
    // The address may name another time limit; it comes last.
    const char* const words[] = {"connect_timeout", "dbname", nullptr};
    const char* const values[] = {"10", url_.c_str(), nullptr};
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdbParams(words, values, 1), PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
      throw std::runtime_error(std::string("DATABASE_URL: ") + PQerrorMessage(connection.get()));
    PQsetNoticeProcessor(
        connection.get(), [](void*, const char*) {}, nullptr);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), sql.c_str()), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
      throw std::runtime_error("DATABASE_URL: " + sql + ": " + PQerrorMessage(connection.get()));
  }

  /// DATABASE_URL with another database in it, as key='value' words.
  [[nodiscard]] std::string with_database(const std::string& name) const {
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> parts(PQconninfoParse(url_.c_str(), nullptr),
                                                                               PQconninfoFree);
    if (!parts) throw std::runtime_error("DATABASE_URL is no connection string");
    std::string words = "dbname='" + name + "'";
    for (const PQconninfoOption* part = parts.get(); part->keyword != nullptr; ++part) {
      if (part->val == nullptr || std::string(part->keyword) == "dbname") continue;
      words += std::string(" ") + part->keyword + "='";
      for (const char* letter = part->val; *letter != '\0'; ++letter) {
        if (*letter == '\'' || *letter == '\\') words += '\\';
        words += *letter;
      }
      words += '\'';
    }
    return words;
  }

  std::string url_;
  std::vector<std::string> made_;
};

/// The server named by DATABASE_URL, or null.
inline borrowed_server* borrowed() {
  static const std::unique_ptr<borrowed_server> server = [] {
    const char* url = std::getenv("DATABASE_URL");
    return url != nullptr && *url != '\0' ? std::make_unique<borrowed_server>(url) : nullptr;
  }();
  return server.get();
}

}  // namespace detail

/// The connection string of a server that runs.
inline std::string server_url() {
  auto* const borrowed = detail::borrowed();
  return borrowed != nullptr ? borrowed->url() : virga::testing::postgres::shared().url();
}

/// The connection string of an empty database that nobody else uses; gone when the tests end.
inline std::string fresh_database() {
  auto* const borrowed = detail::borrowed();
  return borrowed != nullptr ? borrowed->create_database() : virga::testing::postgres::shared().create_database();
}

}  // namespace tests
