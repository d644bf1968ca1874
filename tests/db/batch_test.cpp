// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("stock").not_null().default_value(7)> stock{};
  virga::col<Mode, pg::text("note").default_value("none")> note{};
};
constexpr virga::table<items_table> items;
using new_item = virga::infer_insert<items>;

std::vector<new_item> numbered(int first, int count) {
  std::vector<new_item> rows;
  for (int i = first; i < first + count; ++i) rows.push_back({.id = i, .name = "item " + std::to_string(i)});
  return rows;
}

class batch : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(db, items); }
  std::int64_t rows() { return select(virga::count()).from(items).one(db).get<0>(); }
  virga::database db{tests::fresh_database()};
};

TEST_F(batch, of_ten_thousand_rows) {
  EXPECT_EQ(insert_into(items).values(numbered(1, 10'000)).run(db), 10'000U);
  EXPECT_EQ(rows(), 10'000);
  const auto last = select().from(items).where(items.id == 10'000).one(db);
  EXPECT_EQ(last.name, "item 10000");
  EXPECT_EQ(last.stock, 7);
  EXPECT_EQ(last.note, "none");
}

TEST_F(batch, of_a_hundred_thousand_rows) {
  EXPECT_EQ(insert_into(items).values(numbered(1, 100'000)).run(db), 100'000U);
  const auto sums = select(virga::count().as("n"_name), sum(items.id).as("sum"_name)).from(items).one(db);
  EXPECT_EQ(sums["n"_name], 100'000);
  EXPECT_EQ(sums["sum"_name], 5'000'050'000);
}

TEST_F(batch, returns_its_rows_in_order) {
  const auto back = insert_into(items).values(numbered(1, 500)).returning(items.id, items.stock).all(db);
  ASSERT_EQ(back.size(), 500U);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(back[static_cast<std::size_t>(i)].id, i + 1);
}

TEST_F(batch, mixed_rows_get_their_defaults) {
  std::vector<new_item> some = numbered(1, 3);
  some[1].stock = 0;
  some[2].note = virga::null;
  EXPECT_EQ(insert_into(items).values(some).run(db), 3U);
  const auto back = select().from(items).order_by(items.id).all(db);
  EXPECT_EQ(back[0].stock, 7);
  EXPECT_EQ(back[0].note, "none");
  EXPECT_EQ(back[1].stock, 0);
  EXPECT_EQ(back[2].note, std::nullopt);
}

TEST_F(batch, mixed_rows_up_to_the_limit_of_the_protocol) {
  std::vector<new_item> most = numbered(1, 32'767);
  most[0].stock = 1;
  EXPECT_EQ(insert_into(items).values(most).run(db), 32'767U);
}

TEST_F(batch, mixed_rows_beyond_it_are_refused_before_anything_is_sent) {
  std::vector<new_item> more = numbered(1, 32'768);
  more[0].stock = 1;
  try {
    insert_into(items).values(more).run(db);
    FAIL() << "65,537 parameters were sent";
  } catch (const virga::error& refused) {
    EXPECT_NE(std::string(refused.what()).find("65535"), std::string::npos) << refused.what();
  }
  EXPECT_EQ(rows(), 0);
}

TEST_F(batch, that_is_empty_is_refused) {
  EXPECT_THROW(insert_into(items).values(std::vector<new_item>{}).run(db), virga::empty_statement);
}

TEST_F(batch, is_all_or_nothing) {
  std::vector<new_item> twice = numbered(1, 100);
  twice.push_back(twice.front());
  EXPECT_THROW(insert_into(items).values(twice).run(db), virga::unique_violation);
  EXPECT_EQ(rows(), 0);
}

TEST_F(batch, answers_conflicts) {
  insert_into(items).values(numbered(1, 3)).run(db);
  std::vector<new_item> again = numbered(2, 3);
  for (auto& one : again) one.name = "again";
  EXPECT_EQ(insert_into(items).values(again).on_conflict(items.id).do_nothing().run(db), 1U);
  EXPECT_EQ(insert_into(items).values(again).on_conflict(items.id).do_update(items.name = excluded(items).name).run(db),
            3U);
  EXPECT_EQ(select().from(items).where(items.name == "again").all(db).size(), 3U);
}

TEST_F(batch, lists_longer_than_the_protocols_parameters) {
  insert_into(items).values(numbered(1, 100)).run(db);
  std::vector<int> wanted;
  for (int i = 51; i < 100'000; ++i) wanted.push_back(i);
  EXPECT_EQ(select().from(items).where(in_(items.id, wanted)).all(db).size(), 50U);
  EXPECT_EQ(select().from(items).where(not_in(items.id, wanted)).all(db).size(), 50U);
  EXPECT_EQ(select().from(items).where(in_(items.id, std::vector<int>{})).all(db).size(), 0U);
  EXPECT_EQ(select().from(items).where(not_in(items.id, std::vector<int>{})).all(db).size(), 100U);
}

}  // namespace
