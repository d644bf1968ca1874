// SPDX-License-Identifier: BSL-1.0
//
// Queries on a real server, each against the same work written with libpq and with libpqxx. The programs share one
// server and one data set; run them interleaved (benchmarks/run does) and compare ratios, not times.
#include <benchmark/benchmark.h>
#include <libpq-fe.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <pqxx/pqxx>
#include <string>
#include <vector>
#include <virga/pqxx.hpp>
#include <virga/testing/postgres.hpp>

#include "tables.hpp"

namespace {

using bench::NewReading;
using bench::Reading;
using bench::readings;

constexpr std::int64_t row_count = 100'000;
constexpr std::size_t insert_count = 10'000;

std::vector<NewReading> new_readings(std::size_t count) {
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
  std::optional<virga::testing::postgres> server;
  std::string url;
  std::optional<virga::database> database;
  std::optional<virga::connection> connection;
  std::optional<pqxx::connection> pqxx_connection;
  PGconn* libpq = nullptr;

  world() {
    const char* given = std::getenv("DATABASE_URL");
    if (given == nullptr) server.emplace();
    url = given != nullptr ? given : server->url();
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
world& the_world() {
  static world one;
  return one;
}

std::int64_t next_id() {
  static std::int64_t id = 0;
  id = (id + 7919) % row_count;
  return id + 1;
}

// ---- by hand: what a careful C++ programmer writes over libpq ------------------------------------------------------
template <class Number>
Number read_number(const char* text, int size) {
  Number value{};
  std::from_chars(text, text + size, value);
  return value;
}
// `2024-02-29 23:59:59.123456+00`, the server's time zone being UTC
std::chrono::sys_time<std::chrono::microseconds> read_time(const char* text, int size) {
  const auto two = [&](int at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const std::chrono::year_month_day day{std::chrono::year(two(0) * 100 + two(2)),
                                        std::chrono::month(static_cast<unsigned>(two(5))),
                                        std::chrono::day(static_cast<unsigned>(two(8)))};
  std::int64_t fraction = 0;
  if (text[19] == '.') {
    int digits = 0;
    for (int at = 20; at < size && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
      fraction = fraction * 10 + (text[at] - '0');
    for (; digits < 6; ++digits) fraction *= 10;
  }
  return std::chrono::sys_days(day) + std::chrono::hours(two(11)) + std::chrono::minutes(two(14)) +
         std::chrono::seconds(two(17)) + std::chrono::microseconds(fraction);
}
void read_row(PGresult* result, int row, Reading& out) {
  const auto text = [&](int column) { return PQgetvalue(result, row, column); };
  const auto size = [&](int column) { return PQgetlength(result, row, column); };
  out.id = read_number<std::int64_t>(text(0), size(0));
  out.sensor = read_number<int>(text(1), size(1));
  if (PQgetisnull(result, row, 2)) out.level.reset();
  else out.level = read_number<int>(text(2), size(2));
  out.place.assign(text(3), static_cast<std::size_t>(size(3)));
  out.note.assign(text(4), static_cast<std::size_t>(size(4)));
  out.valid = *text(5) == 't';
  out.value = read_number<double>(text(6), size(6));
  out.taken_at = read_time(text(7), size(7));
}
void read_row(const pqxx::row& row, Reading& out) {
  out.id = row[0].as<std::int64_t>();
  out.sensor = row[1].as<int>();
  if (row[2].is_null()) out.level.reset();
  else out.level = row[2].as<int>();
  out.place = row[3].as<std::string>();
  out.note = row[4].as<std::string>();
  out.valid = row[5].as<bool>();
  out.value = row[6].as<double>();
  out.taken_at = read_time(row[7].c_str(), static_cast<int>(row[7].size()));
}

pqxx::result prepared(pqxx::transaction_base& on, const char* name, std::int64_t id) {
#if PQXX_VERSION_MAJOR < 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10)
  return on.exec_prepared(name, id);
#else
  return on.exec(pqxx::prepped(name), pqxx::params(id));
#endif
}

// ---- select by id ------------------------------------------------------------------------------------------------
void by_id_libpq(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    char digits[24];
    *std::to_chars(digits, digits + sizeof digits - 1, next_id()).ptr = '\0';
    const char* values[1] = {digits};
    PGresult* result = PQexecPrepared(w.libpq, "by_id", 1, values, nullptr, nullptr, 0);
    Reading row;
    read_row(result, 0, row);
    PQclear(result);
    benchmark::DoNotOptimize(row);
  }
}
BENCHMARK(by_id_libpq)->Name("select by id/libpq")->UseRealTime();

void by_id_libpqxx(benchmark::State& state) {
  pqxx::nontransaction on(*the_world().pqxx_connection);
  for (auto _ : state) {
    Reading row;
    read_row(prepared(on, "by_id", next_id())[0], row);
    benchmark::DoNotOptimize(row);
  }
}
BENCHMARK(by_id_libpqxx)->Name("select by id/libpqxx")->UseRealTime();

void by_id_connection(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    auto row = virga::select().from(readings).where(readings.id == next_id()).one(*w.connection);
    benchmark::DoNotOptimize(row);
  }
}
BENCHMARK(by_id_connection)->Name("select by id/virga connection")->UseRealTime();

void by_id_database(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    auto row = virga::select().from(readings).where(readings.id == next_id()).one(*w.database);
    benchmark::DoNotOptimize(row);
  }
}
BENCHMARK(by_id_database)->Name("select by id/virga")->UseRealTime();

// ---- 100 selects by id, one by one and in one round trip ----------------------------------------------------------
constexpr int selects = 100;

void hundred_libpq(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    for (int i = 0; i < selects; ++i) {
      char digits[24];
      *std::to_chars(digits, digits + sizeof digits - 1, next_id()).ptr = '\0';
      const char* values[1] = {digits};
      PGresult* result = PQexecPrepared(w.libpq, "by_id", 1, values, nullptr, nullptr, 0);
      Reading row;
      read_row(result, 0, row);
      PQclear(result);
      benchmark::DoNotOptimize(row);
    }
  }
}
BENCHMARK(hundred_libpq)->Name("100 selects by id/libpq, one by one")->UseRealTime()->Unit(benchmark::kMicrosecond);

void hundred_libpq_pipelined(benchmark::State& state) {
  world& w = the_world();
  PQclear(PQexec(w.libpq, ""));  // or the first rows come one by one if those before did
  for (auto _ : state) {
    PQenterPipelineMode(w.libpq);
    for (int i = 0; i < selects; ++i) {
      char digits[24];
      *std::to_chars(digits, digits + sizeof digits - 1, next_id()).ptr = '\0';
      const char* values[1] = {digits};
      PQsendQueryPrepared(w.libpq, "by_id", 1, values, nullptr, nullptr, 0);
    }
    PQpipelineSync(w.libpq);
    for (int i = 0; i < selects; ++i) {
      PGresult* result = PQgetResult(w.libpq);
      Reading row;
      read_row(result, 0, row);
      PQclear(result);
      PQclear(PQgetResult(w.libpq));
      benchmark::DoNotOptimize(row);
    }
    PQclear(PQgetResult(w.libpq));
    PQexitPipelineMode(w.libpq);
  }
}
BENCHMARK(hundred_libpq_pipelined)->Name("100 selects by id/libpq, pipelined")->UseRealTime()->Unit(benchmark::kMicrosecond);

void hundred_virga(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    for (int i = 0; i < selects; ++i) {
      auto row = virga::select().from(readings).where(readings.id == next_id()).one(*w.database);
      benchmark::DoNotOptimize(row);
    }
  }
}
BENCHMARK(hundred_virga)->Name("100 selects by id/virga, one by one")->UseRealTime()->Unit(benchmark::kMicrosecond);

