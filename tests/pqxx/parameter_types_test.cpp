// SPDX-License-Identifier: BSL-1.0
//
// A column that is another type on the server than in the program: where the server would cut a value without a word,
// a prepared statement is refused before it runs.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <forward_list>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::placeholder;
using virga::select;

template <class Mode>
struct visits_table {
  static constexpr auto table = pg::table("visits");
  virga::col<Mode, pg::integer("id").not_null()> id{};
  virga::col<Mode, pg::timestamptz("at").not_null()> at{};
};
constexpr virga::table<visits_table> visits;

const auto moment = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + std::chrono::microseconds(45296123456);
auto add(int id) { return insert_into(visits).values(visits.id = id, visits.at = moment); }
const auto since = select(visits.id).from(visits).where(visits.at >= moment);

class parameter_types : public ::testing::Test {
 protected:
  parameter_types() { make("date"); }
  /// The table as an older migration has left it.
  void make(const std::string& type) {
    do_("drop table if exists visits");
    do_("create table visits (id integer not null, at " + type + " not null)");
  }
  void do_(const std::string& sql) { connection.send(sql); }
  std::string ask(const std::string& sql) { return std::string(connection.send(sql).at(0, 0).text()); }
  template <class Function>
  static std::string refusal(Function&& f) {
    try {
      f();
    } catch (const virga::value_error& refused) {
      EXPECT_EQ(refused.type(), "timestamp with time zone");
      return refused.what();
    }
    return {};
  }
  template <class Function>
  static void expect_refused(Function&& f) {
    const std::string said = refusal(f);
    EXPECT_NE(said.find("$2 (timestamp with time zone) cannot be sent: the server takes it as date"), said.npos)
        << said;
  }
  void expect_usable(const char* visits_there = "0") {
    EXPECT_EQ(ask("select count(*) from visits"), visits_there);
    EXPECT_EQ(PQtransactionStatus(connection.native_handle()), PQTRANS_IDLE);
  }

  /// A constant text is known by its address for as long as its connection lives.
  const std::string& lasting(std::string text) { return texts_.emplace_front(std::move(text)); }

  std::forward_list<std::string> texts_;
  std::string url = tests::fresh_database();
  virga::connection connection{url};
};

TEST_F(parameter_types, what_the_server_would_cut_is_refused_before_it_runs) {
  for (int i = 0; i < 3; ++i) {
    expect_refused([&] { add(1).run(connection); });
    expect_usable();
  }
  const std::string said = refusal([&] { (void)since.all(connection); });
  EXPECT_NE(said.find("parameter $1"), said.npos) << said;
  EXPECT_NE(said.find("statement: select"), said.npos) << said;
  EXPECT_NE(said.find("parameter_types_test.cpp"), said.npos) << said;
  EXPECT_FALSE(refusal([&] {
                 for (auto& row : since.stream(connection)) ADD_FAILURE() << row.id;
               }).empty());
  const auto given = prepare(update(visits).set(visits.at = placeholder("at"_name)).all_rows());
  EXPECT_FALSE(refusal([&] { given.run(connection, "at"_name = moment); }).empty());
  expect_usable();
}

TEST_F(parameter_types, a_migration_to_the_wider_type_is_seen_by_the_next_run) {
  expect_refused([&] { add(1).run(connection); });
  do_("alter table visits alter at type timestamptz");
  add(1).run(connection);
  EXPECT_EQ(since.all(connection).size(), 1U) << "to the microsecond";
  EXPECT_EQ(ask("select count(*) from pg_prepared_statements where statement like 'insert%'"), "1");
}

TEST_F(parameter_types, a_transaction_goes_on) {
  virga::transaction tx(connection);
  expect_refused([&] { add(1).run(tx); });
  insert_into(visits)
      .values(visits.id = 2, visits.at = virga::sql<std::chrono::sys_time<std::chrono::microseconds>>("now()"_sql))
      .run(tx);
  tx.commit();
  expect_usable("1");
}

TEST_F(parameter_types, a_batch_is_refused_as_a_whole) {
  const auto other = update(visits).set(visits.id = 7).all_rows();
  for (int i = 0; i < 2; ++i) {
    expect_refused([&] { connection.batch(other, add(1), add(2), other); });
    expect_usable();
    virga::transaction tx(connection);
    expect_refused([&] { tx.batch(other, add(1)); });
    EXPECT_THROW(tx.commit(), virga::error) << "it is spoilt: the batch has run";
  }
  do_("alter table visits alter at type timestamptz");
  connection.batch(add(1), since, add(2));
  expect_usable("2");
}

// No whole number of few digits is cut, whatever it is read as; a batch of such is not held up.
TEST_F(parameter_types, whole_numbers_are_cut_where_they_are_large) {
  do_("create table numbers (x real)");
  const char *const small[] = {"7"}, *const large[] = {"16777217"};
  static constexpr std::string_view said[] = {"integer"};
  virga::statement insert{"insert into numbers values ($1)", small, 1, true};
  insert.parameter_types = said;
  auto other = insert;
  other.values = large;
  const auto run = [&](const std::vector<virga::statement>& all) {
    virga::execute_batch(connection, all, [](std::size_t, const auto&) {});
  };
  EXPECT_THROW(run({insert, other}), virga::value_error);
  EXPECT_EQ(ask("select count(*) from numbers"), "0");
  run({insert, insert});
  EXPECT_THROW(run({other}), virga::value_error);
  EXPECT_EQ(ask("select sum(x) from numbers"), "14");
}

