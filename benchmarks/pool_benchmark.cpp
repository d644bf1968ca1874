// SPDX-License-Identifier: BSL-1.0
//
// Taking a connection from a pool and giving it back, with nobody else there; beside it the least that a pool by hand
// does, a stack behind a mutex. And threads that share a few connections, against as many threads as connections.
#include <benchmark/benchmark.h>
#include <libpq-fe.h>

#include <mutex>
#include <optional>
#include <string>
#include <vector>
#include <virga/pqxx.hpp>

#include "by_hand.hpp"

namespace {

using namespace virga::literals;
using bench::server_url;

void acquire_by_hand(benchmark::State& state) {
  std::mutex mutex;
  std::vector<PGconn*> idle{PQconnectdb(server_url().c_str())};
  for (auto _ : state) {
    PGconn* taken = nullptr;
    {
      const std::lock_guard lock(mutex);
      taken = idle.back();
      idle.pop_back();
    }
    benchmark::DoNotOptimize(PQstatus(taken));
    const std::lock_guard lock(mutex);
    idle.push_back(taken);
  }
  PQfinish(idle.back());
}
BENCHMARK(acquire_by_hand)->Name("acquire a connection/by hand");

void acquire_virga(benchmark::State& state) {
  virga::database db(server_url());
  for (auto _ : state) {
    const auto held = db.acquire();
    benchmark::DoNotOptimize(&held.connection());
  }
}
BENCHMARK(acquire_virga)->Name("acquire a connection/virga");

constexpr auto one_row = "select 42";
constexpr int connections = 8;

void shared_by_hand(benchmark::State& state) {
  PGconn* mine = PQconnectdb(server_url().c_str());
  for (auto _ : state) PQclear(PQexecParams(mine, one_row, 0, nullptr, nullptr, nullptr, nullptr, 0));
  PQfinish(mine);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(shared_by_hand)->Name("8 connections/by hand, a thread each")->Threads(connections)->UseRealTime();

void shared_virga(benchmark::State& state) {
  static virga::database db(server_url(), {.max_connections = connections});
  const virga::statement what{one_row, nullptr, 0, false};
  for (auto _ : state) benchmark::DoNotOptimize(execute(db, what).rows());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(shared_virga)->Name("8 connections/virga, 32 threads")->Threads(4 * connections)->UseRealTime();

}  // namespace
