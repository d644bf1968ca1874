// SPDX-License-Identifier: BSL-1.0
//
// Prepared statements: how many are kept, when they are given up, and when there are none. And what a connection says
// of sessions that end and threads that meet on it.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using virga::select;

bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

class prepared : public ::testing::Test {
 protected:
  /// What the server has prepared on a connection, by the marks of the texts below.
  static std::string on_server(virga::connection& connection) {
    const virga::statement question{
        "select coalesce(string_agg(substring(statement from 'mark_.'), ' ' order by prepare_time), '') "
        "from pg_prepared_statements where statement like '%mark\\__''%'",
        nullptr, 0, false};
    return std::string(connection.send(question).at(0, 0).text());
  }
  static void a(auto& on) { (void)select(virga::sql<std::string>("'mark_a'"_sql)).one(on); }
  static void b(auto& on) { (void)select(virga::sql<std::string>("'mark_b'"_sql)).one(on); }
  static void c(auto& on) { (void)select(virga::sql<std::string>("'mark_c'"_sql)).one(on); }

  std::string url = tests::fresh_database();
};

TEST_F(prepared, statements_are_bounded_and_the_one_unused_for_longest_goes) {
  virga::connection connection(url, {.max_prepared = 2});
  a(connection);
  b(connection);
  EXPECT_EQ(on_server(connection), "mark_a mark_b");
  a(connection);
  c(connection);
  EXPECT_EQ(on_server(connection), "mark_a mark_c") << "b was the oldest";
  for (int i = 0; i < 20; ++i) {
    a(connection);
    b(connection);
    c(connection);
  }
  EXPECT_EQ(on_server(connection), "mark_b mark_c");
}

// Queries of different types may have the same text.
TEST_F(prepared, one_text_in_two_places_is_prepared_once) {
  virga::connection connection(url, {.max_prepared = 2});
  const std::string first = "select 'mark_d'", second = first;
  for (int i = 0; i < 3; ++i) {
    for (const std::string* text : {&first, &second}) connection.send({*text, nullptr, 0, true});
    EXPECT_EQ(on_server(connection), "mark_d");
  }
  a(connection);
  b(connection);
  EXPECT_EQ(on_server(connection), "mark_a mark_b") << "it does not go as a whole";
  for (const std::string* text : {&second, &first}) connection.send({*text, nullptr, 0, true});
  EXPECT_EQ(on_server(connection), "mark_b mark_d");
}

TEST_F(prepared, statements_given_up_inside_a_transaction_go_before_the_next_one) {
  virga::database one(url, {.connection = {.max_prepared = 1}, .max_connections = 1});
  for (int i = 0; i < 5; ++i)
    one.transaction([&](auto& tx) {
      a(tx);
      b(tx);
      c(tx);
    });
  const auto held = one.acquire();
  const virga::statement count{"select count(*) from pg_prepared_statements", nullptr, 0, false};
  held.connection().tidy();
  EXPECT_EQ(held.connection().send(count).at(0, 0).text(), "1");
}

TEST_F(prepared, a_healed_statement_leaves_nothing_behind) {
  virga::connection connection(url);
  connection.send(std::string("create table t as select 1 as x"));
  const auto read = [&] { return connection.send({"select * from t", nullptr, 0, true}).columns(); };
  EXPECT_EQ(read(), 1U);
  connection.send(std::string("alter table t add y int"));
  EXPECT_EQ(read(), 2U);
  EXPECT_EQ(read(), 2U);
  const virga::statement count{"select count(*) from pg_prepared_statements where statement = 'select * from t'",
                               nullptr, 0, false};
  EXPECT_EQ(connection.send(count).at(0, 0).text(), "1");
}

// The values of a prepared statement have the types that its columns had then.
TEST_F(prepared, a_statement_is_healed_when_a_column_gets_another_type) {
  virga::connection connection(url);
  connection.send(std::string("create table t (x int, y text)"));
  const char* const values[] = {"5000000000"};
  const virga::statement insert{"insert into t (x) values ($1)", values, 1, true},
      find{"select y from t where x = $1", values, 1, true};
  const auto change_to = [&](const std::string& type) {
    connection.send("alter table t alter x type " + type + " using x::text::" + type);
  };
  EXPECT_THROW((void)connection.send(insert), virga::data_exception);
  EXPECT_THROW((void)connection.send(find), virga::data_exception);
  change_to("bigint");
  {
    virga::transaction spoilt(connection);
    EXPECT_THROW((void)connection.send(insert), virga::data_exception);
  }
  EXPECT_EQ(connection.send(insert).affected(), 1U) << "prepared anew";
  EXPECT_EQ(connection.send(find).rows(), 1U);
  change_to("text");
  EXPECT_EQ(connection.send(find).rows(), 1U) << "42883";
  EXPECT_EQ(connection.send(insert).affected(), 1U);
  connection.send(std::string("create table d (x json)"));
  const char* const words[] = {"no json"};
  const virga::statement document{"insert into d values ($1)", words, 1, true};
  EXPECT_THROW((void)connection.send(document), virga::data_exception);
  connection.send(std::string("alter table d alter x type text"));
  EXPECT_EQ(connection.send(document).affected(), 1U) << "22P02 with a place inside of the value";
  change_to("numeric");
  virga::execute_batch(connection, {insert, find}, [](std::size_t i, const auto& result) {
    EXPECT_EQ(result.affected(), i == 0 ? 1U : 3U) << "42804";
  });
}

