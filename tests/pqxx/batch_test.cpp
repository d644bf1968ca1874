// SPDX-License-Identifier: BSL-1.0
//
// Several statements in one round trip: all of them or none, whatever goes wrong.
#include <gtest/gtest.h>

#include <cstdio>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace std::chrono_literals;
using namespace virga::literals;
using virga::placeholder;
using virga::select;

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::double_precision("weight")> weight{};
};
constexpr virga::table<items_table> items;

const auto count = select(virga::count().as("n"_name)).from(items);
auto add(int id, std::string name) { return insert_into(items).values(items.id = id, items.name = std::move(name)); }
auto by_id(int id) { return select(items.name).from(items).where(items.id == id); }
auto text_of(std::string text) { return select(virga::sql<std::string>("{}"_sql, std::move(text)).as("text"_name)); }

/// A database of one connection, with items 1 to 3: a, b, c.
class batches : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, items);
    for (const auto& [id, name] : {std::pair(1, "a"), {2, "b"}, {3, "c"}}) add(id, name).run(db);
  }
  void expect_usable(int expected = 3) {
    EXPECT_EQ(count.one(db)["n"_name], expected);
    EXPECT_EQ(db.statistics().opened, 1U);
  }
  template <class Function>
  static std::size_t place_of_error(Function&& f) {
    try {
      f();
    } catch (const virga::database_error& error) {
      const std::size_t place = error.report().place_in_batch;
      EXPECT_NE(std::string(error.what()).find("statement " + std::to_string(place) + " of the batch"),
                std::string::npos)
          << error.what();
      return place;
    }
    return 0;
  }
  const std::string url = tests::fresh_database();
  virga::database db{url, {.max_connections = 1, .acquire_timeout = 2s}};
};

TEST_F(batches, give_each_statement_its_typed_result) {
  const auto prepared = prepare(select(items.name).from(items).where(items.id == placeholder("id"_name)));
  const std::vector several{by_id(3), by_id(99), by_id(1)};
  auto [all, added, gone, one, dynamic, names, updated] =
      db.batch(select().from(items).order_by(items.id), add(4, "d"),
               delete_from(items).where(items.id == 2).returning(items.name), prepared.with("id"_name = 4),
               select(items.id).from(items).where(when(true, items.id > 3)), several,
               update(items).set(items.weight = 1.5).all_rows());
  static_assert(std::is_same_v<decltype(all), std::vector<virga::infer_select<items>>> &&
                std::is_same_v<decltype(added), std::size_t>);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].name, "b");
  EXPECT_FALSE(all[1].weight);
  EXPECT_EQ(added, 1U);
  ASSERT_EQ(gone.size(), 1U);
  EXPECT_EQ(gone[0].name, "b");
  EXPECT_EQ(one.at(0).name, "d");
  EXPECT_EQ(dynamic.at(0).id, 4);
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0].at(0).name, "c");
  EXPECT_TRUE(names[1].empty());
  EXPECT_EQ(names[2].at(0).name, "a");
  EXPECT_EQ(updated, 3U);
  EXPECT_EQ(*select().from(items).where(items.id == 4).one(db).weight, 1.5);
  expect_usable();
}

TEST_F(batches, are_one_transaction) {
  const auto id = select(virga::sql<std::string>("pg_current_xact_id()::text"_sql).as("id"_name));
  const auto [first, second] = db.batch(id, id);
  EXPECT_EQ(first.at(0)["id"_name], second.at(0)["id"_name]);
  const auto [third] = db.batch(id);
  EXPECT_NE(third.at(0)["id"_name], first.at(0)["id"_name]);
}

TEST_F(batches, undo_everything_and_name_the_statement_that_failed) {
  const auto first = delete_from(items).where(items.id == 1);
  EXPECT_THROW(db.batch(add(4, "d"), first, add(5, "e"), add(4, "again"), add(6, "f")), virga::unique_violation);
  expect_usable();
  EXPECT_EQ(place_of_error([&] { db.batch(add(4, "d"), first, add(5, "e"), add(4, "again"), add(6, "f")); }), 4U);
  const std::vector rows{add(7, "x"), add(8, "y"), add(7, "z")};
  EXPECT_EQ(place_of_error([&] { db.batch(count, rows, count); }), 4U);
  // one that the server refuses to prepare
  const auto unknown = select(virga::sql<int>("no_such_column"_sql)).from(items);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(place_of_error([&] { db.batch(add(4, "d"), unknown, by_id(1)); }), 2U);
  EXPECT_EQ(std::get<1>(db.batch(count, by_id(1))).at(0).name, "a");
  expect_usable();
}

