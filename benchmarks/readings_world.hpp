// SPDX-License-Identifier: BSL-1.0
//
// The readings that selects and inserts are measured on: one server and one data set for all of them.
#pragma once
#include <pqxx/pqxx>
#include <vector>
#include <virga/pqxx.hpp>

#include "by_hand.hpp"
#include "tables.hpp"

namespace bench {

inline constexpr std::int64_t row_count = 100'000;
inline constexpr std::size_t insert_count = 10'000;

inline std::vector<NewReading> new_readings(std::size_t count) {
  std::vector<NewReading> rows;
  rows.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back({.id = static_cast<std::int64_t>(i + 1),
                    .sensor = static_cast<int>(i % 97),
                    .level = i % 10 == 0 ? std::optional<int>() : static_cast<int>(i % 1000),
                    .place = "place number " + std::to_string(i % 500),
                    .note = "a note of some length about reading " + std::to_string(i),
                    .valid = i % 3 != 0,
                    .value = static_cast<double>(i) * 0.37,
                    .taken_at = std::chrono::sys_time<std::chrono::microseconds>(
                        std::chrono::microseconds(1'700'000'000'000'000 + static_cast<std::int64_t>(i) * 1'234'567))});
  return rows;
}

/// The server, its data, and one connection of each kind; made once.
struct world {
  std::optional<virga::database> database;
  std::optional<virga::connection> connection;
  std::optional<pqxx::connection> pqxx_connection;
  PGconn* libpq = nullptr;

  world() {
    const std::string& url = server_url();
    database.emplace(url);
    connection.emplace(url);
    pqxx_connection.emplace(url);
    libpq = PQconnectdb(url.c_str());
    connection->send("drop table if exists readings");
    virga::create_tables(*database, readings);
    virga::insert_into(readings).values(new_readings(row_count)).run(*database);
    connection->send("vacuum analyze readings");
    PQclear(PQprepare(libpq, "by_id", by_id, 0, nullptr));
    PQclear(PQprepare(libpq, "insert_one", insert_one, 0, nullptr));
    pqxx_connection->prepare("by_id", by_id);
    pqxx_connection->prepare("insert_one", insert_one);
  }
  static constexpr const char* columns =
      R"("readings"."id", "readings"."sensor", "readings"."level", "readings"."place", "readings"."note", )"
      R"("readings"."valid", "readings"."value", "readings"."taken_at" from "readings")";
  static constexpr const char* by_id =
      R"(select "readings"."id", "readings"."sensor", "readings"."level", "readings"."place", "readings"."note", )"
      R"("readings"."valid", "readings"."value", "readings"."taken_at" from "readings" where "readings"."id" = $1)";
  static constexpr const char* insert_one = "insert into readings values ($1, $2, $3, $4, $5, $6, $7, $8)";
};
inline world& the_world() {
  static world one;
  return one;
}

inline std::int64_t next_id() {
  static std::int64_t id = 0;
  id = (id + 7919) % row_count;
  return id + 1;
}

}  // namespace bench
