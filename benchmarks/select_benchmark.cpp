// SPDX-License-Identifier: BSL-1.0
//
// Selects on a real server, each against the same work written with libpq and with libpqxx. Run them interleaved
// (benchmarks/run does) and compare ratios, not times.
#include <cstring>

#include "readings_world.hpp"

namespace {

using namespace bench;

void read_row(PGresult* result, int row, Reading& out) {
  const auto text = [&](int column) { return PQgetvalue(result, row, column); };
  const auto size = [&](int column) { return PQgetlength(result, row, column); };
  out.id = read_number<std::int64_t>(text(0), size(0));
  out.sensor = read_number<int>(text(1), size(1));
  if (PQgetisnull(result, row, 2))
    out.level.reset();
  else
    out.level = read_number<int>(text(2), size(2));
  out.place.assign(text(3), static_cast<std::size_t>(size(3)));
  out.note.assign(text(4), static_cast<std::size_t>(size(4)));
  out.valid = *text(5) == 't';
  out.value = read_number<double>(text(6), size(6));
  out.taken_at = read_time(text(7), size(7));
}
void read_row(const pqxx::row& row, Reading& out) {
  out.id = row[0].as<std::int64_t>();
  out.sensor = row[1].as<int>();
  if (row[2].is_null())
    out.level.reset();
  else
    out.level = row[2].as<int>();
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
BENCHMARK(hundred_libpq_pipelined)
    ->Name("100 selects by id/libpq, pipelined")
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);

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
    Type::decode_binary({PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))},
                        out);
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

}  // namespace
