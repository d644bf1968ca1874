// SPDX-License-Identifier: BSL-1.0
//
// Streams: the same rows as all() gives, and what becomes of one that does not reach its end.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <ranges>
#include <thread>

#include "support/database.hpp"
#include "support/gate.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace std::chrono_literals;
using namespace virga::literals;
using virga::placeholder;
using virga::select;

template <class Mode>
struct samples_table {
  static constexpr auto table = pg::table("samples");
  virga::col<Mode, pg::bigint("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("level")> level{};
  virga::col<Mode, pg::timestamptz("at")> at{};
  virga::col<Mode, pg::boolean("valid").not_null()> valid{};
  virga::col<Mode, pg::bytea("data")> data{};
};
constexpr virga::table<samples_table> samples;
using Sample = virga::infer_select<samples>;

bool same(const Sample& a, const Sample& b) {
  return a.id == b.id && a.name == b.name && a.level == b.level && a.at == b.at && a.valid == b.valid &&
         a.data == b.data;
}

/// A connection that has 2000 samples, of all kinds.
class stream : public ::testing::Test {
 protected:
  void SetUp() override {
    run("create table samples (id bigint primary key, name text not null, level int, at timestamptz, valid bool not "
        "null, "
        "data bytea)");
    run("insert into samples select i, case i % 3 when 0 then '' else repeat('x', (i % 40)::int) || i end, "
        "case when i % 2 = 0 then i end, case when i % 5 <> 0 then '2024-02-29 12:00+00'::timestamptz + i * '1 "
        "ms'::interval "
        "end, i % 7 = 0, case when i % 4 = 0 then decode(md5(i::text), 'hex') end from generate_series(1, 2000) as i");
  }
  void run(const std::string& text) { db.acquire().connection().send(text); }
  /// The only connection of the database works, and is the one that worked before.
  void expect_usable(const std::string& after) {
    EXPECT_EQ(select(virga::count().as("n"_name)).from(samples).one(db)["n"_name], 2000) << after;
    EXPECT_EQ(db.statistics().opened, 1U) << after;
  }
  const std::string url = tests::fresh_database();
  virga::database db{url, {.max_connections = 1, .acquire_timeout = 2s}};
};

/// Numbers from 1 up; the server sends them as it makes them.
auto numbers(int up_to) { return select(virga::sql<int>("generate_series(1, {})"_sql, up_to).as("n"_name)); }

template <class Query, class Executor>
std::vector<Sample> streamed(const Query& query, Executor& on) {
  std::vector<Sample> rows;
  for (auto& row : query.stream(on)) rows.push_back(std::move(row));
  return rows;
}

TEST_F(stream, gives_the_rows_of_all) {
  const auto in_order = select().from(samples).order_by(samples.id);
  const auto compare = [&](const auto& query) {
    const auto expected = query.all(db), got = streamed(query, db);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), got.begin(), got.end(), same)) << got.size();
    std::vector<Sample> by_each;
    query.each(db, [&](Sample&& row) { by_each.push_back(std::move(row)); });
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), by_each.begin(), by_each.end(), same));
    db.transaction([&](auto& tx) {
      EXPECT_EQ(streamed(query, tx).size(), expected.size());
      tx.transaction([&](auto& inner) { EXPECT_EQ(streamed(query, inner).size(), expected.size()); });
    });
    return got.size();
  };
  EXPECT_EQ(compare(in_order), 2000U);
  EXPECT_EQ(compare(select().from(samples).where(samples.id < 0)), 0U);
  EXPECT_EQ(compare(select().from(samples).where(samples.id == 3)), 1U);
  EXPECT_EQ(compare(select().from(samples).where(when(true, samples.id > 1990)).order_by(samples.id)), 10U);
  expect_usable("whole streams");
}