// The same text at two addresses is prepared once, for queries that say different types.
TEST_F(parameter_types, each_query_of_one_text_is_looked_at) {
  const std::string first = "insert into visits values ($1, $2)", second = first;
  const char* const values[] = {"1", "2024-02-29 12:34:56"};
  static constexpr std::string_view dates[] = {"integer", "date"}, moments[] = {"integer", "timestamp with time zone"};
  virga::statement plain{first, values, 2, true}, wider{second, values, 2, true};
  plain.parameter_types = dates;
  wider.parameter_types = moments;
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(connection.send(plain).affected(), 1U);
    expect_refused([&] { connection.send(wider); });
    expect_refused([&] { virga::execute_batch(connection, {wider, plain}, [](std::size_t, const auto&) {}); });
  }
  expect_usable("2");
}

TEST_F(parameter_types, types_that_take_every_value_or_refuse_it_are_left_alone) {
  do_("create type mood as enum ('1', '2'); create domain years as smallint");
  struct pair {
    std::string_view said, on_server;
    const char* value;
  };
  for (const pair& each : {pair{"text", "mood", "1"},
                           {"text", "json", "1"},
                           {"text", "varchar(3)", "1"},
                           {"text", "name", "1"},
                           {"bigint", "smallint", "1"},
                           {"integer", "years", "1"},
                           {"integer", "numeric", "1"},
                           {"integer", "double precision", "1"},
                           {"date", "timestamptz", "2024-02-29"},
                           {"jsonb", "json", "1"},
                           {"", "date", "2024-02-29"},
                           {"\"mood\"", "text", "1"}}) {
    const std::string type(each.on_server);
    do_("drop table if exists t; create table t (x " + type + ")");
    const std::string& text = lasting("insert into t values ($1) -- " + type);
    virga::statement insert{text, &each.value, 1, true};
    insert.parameter_types = &each.said;
    EXPECT_EQ(connection.send(insert).affected(), 1U) << each.said << " -> " << type;
  }
}

TEST_F(parameter_types, all_that_would_be_cut) {
  struct pair {
    std::string_view said;
    const char *on_server, *value;
  };
  const std::array pairs{pair{"timestamp with time zone", "date", "2024-02-29 12:34:56+00"},
                         pair{"timestamp with time zone", "time", "2024-02-29 12:34:56+00"},
                         pair{"timestamp with time zone", "timestamp", "2024-02-29 12:34:56+00"},
                         pair{"timestamp with time zone[]", "date[]", "{2024-02-29 12:34:56+00}"},
                         pair{"timestamp without time zone", "timetz", "2024-02-29 12:34:56"},
                         pair{"timestamp without time zone", "timestamptz", "2024-02-29 12:34:56"},
                         pair{"tstzrange", "daterange", "[2024-02-29 12:34:56+00,)"},
                         pair{"time with time zone", "time", "12:34:56+03"},
                         pair{"numeric", "double precision", "0.12345678901234567890"},
                         pair{"numeric[]", "real[]", "{0.12345678901234567890}"},
                         pair{"bigint", "double precision", "9007199254740993"},
                         pair{"integer", "real", "16777217"},
                         pair{"double precision", "real", "0.30000000000000004"},
                         pair{"numeric", "money", "1.5555"}};
  for (const pair& each : pairs) {
    const std::string type = each.on_server;
    do_("drop table if exists t; create table t (x " + type + ")");
    const std::string& text = lasting("insert into t values ($1) -- " + type);
    virga::statement insert{text, &each.value, 1, true};
    EXPECT_EQ(connection.send(insert).affected(), 1U) << "the server says nothing: " << each.said << " -> " << type;
    const std::string same = text;
    insert.text = same;
    insert.parameter_types = &each.said;
    EXPECT_THROW(connection.send(insert), virga::value_error) << each.said << " -> " << type;
  }
}

// What is asked of the server for this is asked where it prepares the statement, and in the same round trip; only a
// batch, which is one with what it prepares, has to wait once more before it stands.
TEST_F(parameter_types, once_prepared_nothing_more_is_waited_for) {
  make("timestamptz");
  const auto round_trips = [&](auto&& f) {
    std::FILE* const log = std::tmpfile();
    PQtrace(connection.native_handle(), log);
    f();
    PQuntrace(connection.native_handle());
    std::rewind(log);
    int waits = 0;
    for (std::array<char, 4096> line{}; std::fgets(line.data(), line.size(), log) != nullptr;) {
      const std::string_view said(line.data());
      if (said.find("\tF\t4\tSync") != said.npos || said.find("\tF\t4\tFlush") != said.npos) ++waits;
    }
    std::fclose(log);
    return waits;
  };
  EXPECT_EQ(round_trips([&] { add(1).run(connection); }), 2) << "prepared, and run";
  EXPECT_EQ(round_trips([&] { add(2).run(connection); }), 1);
  const auto found = [](int id) { return select(visits.at).from(visits).where(visits.id == id); };
  EXPECT_EQ(round_trips([&] { connection.batch(add(3), found(3)); }), 1) << "a whole number that fits wherever it goes";
  EXPECT_EQ(round_trips([&] { connection.batch(since, add(4)); }), 2);
  EXPECT_EQ(round_trips([&] { connection.batch(since, add(5)); }), 1);
}

// Nobody looks where a statement is not prepared, nor where a cast says the type; verify() does, of what is read, too.
TEST_F(parameter_types, verify_finds_what_is_not_prepared) {
  virga::connection unprepared(url, {.prepare = false});
  add(1).run(unprepared);
  virga::database db(url);
  const auto differences = virga::testing::verify(db, add(1));
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_NE(differences[0].find("parameter $2: the query gives timestamp with time zone, the server takes date"),
            std::string::npos);
  const auto of_the_table = virga::testing::verify(db, select().from(visits));
  ASSERT_EQ(of_the_table.size(), 1U);
  EXPECT_NE(of_the_table[0].find("the query says timestamp with time zone, the server date"), std::string::npos);
}

}  // namespace
