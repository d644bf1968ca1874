// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it replaces operator new.
//
// How often running a query asks for memory, beyond libpq's own.
#include <gtest/gtest.h>

#include <cstdio>

#include "support/count_allocations.hpp"
#include "support/database.hpp"
#include "support/tables.hpp"
#include "virga/pqxx.hpp"

namespace {

using tests::counted;
using tests::users;
using virga::select;

class allocation_of_running : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, users);
    insert_into(users)
        .values(users.id = id, users.email = std::string(100, 'e'), users.name = std::string(100, 'n'), users.age = 41)
        .run(db);
  }
  const boost::uuids::uuid id{{1, 2, 3}};
  virga::database db{tests::fresh_database()};
};

TEST_F(allocation_of_running, a_select_by_id_is_that_of_its_strings) {
  const auto measure = [&](const char* what, std::size_t most, auto&& f) {
    f();  // prepares it
    const std::size_t times = counted(f);
    EXPECT_LE(times, most) << what;
    std::printf("%s: %zu allocations\n", what, times);
  };
  const auto by_id = [&] { return select().from(users).where(users.id == id); };
  const auto check = [&](const auto& user) { ASSERT_EQ(user.name.size(), 100U); };
  constexpr std::size_t strings = 2;
  measure("one", strings, [&] { check(by_id().one(db)); });
  measure("first", strings, [&] { check(*by_id().first(db)); });
  measure("all", strings + 1, [&] { check(by_id().all(db).front()); });
  measure("view", 2, [&] {
    const auto rows = by_id().view(db);
    ASSERT_EQ(rows[0][users.name].size(), 100U);
  });
  const auto held = db.acquire();
  measure("one, on a connection", strings, [&] { check(by_id().one(held.connection())); });
}

TEST_F(allocation_of_running, a_batch_grows_by_what_its_results_are) {
  const std::vector few(10, select(users.age).from(users).where(users.id == id)), many(110, few[0]);
  const auto run = [&](const auto& queries) {
    return counted([&] {
      const auto [rows] = db.batch(queries);
      ASSERT_EQ(rows.size(), queries.size());
    });
  };
  run(few);
  const std::size_t more = run(many) - run(few);
  EXPECT_LE(more, 100U * 5) << "for 100 more selects";
  std::printf("100 more selects of a batch: %zu allocations\n", more);
}

TEST_F(allocation_of_running, a_stream_needs_none_for_a_row_of_numbers) {
  using namespace virga::literals;
  const auto rows_of = [&](int count) {
    return counted([&] {
      int seen = 0;
      for (const auto& row : select(virga::sql<int>("generate_series(1, {})"_sql, count).as("n"_name)).stream(db))
        seen += row["n"_name] > 0 ? 1 : 0;
      ASSERT_EQ(seen, count);
    });
  };
  rows_of(1);
  EXPECT_EQ(rows_of(5000), rows_of(1));
}

}  // namespace
