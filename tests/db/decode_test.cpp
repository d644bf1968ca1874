// SPDX-License-Identifier: BSL-1.0
//
// A database that differs from its description.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct real_table {
  static constexpr auto table = pg::table("things");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("size")> size{};
};
constexpr virga::table<real_table> real;

template <class Mode>
struct believed_table {
  static constexpr auto table = pg::table("things");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("size").not_null()> size{};
};
constexpr virga::table<believed_table> believed;

class mismatch : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(db, real); }
  template <class Query>
  std::optional<virga::decode_error> refused(const Query& query) {
    try {
      (void)query.all(db);
    } catch (const virga::decode_error& error) {
      return error;
    }
    return std::nullopt;
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(mismatch, null_in_a_column_described_as_not_null) {
  insert_into(real).values(real.id = 1).run(db);
  const auto error = refused(select().from(believed));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->column(), "things.size");
  EXPECT_EQ(error->type(), "integer");
  EXPECT_EQ(error->received(), "NULL");
}

TEST_F(mismatch, text_in_a_column_described_as_integer) {
  insert_into(real).values(real.id = 1, real.size = "large").run(db);
  const auto error = refused(select(believed.size).from(believed));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->column(), "things.size");
  EXPECT_EQ(error->type(), "integer");
  EXPECT_EQ(error->received(), "large");
  const std::string what = error->what();
  for (const char* part : {"things.size", "integer", "large"}) EXPECT_NE(what.find(part), what.npos) << what;
}

TEST_F(mismatch, a_text_that_reads_as_the_type_is_taken) {
  insert_into(real).values(real.id = 1, real.size = "42").run(db);
  EXPECT_EQ(select(believed.size).from(believed).one(db).size, 42);
}

TEST_F(mismatch, raw_sql_that_gives_another_type) {
  const auto error = refused(select(virga::sql<int>("'x'::text"_sql).as("n"_name)));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->column(), "n");
}

TEST_F(mismatch, the_connection_is_usable_afterwards) {
  insert_into(real).values(real.id = 1, real.size = "large").run(db);
  EXPECT_TRUE(refused(select(believed.size).from(believed)));
  EXPECT_EQ(select(real.size).from(real).one(db).size, "large");
}

TEST_F(mismatch, what_was_done_before_a_row_did_not_decode_is_undone) {
  EXPECT_THROW(db.transaction([&](auto& tx) {
    insert_into(real).values(real.id = 1, real.size = "large").run(tx);
    (void)select().from(believed).all(tx);
  }),
               virga::decode_error);
  EXPECT_EQ(select().from(real).all(db).size(), 0U);
}

}  // namespace
