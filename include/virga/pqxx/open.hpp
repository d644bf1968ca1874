// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <libpq-fe.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "virga/exec/database_error.hpp"
#include "virga/pqxx/url.hpp"
#include "virga/pqxx/wait.hpp"

namespace virga::native {

/// Closes a `PGconn` unless it was released.
class owned_connection {
 public:
  explicit owned_connection(PGconn* handle) : handle_(handle) {}
  owned_connection(const owned_connection&) = delete;
  owned_connection& operator=(const owned_connection&) = delete;
  ~owned_connection() { PQfinish(handle_); }
  [[nodiscard]] PGconn* get() const { return handle_; }
  [[nodiscard]] PGconn* release() { return std::exchange(handle_, nullptr); }

 private:
  PGconn* handle_;
};

/// The SQLSTATE in a verbose message of a failed connection (`FATAL:  28P01: …`); empty where there is none.
inline std::string sqlstate_in(std::string_view message) {
  for (std::size_t colon = message.find(":  "); colon != message.npos; colon = message.find(":  ", colon + 1)) {
    const std::string_view state = message.substr(colon + 3, 5);
    bool looks_right = state.size() == 5 && message.substr(colon + 8, 1) == ":";
    for (const char c : state) looks_right = looks_right && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    if (looks_right) return std::string(state);
  }
  return {};
}

/// What to do about a connection that could not be made.
inline std::string_view advice(std::string_view sqlstate, std::string_view message) {
  if (sqlstate.starts_with("28")) return "check the user name and password in the URL, and the server's pg_hba.conf";
  if (sqlstate == "3D000") return "create the database, or correct its name in the URL";
  if (sqlstate == "53300") return "the server takes no more connections: close some, or raise max_connections";
  if (sqlstate == "57P03") return "the server is starting or stopping: try again in a moment";
  if (message.find("could not translate") != message.npos) return "check the host name in the URL";
  if (message.find("invalid connection option") != message.npos || message.find("URI") != message.npos)
    return "correct the URL: postgresql://user:password@host:port/database";
  return "check that the server is running, and the host and port in the URL";
}

[[noreturn]] inline void refuse_connection(std::string message, const std::source_location& where) {
  const std::string state = sqlstate_in(message);
  throw connection_error(
      "virga: cannot connect to PostgreSQL: " + one_line(message) + "; " + std::string(advice(state, message)), state,
      where);
}

/// Waits for the next step of a connection that is being made; false when the time is up or a stop was requested.
inline bool wait_for_step(int socket, bool to_read, const interruption& until) {
  using clock = interruption::clock;
  if (!until.stop.stop_possible()) return wait_for(socket, to_read, until.deadline);
  while (!until.stop.stop_requested() && !until.is_late())
    if (wait_for(socket, to_read, std::min(until.deadline, clock::now() + std::chrono::milliseconds(10)))) return true;
  return false;
}

/// One attempt to connect; null where there is no answer in time, or a stop was requested.
inline PGconn* try_to_open(const std::string& url, const interruption& until, const std::source_location& where) {
  // dbname takes a whole URL when it comes first and expand_dbname is set; what is named after it wins
  const char* keys[] = {"fallback_application_name", "dbname", "client_encoding", nullptr};
  const char* values[] = {"virga", url.c_str(), "UTF8", nullptr};
  owned_connection opening(PQconnectStartParams(keys, values, 1));
  if (opening.get() == nullptr) throw connection_error("virga: cannot connect to PostgreSQL: out of memory", {}, where);
  PQsetErrorVerbosity(opening.get(), PQERRORS_VERBOSE);  // so that failures tell their SQLSTATE
  // libpq would print the last words of a server that ends meanwhile
  const PQnoticeProcessor usual = PQsetNoticeProcessor(
      opening.get(), [](void*, const char*) {}, nullptr);

  PostgresPollingStatusType next = PGRES_POLLING_WRITING;
  while (next != PGRES_POLLING_OK) {
    if (next == PGRES_POLLING_FAILED || PQstatus(opening.get()) == CONNECTION_BAD)
      refuse_connection(PQerrorMessage(opening.get()), where);
    if (!wait_for_step(PQsocket(opening.get()), next == PGRES_POLLING_READING, until)) return nullptr;
    next = PQconnectPoll(opening.get());
  }
  PQsetErrorVerbosity(opening.get(), PQERRORS_DEFAULT);
  PQsetNoticeProcessor(opening.get(), usual, nullptr);

  // Dates and times are read in this form; a server or role may be set to another one.
  const char* style = PQparameterStatus(opening.get(), "DateStyle");
  if (style == nullptr || !std::string_view(style).starts_with("ISO")) {
    const char* const text = "set datestyle = ISO";
    (void)PQsendQuery(opening.get(), text);
    const result set = receive(opening.get(), until);
    if (!set.succeeded()) refuse(opening.get(), set, text, where);
  }
  return opening.release();
}

/// Opens a connection. `url` as libpq takes it: a URL or `key=value` pairs. What it leaves open: UTF-8, and
/// `application_name` virga. `when` ends it early, but not while libpq looks for the host's address, which cannot be
/// interrupted. Run time: `connection_error` with the cause and the next step, after `timeout` for each attempt at the
/// latest; `query_cancelled` where a stop was requested.
inline PGconn* open(const std::string& url, std::chrono::milliseconds timeout, std::size_t attempts = 1,
                    const interruption& when = {}, const std::source_location& where = {}) {
  using clock = interruption::clock;
  if (std::string mistake = detail::mistake_in_url(url); !mistake.empty())
    throw configuration_error({std::move(mistake)}, where);
  const auto began = clock::now();
  for (std::size_t i = 0; i < attempts; ++i) {
    const auto until = std::min(clock::now() + timeout, when.deadline);
    if (PGconn* const opened = try_to_open(url, {when.stop, until}, where)) return opened;
    refuse_interrupted({when.stop}, {}, where, "while a connection was opened");
    if (when.is_late()) break;
  }
  const auto waited = std::chrono::round<std::chrono::milliseconds>(clock::now() - began);
  const bool cut_short = when.is_late();
  throw connection_error("virga: cannot connect to PostgreSQL: no answer within " +
                             std::to_string((cut_short ? waited : timeout).count()) + " ms" +
                             (attempts > 1 && !cut_short ? ", " + std::to_string(attempts) + " times" : "") +
                             "; check the host and port in the URL, or allow more time" +
                             (cut_short ? "" : " with connect_timeout"),
                         {}, where);
}

}  // namespace virga::native