TEST_F(prepared, an_error_that_only_looks_stale_is_not_tried_twice) {
  virga::connection connection(url);
  connection.send(
      std::string("create sequence runs; create function fails(state text) returns int language plpgsql as "
                  "$$ begin perform nextval('runs'); raise exception using errcode = state; end $$"));
  const virga::statement calls[] = {{"select fails('0A000')", nullptr, 0, true},
                                    {"select fails('26000')", nullptr, 0, true},
                                    {"select fails('42P05')", nullptr, 0, true},
                                    {"select fails('42804')", nullptr, 0, true},
                                    {"select fails('22P02')", nullptr, 0, true}};
  for (int i = 0; i < 2; ++i)
    for (const auto& call : calls) EXPECT_THROW((void)connection.send(call), virga::database_error);
  EXPECT_EQ(connection.send(std::string("select last_value from runs")).at(0, 0).text(), "11");
}

TEST_F(prepared, nothing_behind_a_transaction_pooler) {
  virga::connection connection(url, {.pooler = virga::pooler_mode::transaction});
  a(connection);
  EXPECT_EQ(on_server(connection), "");
}

TEST_F(prepared, a_session_that_has_our_names_turns_preparing_off) {
  virga::connection connection(url);
  const auto text = select(virga::sql<std::string>("'mark_a'"_sql)).text();
  connection.send("prepare virga_" + virga::fingerprint(text) + "_0 as select 'x'");  // as another client has left it
  a(connection);
  b(connection);
  EXPECT_EQ(on_server(connection), "");
}

TEST_F(prepared, a_session_ended_by_the_server_keeps_its_sqlstate) {
  virga::connection watcher(url);
  const auto ended = [&](virga::connection& connection, auto&& query) -> std::string {
    (void)select(virga::sql<bool>("pg_terminate_backend({}, 5000)"_sql, PQbackendPID(connection.native_handle())))
        .one(watcher);
    try {
      query();
    } catch (const virga::connection_error& lost) {
      EXPECT_TRUE(mentions(lost.what(), "terminating connection due to administrator command")) << lost.what();
      EXPECT_FALSE(connection.is_usable());
      return lost.sqlstate();
    }
    return "nothing was thrown";
  };
  virga::connection one(url), two(url), three(url);
  a(two);
  EXPECT_EQ(ended(one, [&] { a(one); }), "57P01");
  EXPECT_EQ(ended(two, [&] { a(two); }), "57P01");
  EXPECT_EQ(ended(three, [&] { three.send(std::string("select 1")); }), "57P01");
}

TEST_F(prepared, several_statements_tell_of_the_first_that_failed) {
  virga::connection connection(url);
  EXPECT_EQ(connection.send(std::string("select 1; select 2, 3")).columns(), 2U);
  try {
    connection.send(std::string("select 1; select 1/0; select 2"));
    FAIL();
  } catch (const virga::data_exception& wrong) {
    EXPECT_EQ(wrong.sqlstate(), "22012");
  }
  EXPECT_EQ(connection.send(std::string("select 4")).at(0, 0).text(), "4");
}

TEST_F(prepared, a_copy_is_refused_with_the_way_to_do_it) {
  virga::database one(url, {.max_connections = 1});
  one.acquire().connection().send(std::string("create table t (x int)"));
  for (const char* copy : {"copy t from stdin", "copy t to stdout"}) {
    try {
      one.acquire().connection().send(std::string(copy));
      FAIL();
    } catch (const virga::usage_error& wrong) {
      EXPECT_TRUE(mentions(wrong.what(), "stream_to")) << wrong.what();
    }
    EXPECT_NO_THROW(a(one)) << "the connection was kept inside the COPY";
  }
}

TEST_F(prepared, two_threads_on_one_connection_are_told) {
  virga::connection connection(url);
  std::atomic<bool> begun = false;
  std::thread other([&] {
    begun = true;
    connection.send(std::string("select pg_sleep(0.4)"));
  });
  while (!begun) std::this_thread::yield();
  std::this_thread::sleep_for(100ms);
  try {
    a(connection);
    ADD_FAILURE() << "both ran";
  } catch (const virga::usage_error& wrong) {
    EXPECT_TRUE(mentions(wrong.what(), "two threads use one connection")) << wrong.what();
  }
  other.join();
  EXPECT_NO_THROW(a(connection)) << "the connection stayed marked";
}

TEST_F(prepared, a_stop_cancels_what_runs_and_refuses_what_comes) {
  virga::connection connection(url);
  std::stop_source source;
  connection.stop_when(source.get_token());
  a(connection);
  const auto begin = std::chrono::steady_clock::now();
  std::thread stopper([&] {
    std::this_thread::sleep_for(100ms);
    source.request_stop();
  });
  EXPECT_THROW(connection.send(std::string("select pg_sleep(20)")), virga::query_cancelled);
  stopper.join();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_THROW(a(connection), virga::query_cancelled);
  connection.stop_when({});
  EXPECT_NO_THROW(a(connection)) << "the connection is as good as before";
}

}  // namespace
