// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "virga/core/error.hpp"

/// Making and dropping databases: a few statements through libpq, and the names and connection strings they need.
namespace virga::testing::detail {

/// A statement that the server has refused, with its SQLSTATE.
class refusal : public error {
 public:
  refusal(std::string state, std::string message) : error(std::move(message)), state_(std::move(state)) {}
  [[nodiscard]] const std::string& state() const noexcept { return state_; }

 private:
  std::string state_;
};

/// A connection as the superuser, for one statement.
class admin_connection {
 public:
  explicit admin_connection(const std::string& url)
      : handle_(PQconnectdb((url + "&connect_timeout=10").c_str()), PQfinish) {
    if (PQstatus(handle_.get()) != CONNECTION_OK)
      throw error(std::string("virga: cannot reach the throw-away server: ") + PQerrorMessage(handle_.get()));
  }
  /// Runs one statement; the first cell of its result, "" where it has none.
  std::string run(const std::string& sql) const {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(handle_.get(), sql.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
      const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
      throw refusal(state != nullptr ? state : "", "virga: " + sql + ": " + PQerrorMessage(handle_.get()));
    }
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
  }
  [[nodiscard]] std::string quoted(const std::string& name) const {
    const std::unique_ptr<char, void (*)(void*)> text(PQescapeIdentifier(handle_.get(), name.data(), name.size()),
                                                      PQfreemem);
    if (!text) throw error("virga: \"" + name + "\" is no name for a database");
    return text.get();
  }
  [[nodiscard]] std::string literal(const std::string& value) const {
    const std::unique_ptr<char, void (*)(void*)> text(PQescapeLiteral(handle_.get(), value.data(), value.size()),
                                                      PQfreemem);
    if (!text) throw error("virga: \"" + value + "\" is no name for a database");
    return text.get();
  }
  [[nodiscard]] bool is_at_least(int version) const { return PQserverVersion(handle_.get()) >= version; }

 private:
  std::unique_ptr<PGconn, void (*)(PGconn*)> handle_;
};

/// PostgreSQL would cut a longer name silently.
[[nodiscard]] inline std::string checked(std::string_view name) {
  if (name.empty() || name.size() > 63 || name.find('\0') != std::string_view::npos)
    throw error("virga: a database's name has 1 to 63 bytes, none of them NUL; not so \"" + std::string(name) + "\"");
  return std::string(name);
}

/// The database's name out of a connection string, or the name itself.
[[nodiscard]] inline std::string database_of(std::string_view name_or_url) {
  if (!name_or_url.starts_with("postgresql://") && !name_or_url.starts_with("postgres://")) return checked(name_or_url);
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> parts(
      PQconninfoParse(std::string(name_or_url).c_str(), nullptr), PQconninfoFree);
  for (const PQconninfoOption* part = parts.get(); part != nullptr && part->keyword != nullptr; ++part)
    if (std::string_view(part->keyword) == "dbname" && part->val != nullptr) return checked(part->val);
  throw error("virga: no database is named in " + std::string(name_or_url));
}

/// Percent-encodes all but the characters that need it nowhere in a URL.
[[nodiscard]] inline std::string encode(std::string_view text) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (plain.find(letter) != std::string_view::npos) {
      result += letter;
    } else {
      result += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return result;
}

}  // namespace virga::testing::detail