TEST_F(batches, with_a_row_that_does_not_fit_are_done_all_the_same) {
  const auto null = select(virga::sql<int>("null::integer"_sql));
  EXPECT_THROW(db.batch(add(4, "d"), null, by_id(1), null), virga::decode_error);
  expect_usable(4);
  EXPECT_EQ(place_of_error([&] { db.batch(add(5, "e"), null, add(4, "again")); }), 3U) << "nothing was done";
  expect_usable(4);
}

TEST_F(batches, in_a_transaction_belong_to_it) {
  EXPECT_THROW(db.transaction([&](auto& tx) {
    add(4, "d").run(tx);
    EXPECT_THROW(tx.transaction([&](auto& inner) { inner.batch(add(5, "e"), add(5, "again")); }),
                 virga::unique_violation);
    const auto [names, added] = tx.batch(by_id(4), add(6, "f"));
    EXPECT_EQ(names.at(0).name, "d");
    tx.commit();
    tx.batch(count);
  }),
               virga::usage_error);
  expect_usable(5);
  EXPECT_THROW(db.transaction([&](auto& tx) {
    add(7, "g").run(tx);
    tx.batch(count, add(7, "again"));
  }),
               virga::unique_violation);
  expect_usable(5);
}

TEST_F(batches, send_nothing_where_a_value_cannot_be_sent_or_there_is_nothing) {
  EXPECT_THROW(db.batch(delete_from(items).all_rows(), by_id(1), add(4, std::string("d\0e", 3))), virga::value_error);
  expect_usable();
  const std::vector<decltype(by_id(1))> none;
  EXPECT_THROW(db.batch(none), virga::empty_statement);
  const auto [nothing, some] = db.batch(none, count);
  EXPECT_TRUE(nothing.empty());
  EXPECT_EQ(some.at(0)["n"_name], 3);
}

TEST_F(batches, larger_than_every_buffer_come_through) {
  std::vector<decltype(text_of(""))> large;
  for (int i = 0; i < 60; ++i) large.push_back(text_of(std::string(1'000'000, static_cast<char>('a' + i % 26))));
  const auto [texts] = db.batch(large);
  for (std::size_t i = 0; i < texts.size(); ++i)
    EXPECT_TRUE(texts[i].at(0)["text"_name] == std::string(1'000'000, static_cast<char>('a' + i % 26))) << i;
  const std::vector many(5000, by_id(2));
  const auto [each] = db.batch(many);
  for (const auto& rows : each) ASSERT_EQ(rows.at(0).name, "b");
}

TEST_F(batches, make_one_round_trip) {
  virga::connection on(url);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> log(std::tmpfile(), &std::fclose);
  PQtrace(on.native_handle(), log.get());
  PQsetTraceFlags(on.native_handle(), PQTRACE_SUPPRESS_TIMESTAMPS);
  on.batch(std::vector(100, by_id(2)), add(4, "d"), count);
  PQuntrace(on.native_handle());
  std::rewind(log.get());
  std::string directions;  // of the messages: F to the server, B back
  for (char line[4096]; std::fgets(line, sizeof line, log.get()) != nullptr;)
    if (directions.empty() || directions.back() != line[0]) directions += line[0];
  EXPECT_EQ(directions, "FB");
}

TEST_F(batches, refuse_more_values_than_the_server_takes) {
  virga::connection on(url);
  const std::vector<const char*> values(65536, "1");
  const virga::statement first{"delete from items", nullptr, 0, false};
  EXPECT_THROW(
      execute_batch(on, {first, {"select 1", values.data(), values.size(), false}}, virga::exec::ignored_results()),
      virga::usage_error);
  EXPECT_EQ(count.one(on)["n"_name], 3);
}

TEST_F(batches, prepare_each_statement_once) {
  const auto prepared = select(virga::sql<int>(
      R"(count(*)::int from pg_prepared_statements where statement like 'select "items"."name"%')"_sql));
  const std::vector many(50, by_id(2));
  db.batch(many, by_id(1));
  db.batch(by_id(3));
  EXPECT_EQ(prepared.one(db).get<0>(), 1);

  virga::connection narrow(url, {.max_prepared = 1});
  const auto [a, n, b] = narrow.batch(by_id(1), count, by_id(2));
  EXPECT_EQ(a.at(0).name + b.at(0).name, "ab");
  EXPECT_EQ(n.at(0)["n"_name], 3);
  virga::connection pooled(url, {.pooler = virga::pooler_mode::transaction});
  EXPECT_EQ(std::get<1>(pooled.batch(count, by_id(2))).at(0).name, "b");
  EXPECT_EQ(pooled.send(std::string("select name from pg_prepared_statements")).rows(), 0U);
}

