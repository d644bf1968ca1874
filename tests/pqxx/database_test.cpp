// SPDX-License-Identifier: BSL-1.0
//
// The pool: how it shares, waits for and replaces connections, and how prepared statements live on them.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct things_table {
  static constexpr auto table = pg::table("things");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
};
constexpr virga::table<things_table> things;

/// Ends another connection's server process, and waits until it has ended.
void end_backend(virga::database& admin, int process) {
  const auto running =
      select(virga::sql<std::int64_t>("count(*)"_sql).as("n"_name))
          .where(virga::sql<bool>("(select count(*) from pg_stat_activity where pid = {}) > 0"_sql, process));
  (void)select(virga::sql<bool>("pg_terminate_backend({})"_sql, process)).one(admin);
  for (int i = 0; i < 500; ++i) {
    if (running.one(admin)["n"_name] == 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  FAIL() << "the connection's server process did not end";
}

class pool : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, things);
    insert_into(things).values(things.id = 1, things.name = "one").run(db);
  }
  std::string url = tests::fresh_database();
  virga::database db{url};
};

TEST_F(pool, gives_one_connection_to_two_threads_in_turn) {
  virga::database one(url, {.max_connections = 1});
  std::atomic<int> failures = 0;
  const auto work = [&](int first) {
    try {
      for (int i = first; i < first + 50; ++i) {
        insert_into(things).values(things.id = i, things.name = std::to_string(i)).run(one);
        const auto back = select(things.name).from(things).where(things.id == i).one(one);
        if (back.name != std::to_string(i)) ++failures;
      }
    } catch (const std::exception& wrong) {
      ADD_FAILURE() << wrong.what();
    }
  };
  std::thread left(work, 1000), right(work, 2000);
  left.join();
  right.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(select().from(things).all(db).size(), 101U);
}

TEST_F(pool, opens_no_more_connections_than_allowed) {
  virga::database two(url, {.max_connections = 2, .acquire_timeout = std::chrono::milliseconds(50)});
  const auto first = two.acquire(), second = two.acquire();
  std::thread([&] {
    try {
      const auto third = two.acquire();
      FAIL() << "a third connection was opened";
    } catch (const virga::pool_timeout& refused) {
      const std::string what = refused.what();
      EXPECT_NE(what.find("all 2 connections"), std::string::npos) << what;
      EXPECT_NE(what.find("50 ms"), std::string::npos) << what;
      EXPECT_NE(what.find("max_connections"), std::string::npos) << what;
    }
  }).join();
}

TEST_F(pool, waits_for_a_connection_that_is_given_back_in_time) {
  virga::database one(url, {.max_connections = 1, .acquire_timeout = std::chrono::seconds(20)});
  std::thread holder;
  {
    std::atomic<bool> held = false;
    holder = std::thread([&] {
      const auto lease = one.acquire();
      held = true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    });
    while (!held) std::this_thread::yield();
  }
  EXPECT_EQ(select().from(things).all(one).size(), 1U);
  holder.join();
}

TEST_F(pool, uses_the_same_connection_again) {
  virga::database one(url, {.max_connections = 1});
  const auto process = [&] {
    auto lease = one.acquire();
    return PQbackendPID(lease.connection().native_handle());
  };
  EXPECT_EQ(process(), process());
}

TEST_F(pool, says_that_a_connection_is_lost_and_opens_another) {
  virga::database one(url, {.max_connections = 1});
  {
    const auto held = one.acquire();
    end_backend(db, PQbackendPID(held.connection().native_handle()));
    EXPECT_THROW((void)select().from(things).all(held.connection()), virga::connection_error);
  }
  EXPECT_EQ(select().from(things).all(one).size(), 1U) << "the pool kept the lost connection";
}

TEST_F(pool, a_connection_lost_inside_a_transaction_is_an_error_and_commits_nothing) {
  virga::database one(url, {.max_connections = 1});
  EXPECT_THROW(one.transaction([&](auto& tx) {
    insert_into(things).values(things.id = 2, things.name = "two").run(tx);
    end_backend(db, PQbackendPID(tx.connection().native_handle()));
    insert_into(things).values(things.id = 3, things.name = "three").run(tx);
  }),
               virga::connection_error);
  EXPECT_EQ(select().from(things).all(one).size(), 1U);
}

TEST_F(pool, a_connection_lost_before_the_commit_is_an_error) {
  virga::database one(url, {.max_connections = 1});
  EXPECT_THROW(one.transaction([&](auto& tx) {
    insert_into(things).values(things.id = 2, things.name = "two").run(tx);
    end_backend(db, PQbackendPID(tx.connection().native_handle()));
  }),
               virga::error);
  EXPECT_EQ(select().from(things).all(one).size(), 1U);
}

TEST_F(pool, a_programs_own_libpqxx_connection_that_is_lost_is_an_error_too) {
  pqxx::connection connection(url);
  pqxx::work work{connection};
  const int process = select(virga::sql<int>("pg_backend_pid()"_sql)).one(work).get<0>();
  end_backend(db, process);
  EXPECT_THROW((void)select().from(things).all(work), virga::connection_error);
}

const auto by_id = [](int id) { return select().from(things).where(things.id == id); };

std::size_t prepared_on(virga::connection& connection) {
  return static_cast<std::size_t>(
      select(virga::sql<std::int64_t>(
                 R"(count(*) from pg_prepared_statements where statement like 'select "things"%')"_sql))
          .one(connection)
          .get<0>());
}

TEST_F(pool, a_constant_statement_is_prepared_once_for_each_connection) {
  virga::connection connection(url);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(by_id(1).all(connection).size(), 1U);
  EXPECT_EQ(prepared_on(connection), 1U);
  (void)select().from(things).where(when(true, things.id == 1)).all(connection);
  EXPECT_EQ(prepared_on(connection), 1U) << "a text made at run time was prepared";
}

TEST_F(pool, nothing_is_prepared_where_that_is_turned_off) {
  virga::connection connection(url, {.prepare = false});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(by_id(1).all(connection).size(), 1U);
  EXPECT_EQ(prepared_on(connection), 0U);
}

TEST_F(pool, a_prepared_statement_heals_after_its_table_was_altered) {
  virga::connection connection(url);
  EXPECT_EQ(by_id(1).one(connection).name, "one");
  db.acquire().connection().send(std::string("alter table things alter column name type varchar(80)"));
  EXPECT_EQ(by_id(1).one(connection).name, "one");
  db.acquire().connection().send(std::string("alter table things alter column id type bigint"));
  EXPECT_EQ(by_id(1).one(connection).name, "one");
}

TEST_F(pool, a_prepared_statement_heals_after_it_was_deallocated) {
  virga::connection connection(url);
  EXPECT_EQ(by_id(1).one(connection).name, "one");
  connection.send(std::string("deallocate all"));
  EXPECT_EQ(by_id(1).one(connection).name, "one");
}

TEST_F(pool, a_prepared_statement_used_in_transactions_only_heals_with_the_next_one) {
  virga::database one(url, {.max_connections = 1});
  const auto read = [&] { return one.transaction([&](auto& tx) { return by_id(1).one(tx).name; }); };
  EXPECT_EQ(read(), "one");
  db.acquire().connection().send(std::string("alter table things alter column name type varchar(80)"));
  // the first transaction is spoilt by the stale plan, as PostgreSQL has it; it must not stay so
  try {
    EXPECT_EQ(read(), "one");
  } catch (const virga::database_error& stale) {
    EXPECT_EQ(stale.sqlstate(), "0A000");
  }
  EXPECT_EQ(read(), "one");
}

}  // namespace
