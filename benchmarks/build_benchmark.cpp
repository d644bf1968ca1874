// SPDX-License-Identifier: BSL-1.0
//
// Building a query and binding its values, without a server, each against the same work written by hand.
#include <benchmark/benchmark.h>

#include <charconv>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>

#include "tables.hpp"

namespace {

std::size_t allocations = 0;

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using bench::readings;

/// Reports how many allocations an iteration makes.
class counted {
 public:
  explicit counted(benchmark::State& state) : state_(state), before_(allocations) {}
  ~counted() {
    state_.counters["allocations"] =
        benchmark::Counter(static_cast<double>(allocations - before_), benchmark::Counter::kAvgIterations);
  }

 private:
  benchmark::State& state_;
  std::size_t before_;
};

template <class Statement>
void bind(const Statement& query) {
  const virga::query::bound_statement<Statement> bound(query);
  benchmark::DoNotOptimize(bound.text().data());
  benchmark::DoNotOptimize(bound.values()[0]);
  benchmark::ClobberMemory();
}

// ---- by id -----------------------------------------------------------------------------------------------------
void by_id_by_hand(benchmark::State& state) {
  const counted count(state);
  std::int64_t id = 1;
  for (auto _ : state) {
    const char* text = R"(select "readings"."id", "readings"."place" from "readings" where "readings"."id" = $1)";
    char digits[24];
    *std::to_chars(digits, digits + sizeof digits - 1, ++id).ptr = '\0';
    const char* values[1] = {digits};
    benchmark::DoNotOptimize(text);
    benchmark::DoNotOptimize(values[0]);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(by_id_by_hand)->Name("build by id/by hand");

void by_id_virga(benchmark::State& state) {
  const counted count(state);
  std::int64_t id = 1;
  for (auto _ : state) bind(virga::select(readings.id, readings.place).from(readings).where(readings.id == ++id));
}
BENCHMARK(by_id_virga)->Name("build by id/virga");

// ---- five clauses, three values ----------------------------------------------------------------------------------
void five_clauses_by_hand(benchmark::State& state) {
  const counted count(state);
  int least = 1;
  for (auto _ : state) {
    const char* text =
        R"(select "readings"."id", "readings"."place" from "readings" where "readings"."level" > $1 and )"
        R"("readings"."place" like $2 order by "readings"."taken_at" desc limit $3)";
    const std::string pattern = "north%";
    char level[24], limit[24];
    *std::to_chars(level, level + sizeof level - 1, ++least).ptr = '\0';
    *std::to_chars(limit, limit + sizeof limit - 1, 10).ptr = '\0';
    const char* values[3] = {level, pattern.c_str(), limit};
    benchmark::DoNotOptimize(text);
    benchmark::DoNotOptimize(values[0]);
    benchmark::DoNotOptimize(values[1]);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(five_clauses_by_hand)->Name("build five clauses/by hand");

void five_clauses_virga(benchmark::State& state) {
  const counted count(state);
  int least = 1;
  for (auto _ : state)
    bind(virga::select(readings.id, readings.place)
             .from(readings)
             .where(readings.level > ++least && virga::like(readings.place, "north%"))
             .order_by(virga::desc(readings.taken_at))
             .limit(10));
}
BENCHMARK(five_clauses_virga)->Name("build five clauses/virga");

// ---- five conditions that may be there ---------------------------------------------------------------------------
struct filter {
  std::optional<int> sensor, least, most;
  std::optional<std::string> place;
  std::optional<bool> valid;
};
const filter wanted{.sensor = 7, .least = 10, .most = std::nullopt, .place = "north", .valid = true};

void dynamic_by_hand(benchmark::State& state) {
  const counted count(state);
  for (auto _ : state) {
    std::string text;
    text.reserve(320);
    text = R"(select "readings"."id", "readings"."place" from "readings")";
    char digits[5][24];
    const char* values[5];
    int bound = 0;
    const auto condition = [&](std::string_view condition_text) {
      text += bound == 0 ? " where " : " and ";
      text += condition_text;
      text += static_cast<char>('1' + bound);
    };
    const auto number = [&](std::string_view condition_text, int value) {
      condition(condition_text);
      *std::to_chars(digits[bound], digits[bound] + 23, value).ptr = '\0';
      values[bound] = digits[bound];
      ++bound;
    };
    if (wanted.sensor) number(R"("readings"."sensor" = $)", *wanted.sensor);
    if (wanted.least) number(R"("readings"."level" >= $)", *wanted.least);
    if (wanted.most) number(R"("readings"."level" <= $)", *wanted.most);
    if (wanted.place) {
      condition(R"("readings"."place" = $)");
      values[bound++] = wanted.place->c_str();
    }
    if (wanted.valid) {
      condition(R"("readings"."valid" = $)");
      values[bound++] = *wanted.valid ? "t" : "f";
    }
    benchmark::DoNotOptimize(text.data());
    benchmark::DoNotOptimize(values[0]);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(dynamic_by_hand)->Name("build five optional conditions/by hand");

void dynamic_virga(benchmark::State& state) {
  using virga::when;
  const counted count(state);
  for (auto _ : state)
    bind(virga::select(readings.id, readings.place)
             .from(readings)
             .where(when(wanted.sensor.has_value(), readings.sensor == wanted.sensor.value_or(0)) &&
                    when(wanted.least.has_value(), readings.level >= wanted.least.value_or(0)) &&
                    when(wanted.most.has_value(), readings.level <= wanted.most.value_or(0)) &&
                    when(wanted.place.has_value(), readings.place == wanted.place.value_or("")) &&
                    when(wanted.valid.has_value(), readings.valid == wanted.valid.value_or(false))));
}
BENCHMARK(dynamic_virga)->Name("build five optional conditions/virga");

}  // namespace