TEST_F(batches, prepare_anew_what_has_gone_stale) {
  const auto whole = select(virga::sql<std::string>("(i.*)::text from items as i order by id limit 1"_sql));
  const auto ids = select(virga::sql<std::string>("i::text from items as i order by id limit 1"_sql));
  auto held = db.acquire();
  auto& on = held.connection();
  const auto seen = [&] {
    const auto [added, x, y] = on.batch(add(static_cast<int>(count.one(on)["n"_name]) + 10, "z"), whole, ids);
    EXPECT_EQ(x.at(0).template get<0>(), y.at(0).template get<0>());
    return x.at(0).template get<0>();
  };
  EXPECT_EQ(seen(), "(1,a,)");
  on.send(std::string("alter table items add column more int default 7"));
  EXPECT_EQ(seen(), "(1,a,,7)");
  on.send(std::string("deallocate all"));
  EXPECT_EQ(seen(), "(1,a,,7)");
  EXPECT_EQ(count.one(on)["n"_name], 6) << "each batch ran once";
}

TEST_F(batches, that_lose_the_connection_say_so) {
  const auto end = select(virga::sql<bool>("pg_terminate_backend(pg_backend_pid())"_sql));
  EXPECT_THROW(db.batch(add(4, "d"), end, add(5, "e")), virga::connection_error);
  EXPECT_EQ(std::get<0>(db.batch(count)).at(0)["n"_name], 3);
  EXPECT_EQ(db.statistics().closed_broken, 1U);
  auto held = db.acquire();
  virga::connection killer(url);
  (void)select(virga::sql<bool>("pg_terminate_backend({}, 5000)"_sql, PQbackendPID(held.connection().native_handle())))
      .one(killer);
  EXPECT_THROW(held.connection().batch(count, count), virga::connection_error);
  EXPECT_FALSE(held.connection().is_usable());
}

TEST_F(batches, are_ended_by_a_stop) {
  std::stop_source stop;
  const std::jthread stopper([&] {
    std::this_thread::sleep_for(50ms);
    stop.request_stop();
  });
  const auto sleep = select(virga::sql<std::string>("pg_sleep(100)::text"_sql));
  EXPECT_EQ(place_of_error([&] {
              db.transaction([&](auto& tx) { tx.batch(add(4, "d"), sleep, count); }, {.stop = stop.get_token()});
            }),
            2U);
  expect_usable();
}

TEST_F(batches, tell_the_observer_of_each_statement) {
  struct counting : virga::observer {
    void started(const virga::query_event&) override { said += "s"; }
    void finished(const virga::query_event& event) override {
      said += event.succeeded ? std::to_string(event.affected) : "f";
    }
    std::string said{};
  };
  const auto watching = std::make_shared<counting>();
  virga::connection on(url, {.observer = watching});
  on.batch(select().from(items), delete_from(items).where(items.id > 1));
  EXPECT_EQ(watching->said, "ss32");
  watching->said.clear();
  EXPECT_THROW(on.batch(count, add(1, "a"), count), virga::unique_violation);
  EXPECT_EQ(watching->said, "sss1ff");
}

TEST_F(batches, run_one_by_one_in_a_transaction_of_libpqxx) {
  auto held = db.acquire();
  auto& connection = static_cast<virga::driver::connection&>(held.connection().pqxx());
  {
    pqxx::work work(connection);
    const auto [names, added] = virga::batch(work, by_id(1), add(4, "d"));
    EXPECT_EQ(names.at(0).name, "a");
    EXPECT_EQ(added, 1U);
    EXPECT_EQ(place_of_error([&] { (void)virga::batch(work, count, add(5, "e"), add(4, "again")); }), 3U);
  }
  EXPECT_EQ(count.one(held.connection())["n"_name], 3);
  pqxx::nontransaction none(connection);
  EXPECT_THROW((void)virga::batch(none, add(4, "d"), count), virga::usage_error);
}

// libpq lets the first statement of a pipeline come row by row if the one before came so
TEST_F(batches, come_whole_after_a_stream) {
  const auto all = select().from(items).order_by(items.id);
  for (int i = 0; i < 2; ++i) {
    std::size_t seen = 0;
    all.each(db, [&](const auto&) { ++seen; });
    const auto [rows, again] = db.batch(all, all);
    EXPECT_EQ(seen, 3U);
    EXPECT_EQ(rows.size(), 3U);
    EXPECT_EQ(again.size(), 3U);
  }
  expect_usable();
}

TEST_F(batches, wait_for_no_stream) {
  auto held = db.acquire();
  auto rows = count.stream(held.connection());
  EXPECT_THROW(held.connection().batch(count), virga::usage_error);
  EXPECT_EQ(rows.begin()->get<0>(), 3);
}

}  // namespace