TEST_F(stream, is_an_input_range) {
  auto rows = numbers(3).stream(db);
  static_assert(std::ranges::input_range<decltype(rows)> && std::movable<std::ranges::iterator_t<decltype(rows)>>);
  auto moved = std::move(rows);
  std::vector<int> seen;
  for (const auto& [n] : moved) seen.push_back(n);
  EXPECT_EQ(seen, (std::vector<int>{1, 2, 3}));
  EXPECT_TRUE(moved.begin() == moved.end()) << "it is read only once";
  int sum = 0;
  for (const auto& [n] : numbers(2'000'000'000).stream(db) | std::views::drop(1) | std::views::take(3)) sum += n;
  EXPECT_EQ(sum, 2 + 3 + 4);
  auto held = db.acquire();
  auto one = numbers(3).stream(held.connection());
  EXPECT_EQ(std::ranges::distance(one), 3);
  one = numbers(2).stream(held.connection());
  EXPECT_EQ(std::ranges::distance(one), 2);
}

TEST_F(stream, of_a_large_value_and_of_a_prepared_query) {
  const std::string large(10'000'000, 'y');
  run("insert into samples values (9999, repeat('y', 10000000), null, null, true, null)");
  const auto by_id = prepare(select(samples.name).from(samples).where(samples.id == placeholder("id"_name)));
  for (auto& row : by_id.stream(db, "id"_name = 9999)) EXPECT_TRUE(row.name == large);
  std::string name;
  by_id.each(
      db, [&](auto row) { name = row.name; }, "id"_name = 1);
  EXPECT_EQ(name, "x1");
}

TEST_F(stream, left_half_way_is_cancelled) {
  const auto began = std::chrono::steady_clock::now();
  for (int round = 0; round < 3; ++round) {
    int seen = 0;
    for (const auto& row : numbers(2'000'000'000).stream(db))  // hours of them
      if (row["n"_name] > 0 && ++seen == 5000) break;
    EXPECT_EQ(seen, 5000);
    expect_usable("half a stream");
  }
  { auto never_read = numbers(2'000'000'000).stream(db); }
  expect_usable("a stream nobody read");
  EXPECT_THROW(numbers(2'000'000'000)
                   .each(db,
                         [](auto row) {
                           if (row["n"_name] == 10) throw std::runtime_error("enough");
                         }),
               std::runtime_error);
  expect_usable("an exception");
  EXPECT_LT(std::chrono::steady_clock::now() - began, 20s);
}

TEST_F(stream, left_half_way_in_a_transaction_does_not_spoil_it) {
  db.transaction([&](auto& tx) {
    delete_from(samples).where(samples.id == 1).run(tx);
    for (const auto& [n] : numbers(300'000).stream(tx))
      if (n == 2000) break;
    EXPECT_THROW(numbers(300'000).each(tx,
                                       [](auto row) {
                                         if (row["n"_name] == 10) throw std::runtime_error("enough");
                                       }),
                 std::runtime_error);
    delete_from(samples).where(samples.id == 2).run(tx);
  });
  EXPECT_EQ(select(virga::count().as("n"_name)).from(samples).one(db)["n"_name], 1998);
  EXPECT_EQ(db.statistics().opened, 1U);
}

TEST_F(stream, that_writes_does_so_to_its_end) {
  const auto mark = update(samples).set(samples.level = -1).all_rows().returning(samples.id);
  for (const auto& row : mark.stream(db))
    if (row.id != 0) break;
  EXPECT_EQ(select(virga::count().as("n"_name)).from(samples).where(samples.level == -1).one(db)["n"_name], 2000);
  const auto gone = virga::cte("gone"_name).as(delete_from(samples).all_rows().returning(samples.id));
  for (const auto& [n] : with(gone).select(virga::sql<int>("generate_series(1, 50)"_sql)).from(gone).stream(db))
    if (n == 7) break;
  EXPECT_EQ(select(virga::count().as("n"_name)).from(samples).one(db)["n"_name], 0);
}

TEST_F(stream, meets_an_error_of_the_server_half_way) {
  const auto failing = select(virga::sql<std::int64_t>("1 / (500 - {})"_sql, samples.id).as("n"_name)).from(samples);
  int seen = 0;
  auto rows = failing.stream(db);
  try {
    for (const auto& row : rows) seen += row["n"_name] == 0 || row["n"_name] == 1 ? 1 : 0;
    FAIL() << "it reached its end";
  } catch (const virga::data_exception& error) {
    EXPECT_EQ(error.sqlstate(), "22012");
    EXPECT_EQ(error.sql(), failing.text());
  }
  EXPECT_EQ(seen, 499);
  EXPECT_TRUE(rows.begin() == rows.end());
  { auto done = std::move(rows); }
  expect_usable("an error half-way");

  EXPECT_THROW(db.transaction([&](auto& tx) {
    delete_from(samples).where(samples.id == 1).run(tx);
    failing.each(tx, [](const auto&) {});
  }),
               virga::data_exception);
  expect_usable("an error half-way in a transaction");
}

TEST_F(stream, refuses_a_wrong_statement_at_once) {
  const auto wrong = select(virga::sql<int>("no_such_column"_sql)).from(samples);
  EXPECT_THROW((void)wrong.stream(db), virga::undefined_column);
  const auto narrow = select(virga::sql<int>("1, 2"_sql));
  EXPECT_THROW((void)narrow.stream(db), virga::error);
  expect_usable("a refused one");
}

TEST_F(stream, decodes_no_further_than_a_cell_that_does_not_fit) {
  int seen = 0;
  EXPECT_THROW(select(virga::sql<std::int64_t>("nullif({}, 700)"_sql, samples.id))
                   .from(samples)
                   .order_by(samples.id)
                   .each(db, [&](const auto&) { ++seen; }),
               virga::decode_error);
  EXPECT_EQ(seen, 699);
  expect_usable("a cell that does not fit");
}

TEST_F(stream, that_loses_its_connection_says_so_and_the_connection_is_discarded) {
  virga::connection killer(url);
  int seen = 0;
  try {
    select(virga::sql<int>("pg_backend_pid()"_sql).as("process"_name),
           virga::sql<int>("generate_series(1, 2000000000)"_sql))
        .each(db, [&](const auto& row) {
          if (++seen == 500'000)
            (void)select(virga::sql<bool>("pg_terminate_backend({}, 5000)"_sql, row["process"_name])).one(killer);
        });
    FAIL() << "it reached its end";
  } catch (const virga::connection_error& error) {
    EXPECT_NE(std::string(error.what()).find("the connection to the server is lost"), std::string::npos)
        << error.what();
  }
  EXPECT_GE(seen, 500'000);
  EXPECT_EQ(select(virga::count().as("n"_name)).from(samples).one(db)["n"_name], 2000);
  EXPECT_EQ(db.statistics().closed_broken, 1U);
}

TEST(stream_over_a_network, left_half_way_does_not_wait_for_one_that_swallows) {
  tests::gate gate{virga::testing::postgres::shared().directory() + "/.s.PGSQL.5432"};
  virga::database far(gate.url("postgres"), {.max_connections = 1});
  const auto began = std::chrono::steady_clock::now();
  {
    auto rows = numbers(2'000'000'000).stream(far);
    EXPECT_EQ(rows.begin()->get<0>(), 1);
    gate.set(tests::gate::mode::blackhole);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 15s);
  gate.set(tests::gate::mode::pass);
  EXPECT_EQ(std::ranges::distance(numbers(3).stream(far)), 3);
  EXPECT_EQ(far.statistics().closed_broken, 1U);
}

TEST_F(stream, is_ended_by_a_stop) {
  std::stop_source stop;
  int seen = 0;
  try {
    db.transaction(
        [&](auto& tx) {
          numbers(2'000'000'000).each(tx, [&](const auto&) {
            if (++seen == 3000) stop.request_stop();
          });
        },
        {.stop = stop.get_token()});
    FAIL() << "nothing stopped it";
  } catch (const virga::query_cancelled& error) {
    EXPECT_NE(std::string(error.what()).find("while its rows were read"), std::string::npos) << error.what();
  }
  EXPECT_EQ(seen, 3000);
  expect_usable("a stop");

  // one that is waited for
  std::stop_source later;
  const std::jthread stopper([&] {
    std::this_thread::sleep_for(50ms);
    later.request_stop();
  });
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     for (const auto& row : select(virga::sql<std::string>("pg_sleep(100)::text"_sql)).stream(tx))
                       (void)row;
                   },
                   {.stop = later.get_token()}),
               virga::query_cancelled);
  expect_usable("a stop while it waited");
}

TEST_F(stream, keeps_its_connection_to_itself) {
  const auto count = select(virga::count().as("n"_name)).from(samples);
  const auto refused = [&](auto&& f) {
    try {
      f();
    } catch (const virga::usage_error& error) {
      return std::string(error.what()).find("a stream of rows is open") != std::string::npos;
    }
    return false;
  };
  auto tx = db.begin();
  {
    auto rows = numbers(10).stream(tx);
    EXPECT_TRUE(refused([&] { (void)count.one(tx); }));
    EXPECT_TRUE(refused([&] { (void)count.stream(tx); }));
    EXPECT_TRUE(refused([&] { tx.commit(); }));
    EXPECT_TRUE(refused([&] { tx.rollback(); }));
    EXPECT_TRUE(refused([&] { (void)tx.pqxx(); }));
    EXPECT_TRUE(refused([&] { tx.transaction([](auto&) {}); }));
    EXPECT_TRUE(refused([&] { tx.connection().send(std::string("select 1")); }));
    EXPECT_EQ(std::ranges::distance(rows), 10);
    EXPECT_EQ(count.one(tx)["n"_name], 2000) << "it is read to its end";
  }
  EXPECT_EQ(count.one(tx)["n"_name], 2000);
  tx.commit();
}

TEST_F(stream, is_prepared_like_other_statements_and_again_after_a_change) {
  const auto query = select(virga::sql<std::string>("(s.*)::text from samples as s order by id limit 1"_sql));
  auto held = db.acquire();
  const auto first = [&] {
    std::string text;
    query.each(held.connection(), [&](const auto& row) { text = row.template get<0>(); });
    return text;
  };
  const std::string before = first();
  EXPECT_EQ(first(), before);
  held.connection().send(std::string("alter table samples add column more int default 77"));
  EXPECT_EQ(first(), before.substr(0, before.size() - 1) + ",77)");
  held.connection().send(std::string("deallocate all"));
  EXPECT_EQ(first(), before.substr(0, before.size() - 1) + ",77)");
}

TEST_F(stream, tells_the_observer_once) {
  struct counting : virga::observer {
    void finished(const virga::query_event& event) override {
      said += (event.succeeded ? std::to_string(event.rows) + " rows" : "failed with " + std::string(event.sqlstate)) +
              ": " + std::string(event.statement) + "\n";
    }
    std::string said{};
  };
  const auto watching = std::make_shared<counting>();
  virga::connection on(url, {.observer = watching});
  const auto text = std::string(decltype(numbers(1))::text());
  numbers(3).each(on, [](const auto&) {});
  for (const auto& row : numbers(2'000'000'000).stream(on))
    if (row["n"_name] == 4) break;
  EXPECT_THROW(select(virga::sql<int>("1 / 0"_sql)).each(on, [](const auto&) {}), virga::data_exception);
  EXPECT_EQ(watching->said, "3 rows: " + text + "\n4 rows: " + text + "\nfailed with 22012: select 1 / 0\n");
}

TEST_F(stream, runs_in_a_transaction_of_libpqxx_by_a_cursor) {
  auto held = db.acquire();
  auto& connection = static_cast<virga::driver::connection&>(held.connection().pqxx());
  {
    pqxx::work work(connection);
    const auto in_order = select().from(samples).where(samples.id > 0).order_by(samples.id);
    const auto expected = in_order.all(work), got = streamed(in_order, work);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), got.begin(), got.end(), same));
    for (const int count : {0, 1, 499, 500, 501, 1000, 1001}) {
      int seen = 0;
      for (const auto& [n] : numbers(count).stream(work)) seen = n;
      EXPECT_EQ(seen, count);
    }
    // other statements run meanwhile, one stream inside of another
    int seen = 0;
    numbers(600).each(work, [&](const auto& row) {
      if (row["n"_name] % 200 == 0) numbers(3).each(work, [&](const auto&) { ++seen; });
    });
    EXPECT_EQ(seen, 9);
    for (const auto& [n] : numbers(100'000'000).stream(work))
      if (n == 700) break;
    const auto mark = update(samples).set(samples.level = -1).all_rows().returning(samples.id);
    EXPECT_EQ(std::ranges::distance(mark.stream(work)), 2000);
    EXPECT_EQ(select(virga::sql<int>("count(*)::int from pg_cursors where name like 'virga%'"_sql)).one(work).get<0>(),
              0);
  }
  {
    pqxx::work work(connection);
    int seen = 0;
    EXPECT_THROW(select(virga::sql<std::int64_t>("1 / (700 - {})"_sql, samples.id))
                     .from(samples)
                     .order_by(samples.id)
                     .each(work, [&](const auto&) { ++seen; }),
                 virga::data_exception);
    EXPECT_EQ(seen, 500);
  }
  {
    pqxx::work work(connection);
    virga::connection killer(url);
    int seen = 0;
    EXPECT_THROW(
        numbers(100'000).each(work,
                              [&](const auto&) {
                                if (++seen == 600)
                                  (void)select(virga::sql<bool>("pg_terminate_backend({}, 5000)"_sql,
                                                                PQbackendPID(held.connection().native_handle())))
                                      .one(killer);
                              }),
        virga::connection_error);
    EXPECT_EQ(seen, 1000);
  }
}

TEST_F(stream, is_whole_outside_of_a_transaction_of_libpqxx) {
  auto held = db.acquire();
  pqxx::nontransaction none(static_cast<virga::driver::connection&>(held.connection().pqxx()));
  EXPECT_EQ(std::ranges::distance(numbers(1200).stream(none)), 1200);
}

/// In bytes; source: proc(5).
std::size_t resident() {
  std::ifstream from("/proc/self/statm");
  std::size_t all = 0, in_memory = 0;
  from >> all >> in_memory;
  return in_memory * 4096;
}

// For more of them: VIRGA_STREAM_ROWS=10000000 virga_database_tests --gtest_filter=stream.takes_the_memory_of_one_row
TEST_F(stream, takes_the_memory_of_one_row) {
  const char* given = std::getenv("VIRGA_STREAM_ROWS");
  const int count = given != nullptr ? std::atoi(given) : 300'000;
  std::size_t before = 0, peak = 0;
  int seen = 0;
  std::string expected(100, 'x');
  select(virga::sql<std::string>("repeat('x', 100) || generate_series(1, {})"_sql, count).as("text"_name))
      .each(db, [&](const auto& row) {
        ++seen;
        expected.resize(100);
        ASSERT_TRUE(row["text"_name] == (expected += std::to_string(seen))) << seen;
        if (seen == 10'000) before = resident();
        if (seen % 1000 == 0) peak = std::max(peak, resident());
      });
  EXPECT_EQ(seen, count);
  EXPECT_LT(peak - before, 2'000'000U);
  std::printf("%d rows: %zu kB more than after the first 10,000, %zu kB in all\n", seen, (peak - before) / 1024,
              peak / 1024);
}

TEST_F(stream, a_late_cancel_never_hits_the_next_statement) {
  virga::connection on(url);
  for (int round = 0; round < 100; ++round) {
    std::stop_source stop;
    on.stop_when(stop.get_token());
    const std::jthread stopper([&] { stop.request_stop(); });
    try {
      on.send(std::string("select pg_sleep(0.0005)"));
    } catch (const virga::query_cancelled&) {
    }
    on.stop_when({});
    EXPECT_NO_THROW(on.send(std::string("select pg_sleep(0.003)"))) << round;
  }
}

}  // namespace