void hundred_virga_batch(benchmark::State& state) {
  world& w = the_world();
  const auto by_id = [] { return virga::select().from(readings).where(readings.id == next_id()); };
  for (auto _ : state) {
    std::vector<decltype(by_id())> queries;
    queries.reserve(selects);
    for (int i = 0; i < selects; ++i) queries.push_back(by_id());
    auto rows = w.database->batch(queries);
    benchmark::DoNotOptimize(std::get<0>(rows).data());
  }
}
BENCHMARK(hundred_virga_batch)->Name("100 selects by id/virga, batch")->UseRealTime()->Unit(benchmark::kMicrosecond);

// ---- 100,000 rows of 8 columns ------------------------------------------------------------------------------------
void fetch_libpq(benchmark::State& state) {
  world& w = the_world();
  const std::string text = std::string("select ") + world::columns;
  for (auto _ : state) {
    PGresult* result = PQexecParams(w.libpq, text.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    std::vector<Reading> rows(static_cast<std::size_t>(PQntuples(result)));
    for (std::size_t i = 0; i < rows.size(); ++i) read_row(result, static_cast<int>(i), rows[i]);
    PQclear(result);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(fetch_libpq)->Name("fetch 100,000 rows/libpq")->UseRealTime()->Unit(benchmark::kMillisecond);

// the same in binary format
template <class Type, class Value>
void read_binary(PGresult* result, int row, int column, Value& out) {
  if constexpr (virga::is_optional<Value>) {
    if (PQgetisnull(result, row, column)) return out.reset();
    return read_binary<Type>(result, row, column, out.emplace());
  } else {
    Type::decode_binary({PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))}, out);
  }
}
void fetch_libpq_binary(benchmark::State& state) {
  namespace types = virga::types;
  world& w = the_world();
  const std::string text = std::string("select ") + world::columns;
  for (auto _ : state) {
    PGresult* result = PQexecParams(w.libpq, text.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1);
    std::vector<Reading> rows(static_cast<std::size_t>(PQntuples(result)));
    for (int i = 0; i < PQntuples(result); ++i) {
      Reading& out = rows[static_cast<std::size_t>(i)];
      read_binary<types::bigint>(result, i, 0, out.id);
      read_binary<types::integer>(result, i, 1, out.sensor);
      read_binary<types::integer>(result, i, 2, out.level);
      out.place.assign(PQgetvalue(result, i, 3), static_cast<std::size_t>(PQgetlength(result, i, 3)));
      out.note.assign(PQgetvalue(result, i, 4), static_cast<std::size_t>(PQgetlength(result, i, 4)));
      read_binary<types::boolean>(result, i, 5, out.valid);
      read_binary<types::double_precision>(result, i, 6, out.value);
      read_binary<types::timestamptz>(result, i, 7, out.taken_at);
    }
    PQclear(result);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(fetch_libpq_binary)->Name("fetch 100,000 rows/libpq, binary")->UseRealTime()->Unit(benchmark::kMillisecond);

void fetch_libpqxx(benchmark::State& state) {
  pqxx::nontransaction on(*the_world().pqxx_connection);
  const std::string text = std::string("select ") + world::columns;
  for (auto _ : state) {
    const pqxx::result result = on.exec(text);
    std::vector<Reading> rows(static_cast<std::size_t>(result.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) read_row(result[static_cast<pqxx::result::size_type>(i)], rows[i]);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(fetch_libpqxx)->Name("fetch 100,000 rows/libpqxx")->UseRealTime()->Unit(benchmark::kMillisecond);

void fetch_virga(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    auto rows = virga::select().from(readings).all(*w.database);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(fetch_virga)->Name("fetch 100,000 rows/virga")->UseRealTime()->Unit(benchmark::kMillisecond);

void stream_libpq(benchmark::State& state) {
  world& w = the_world();
  const std::string text = std::string("select ") + world::columns;
  for (auto _ : state) {
    PQsendQueryParams(w.libpq, text.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    PQsetSingleRowMode(w.libpq);
    while (PGresult* result = PQgetResult(w.libpq)) {
      if (PQntuples(result) != 0) {
        Reading row;
        read_row(result, 0, row);
        benchmark::DoNotOptimize(row);
      }
      PQclear(result);
    }
  }
}
BENCHMARK(stream_libpq)->Name("stream 100,000 rows/libpq")->UseRealTime()->Unit(benchmark::kMillisecond);

void stream_virga(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state)
    for (auto& row : virga::select().from(readings).stream(*w.database)) benchmark::DoNotOptimize(row);
}
BENCHMARK(stream_virga)->Name("stream 100,000 rows/virga")->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- 10,000 inserts in one transaction, which is undone -------------------------------------------------------------------------------
void insert_libpq(benchmark::State& state) {
  world& w = the_world();
  const auto rows = new_readings(insert_count);
  for (auto _ : state) {
    PQclear(PQexec(w.libpq, "begin"));
    for (const NewReading& row : rows) {
      char id[24], sensor[16], level[16], value[32], taken_at[40];
      *std::to_chars(id, id + 23, *row.id + row_count).ptr = '\0';
      *std::to_chars(sensor, sensor + 15, *row.sensor).ptr = '\0';
      if (row.level.has_value()) *std::to_chars(level, level + 15, *row.level).ptr = '\0';
      *std::to_chars(value, value + 31, *row.value).ptr = '\0';
      virga::parameter_text time;
      virga::types::timestamptz::encode(*row.taken_at, time);
      std::memcpy(taken_at, time.data(), time.size() + 1);
      const char* values[] = {id,    sensor, row.level.has_value() ? level : nullptr, (*row.place).c_str(), (*row.note).c_str(),
                              *row.valid ? "t" : "f", value, taken_at};
      PQclear(PQexecPrepared(w.libpq, "insert_one", 8, values, nullptr, nullptr, 0));
    }
    PQclear(PQexec(w.libpq, "rollback"));
  }
}
BENCHMARK(insert_libpq)->Name("insert 10,000 rows/libpq, row by row")->UseRealTime()->Unit(benchmark::kMillisecond);

void insert_libpqxx(benchmark::State& state) {
  world& w = the_world();
  const auto rows = new_readings(insert_count);
  for (auto _ : state) {
    pqxx::work on(*w.pqxx_connection);
    for (const NewReading& row : rows) {
      virga::parameter_text time;
      virga::types::timestamptz::encode(*row.taken_at, time);
#if PQXX_VERSION_MAJOR < 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10)
      on.exec_prepared("insert_one", *row.id + row_count, *row.sensor, row.level.value(), *row.place, *row.note, *row.valid,
                       *row.value, std::string(time.data()));
#else
      on.exec(pqxx::prepped("insert_one"), pqxx::params(*row.id + row_count, *row.sensor, row.level.value(), *row.place,
                                                        *row.note, *row.valid, *row.value, std::string(time.data())));
#endif
    }
  }
}
BENCHMARK(insert_libpqxx)->Name("insert 10,000 rows/libpqxx, row by row")->UseRealTime()->Unit(benchmark::kMillisecond);

void insert_virga(benchmark::State& state) {
  world& w = the_world();
  auto rows = new_readings(insert_count);
  for (NewReading& row : rows) row.id = *row.id + row_count;
  for (auto _ : state) {
    virga::transaction on(*w.connection);
    virga::insert_into(readings).values(rows).run(on);
  }
}
BENCHMARK(insert_virga)->Name("insert 10,000 rows/virga")->UseRealTime()->Unit(benchmark::kMillisecond);

void insert_virga_row_by_row(benchmark::State& state) {
  world& w = the_world();
  auto rows = new_readings(insert_count);
  for (NewReading& row : rows) row.id = *row.id + row_count;
  for (auto _ : state) {
    virga::transaction on(*w.connection);
    for (const NewReading& row : rows) virga::insert_into(readings).values(row).run(on);
  }
}
BENCHMARK(insert_virga_row_by_row)->Name("insert 10,000 rows/virga, row by row")->UseRealTime()->Unit(benchmark::kMillisecond);

// Text as COPY takes it.
void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\\\"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      default: out += c;
    }
  }
}
template <class Number>
void append_number(Number value, std::string& out) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}
void insert_libpq_copy(benchmark::State& state) {
  world& w = the_world();
  const auto rows = new_readings(insert_count);
  for (auto _ : state) {
    PQclear(PQexec(w.libpq, "begin"));
    PQclear(PQexec(w.libpq, "copy readings from stdin"));
    std::string lines;
    virga::parameter_text time;
    for (const NewReading& row : rows) {
      append_number(*row.id + row_count, lines);
      lines += '\t';
      append_number(*row.sensor, lines);
      lines += '\t';
      if (row.level.has_value()) append_number(*row.level, lines);
      else lines += "\\N";
      lines += '\t';
      append_escaped(*row.place, lines);
      lines += '\t';
      append_escaped(*row.note, lines);
      lines += *row.valid ? "\tt\t" : "\tf\t";
      append_number(*row.value, lines);
      lines += '\t';
      virga::types::timestamptz::encode(*row.taken_at, time);
      lines.append(time.view()) += '\n';
      if (lines.size() < 65536) continue;
      PQputCopyData(w.libpq, lines.data(), static_cast<int>(lines.size()));
      lines.clear();
    }
    PQputCopyData(w.libpq, lines.data(), static_cast<int>(lines.size()));
    PQputCopyEnd(w.libpq, nullptr);
    PGresult* const result = PQgetResult(w.libpq);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) state.SkipWithError(PQerrorMessage(w.libpq));
    PQclear(result);
    PQclear(PQgetResult(w.libpq));
    PQclear(PQexec(w.libpq, "rollback"));
  }
}
BENCHMARK(insert_libpq_copy)->Name("insert 10,000 rows/libpq COPY")->UseRealTime()->Unit(benchmark::kMillisecond);

void insert_virga_copy(benchmark::State& state) {
  world& w = the_world();
  auto rows = new_readings(insert_count);
  for (NewReading& row : rows) row.id = *row.id + row_count;
  for (auto _ : state) {
    virga::transaction on(*w.connection);
    virga::copy_into(readings).from(rows).run(on);
  }
}
BENCHMARK(insert_virga_copy)->Name("insert 10,000 rows/virga copy_into")->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- rows in bulk: what bulk_insert chooses between, for several numbers of rows -----------------------------------
void bulk_by(benchmark::State& state, std::size_t copy_from) {
  world& w = the_world();
  auto rows = new_readings(static_cast<std::size_t>(state.range(0)));
  for (NewReading& row : rows) row.id = *row.id + row_count;
  for (auto _ : state) {
    virga::transaction on(*w.connection);
    virga::bulk_insert(readings, rows).copy_from(copy_from).run(on);
  }
}
void bulk_unnest(benchmark::State& state) { bulk_by(state, SIZE_MAX); }
void bulk_copy(benchmark::State& state) { bulk_by(state, 1); }
BENCHMARK(bulk_unnest)->Name("bulk insert/unnest")->RangeMultiplier(10)->Range(10, 10'000)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(bulk_copy)->Name("bulk insert/COPY")->RangeMultiplier(10)->Range(10, 10'000)->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
