// SPDX-License-Identifier: BSL-1.0
//
// Inserts on a real server, row by row, in bulk and by COPY, against the same work written with libpq and with libpqxx.
#include "readings_world.hpp"

namespace {

using namespace bench;

// ---- 10,000 inserts in one transaction, which is undone
// --------------------------------------------------------------
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
      const char* values[] = {id,
                              sensor,
                              row.level.has_value() ? level : nullptr,
                              (*row.place).c_str(),
                              (*row.note).c_str(),
                              *row.valid ? "t" : "f",
                              value,
                              taken_at};
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
      on.exec_prepared("insert_one", *row.id + row_count, *row.sensor, row.level.value(), *row.place, *row.note,
                       *row.valid, *row.value, std::string(time.data()));
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
BENCHMARK(insert_virga_row_by_row)
    ->Name("insert 10,000 rows/virga, row by row")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

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
      if (row.level.has_value())
        append_number(*row.level, lines);
      else
        lines += "\\N";
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
    bench::finish_copy(w.libpq, lines, state);
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
BENCHMARK(bulk_unnest)
    ->Name("bulk insert/unnest")
    ->RangeMultiplier(10)
    ->Range(10, 10'000)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(bulk_copy)
    ->Name("bulk insert/COPY")
    ->RangeMultiplier(10)
    ->Range(10, 10'000)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace
