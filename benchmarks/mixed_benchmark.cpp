// SPDX-License-Identifier: BSL-1.0
//
// 100,000 rows of eight columns of eight types, read and written (COPY), against what is written by hand over libpq
// with from_chars and to_chars. Run them interleaved (benchmarks/run does) and compare ratios, not times.
#include <benchmark/benchmark.h>
#include <libpq-fe.h>

#include <string>
#include <vector>
#include <virga/pqxx.hpp>

#include "by_hand.hpp"

namespace {

using namespace bench;
namespace pg = virga::pg;
using virga::col;

template <class Mode>
struct orders_table {
  static constexpr auto table = pg::table("mixed_orders");
  col<Mode, pg::bigint("id").primary_key()> id{};
  col<Mode, pg::numeric("price", 12, 2).not_null()> price{};
  col<Mode, pg::text("buyer").not_null()> buyer{};
  col<Mode, pg::timestamptz("placed_at").not_null()> placed_at{};
  col<Mode, pg::uuid("key").not_null()> key{};
  col<Mode, pg::boolean("paid").not_null()> paid{};
  col<Mode, pg::double_precision("weight").not_null()> weight{};
  col<Mode, pg::jsonb("details").not_null()> details{};
};
constexpr virga::table<orders_table> orders;
using Order = virga::infer_select<orders>;

/// What somebody keeps who has neither a decimal nor a uuid type.
struct kept_order {
  std::int64_t id;
  std::string price, buyer;
  moment placed_at;
  unsigned char key[16];
  bool paid;
  double weight;
  std::string details;
};

constexpr std::size_t row_count = 100'000;

std::vector<Order> some_orders() {
  std::vector<Order> rows(row_count);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Order& row = rows[i];
    row.id = static_cast<std::int64_t>(i + 1) * 1'000'003;
    row.price = virga::decimal(std::to_string(i * 37 % 1'000'000) + "." + std::to_string(10 + i % 90));
    row.buyer = "buyer number " + std::to_string(i % 5000);
    row.placed_at = moment(std::chrono::microseconds(1'700'000'000'000'000 + static_cast<std::int64_t>(i) * 1'234'567));
    for (std::size_t at = 0; auto& byte : row.key) byte = static_cast<unsigned char>(i * 31 + at++ * 17);
    row.paid = i % 3 != 0;
    row.weight = static_cast<double>(i) * 0.37;
    row.details = R"({"lines": [1, 2, )" + std::to_string(i) + R"(], "gift": false})";
  }
  return rows;
}

struct world {
  std::optional<virga::connection> connection;
  PGconn* libpq = nullptr;
  std::vector<Order> rows = some_orders();
  std::vector<kept_order> rows_by_hand;

  world() {
    const std::string& url = bench::server_url();
    connection.emplace(url);
    libpq = PQconnectdb(url.c_str());
    connection->send("drop table if exists mixed_orders");
    virga::create_tables(*connection, orders);
    virga::copy_into(orders).from(rows).run(*connection);
    connection->send("vacuum analyze mixed_orders");
    for (const Order& row : rows) {
      kept_order& copy = rows_by_hand.emplace_back(
          kept_order{row.id, row.price.text(), row.buyer, row.placed_at, {}, row.paid, row.weight, row.details});
      std::copy(row.key.begin(), row.key.end(), copy.key);
    }
  }
};
world& the_world() {
  static world one;
  return one;
}

// ---- by hand -----------------------------------------------------------------------------------------------------
unsigned char hex_digit(char c) { return static_cast<unsigned char>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10); }
void read_uuid(const char* text, unsigned char* out) {
  for (int i = 0; i < 16; ++i, text += 2) {
    if (*text == '-') ++text;
    out[i] = static_cast<unsigned char>(hex_digit(text[0]) << 4 | hex_digit(text[1]));
  }
}
void read_row(PGresult* result, int row, kept_order& out) {
  const auto text = [&](int column) { return PQgetvalue(result, row, column); };
  const auto size = [&](int column) { return PQgetlength(result, row, column); };
  out.id = read_number<std::int64_t>(text(0), size(0));
  out.price.assign(text(1), static_cast<std::size_t>(size(1)));
  out.buyer.assign(text(2), static_cast<std::size_t>(size(2)));
  out.placed_at = read_time(text(3), size(3));
  read_uuid(text(4), out.key);
  out.paid = *text(5) == 't';
  out.weight = read_number<double>(text(6), size(6));
  out.details.assign(text(7), static_cast<std::size_t>(size(7)));
}

void append_uuid(const unsigned char* key, std::string& out) {
  for (int i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += "0123456789abcdef"[key[i] >> 4];
    out += "0123456789abcdef"[key[i] & 15];
  }
}

// ---- read --------------------------------------------------------------------------------------------------------
void read_libpq(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    PGresult* result =
        PQexec(w.libpq,
               R"(select "id", "price", "buyer", "placed_at", "key", "paid", "weight", "details" from "mixed_orders")");
    std::vector<kept_order> rows(static_cast<std::size_t>(PQntuples(result)));
    for (std::size_t i = 0; i < rows.size(); ++i) read_row(result, static_cast<int>(i), rows[i]);
    PQclear(result);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(read_libpq)->Name("read 100,000 mixed rows/libpq")->UseRealTime()->Unit(benchmark::kMillisecond);

void read_virga(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    auto rows = virga::select().from(orders).all(*w.connection);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(read_virga)->Name("read 100,000 mixed rows/virga")->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- write, in a transaction that is undone ------------------------------------------------------------------------
constexpr const char* empty_copy = "create temporary table mixed_orders (like public.mixed_orders) on commit drop";
void write_libpq(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    PQclear(PQexec(w.libpq, "begin"));
    PQclear(PQexec(w.libpq, empty_copy));
    PQclear(PQexec(w.libpq, "copy mixed_orders from stdin"));
    std::string lines;
    for (const kept_order& row : w.rows_by_hand) {
      append_number(row.id, lines);
      lines += '\t';
      lines += row.price;
      lines += '\t';
      append_escaped(row.buyer, lines);
      lines += '\t';
      append_time(row.placed_at, lines);
      lines += '\t';
      append_uuid(row.key, lines);
      lines += row.paid ? "\tt\t" : "\tf\t";
      append_number(row.weight, lines);
      lines += '\t';
      append_escaped(row.details, lines);
      lines += '\n';
      if (lines.size() < 65536) continue;
      PQputCopyData(w.libpq, lines.data(), static_cast<int>(lines.size()));
      lines.clear();
    }
    bench::finish_copy(w.libpq, lines, state);
  }
}
BENCHMARK(write_libpq)->Name("write 100,000 mixed rows/libpq COPY")->UseRealTime()->Unit(benchmark::kMillisecond);

void write_virga(benchmark::State& state) {
  world& w = the_world();
  for (auto _ : state) {
    virga::transaction on(*w.connection);
    virga::execute(on, virga::statement{empty_copy, nullptr, 0, false});
    virga::copy_into(orders).from(w.rows).run(on);
  }
}
BENCHMARK(write_virga)->Name("write 100,000 mixed rows/virga copy_into")->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- values to text alone ------------------------------------------------------------------------------------------
void encode_by_hand(benchmark::State& state) {
  world& w = the_world();
  std::string out;
  for (auto _ : state) {
    for (const kept_order& row : w.rows_by_hand) {
      out.clear();
      append_number(row.id, out);
      append_time(row.placed_at, out);
      append_uuid(row.key, out);
      append_number(row.weight, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
}
BENCHMARK(encode_by_hand)->Name("encode 100,000 mixed rows/by hand")->Unit(benchmark::kMillisecond);

void encode_virga(benchmark::State& state) {
  world& w = the_world();
  virga::parameter_text out;
  for (auto _ : state) {
    for (const Order& row : w.rows) {
      virga::types::bigint::encode(row.id, out);
      benchmark::DoNotOptimize(out.data());
      virga::types::timestamptz::encode(row.placed_at, out);
      benchmark::DoNotOptimize(out.data());
      virga::types::uuid::encode(row.key, out);
      benchmark::DoNotOptimize(out.data());
      virga::types::double_precision::encode(row.weight, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
}
BENCHMARK(encode_virga)->Name("encode 100,000 mixed rows/virga")->Unit(benchmark::kMillisecond);

}  // namespace
