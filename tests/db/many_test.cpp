// SPDX-License-Identifier: BSL-1.0
//
// Many rows by one statement, against the same work done row by row.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::delete_many;
using virga::insert_into;
using virga::select;
using virga::update_many;
using virga::upsert_many;

struct item_id {
  std::int64_t value = 0;
};

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items", {.schema = "shop"});
  virga::col<Mode, pg::bigint("id").as<item_id>().primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("stock").not_null().default_value(7)> stock{};
  virga::col<Mode, pg::numeric("price", 10, 2)> price{};
  virga::col<Mode, pg::bytea("picture")> picture{};
  virga::col<Mode, pg::text("tags").array()> tags{};
  virga::col<Mode, pg::text("shout").not_null().generated_always_as("upper(name)")> shout{};
};
constexpr virga::table<items_table> items;
using item = virga::infer_select<items>;
using new_item = virga::infer_insert<items>;

int labels = 0, last_change = 100;
std::string next_label() { return "label " + std::to_string(++labels); }
int next_change() { return ++last_change; }
template <class Mode>
struct boxes_table {
  static constexpr auto table = pg::table("boxes");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("label").not_null().default_fn<&next_label>()> label{};
  virga::col<Mode, pg::integer("size").not_null()> size{};
  virga::col<Mode, pg::integer("change").not_null().default_value(0).on_update_fn<&next_change>()> change{};
};
constexpr virga::table<boxes_table> boxes;

template <class Mode>
struct places_table {
  static constexpr auto table = pg::table("places");
  virga::col<Mode, pg::text("town").not_null()> town{};
  virga::col<Mode, pg::integer("number").not_null()> number{};
  virga::col<Mode, pg::text("owner")> owner{};
  static constexpr auto extras(auto t) { return pg::extras(pg::primary_key(t.town, t.number)); }
};
constexpr virga::table<places_table> places;

std::vector<new_item> numbered(std::int64_t first, std::int64_t count) {
  std::vector<new_item> rows;
  for (std::int64_t i = first; i < first + count; ++i)
    rows.push_back({.id = item_id{i}, .name = "item " + std::to_string(i)});
  return rows;
}

class many : public ::testing::Test {
 protected:
  void SetUp() override {
    db.acquire().connection().send("create schema shop");
    virga::create_tables(db, items, places);
  }
  std::vector<item> all() { return select().from(items).order_by(items.id).all(db); }
  virga::database db{tests::fresh_database()};
};

const std::vector<std::string> hostile{
    "", "'", "\"", "\\", "{}", ",", "NULL", "null", "{\"a\",NULL}", "\\N", "a\nb\tc", "$1", "-- x", "\xf0\x9f\x98\x80"};

TEST_F(many, updates_what_a_loop_of_updates_would) {
  insert_into(items).values(numbered(1, 40)).run(db);
  std::vector<item> changed = all();
  for (std::size_t i = 0; i < changed.size(); ++i) {
    item& one = changed[i];
    one.name = hostile[i % hostile.size()];
    one.stock = static_cast<int>(i);
    if (i % 3 != 0) one.price = virga::decimal(std::to_string(i) + ".50");
    if (i % 4 != 0) one.picture = std::vector<std::byte>(i, std::byte{0x5c});
    if (i % 5 != 0) one.tags = std::vector<std::string>{hostile[i % hostile.size()], "x"};
    if (i % 7 == 0) one.tags = std::vector<std::string>{};
  }
  auto by_loop = db.begin();
  for (const item& one : changed)
    virga::update(items)
        .set(items.name = one.name, items.stock = one.stock, items.price = one.price, items.picture = one.picture,
             items.tags = one.tags)
        .where(items.id == one.id)
        .run(by_loop);
  const auto expected = select().from(items).order_by(items.id).all(by_loop);
  by_loop.rollback();

  EXPECT_EQ(update_many(items, changed).set(items.name, items.stock, items.price, items.picture, items.tags).run(db),
            40U);
  const auto got = all();
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    SCOPED_TRACE(i);
    EXPECT_EQ(got[i].name, expected[i].name);
    EXPECT_EQ(got[i].name, hostile[i % hostile.size()]);
    EXPECT_EQ(got[i].stock, expected[i].stock);
    EXPECT_EQ(got[i].price, expected[i].price);
    EXPECT_EQ(got[i].picture, expected[i].picture);
    EXPECT_EQ(got[i].tags, expected[i].tags);
    EXPECT_EQ(got[i].shout, expected[i].shout);
  }
}

TEST_F(many, updates_only_the_columns_named_and_the_rows_that_are_there) {
  insert_into(items).values(numbered(1, 3)).run(db);
  std::vector<item> changed = all();
  for (item& one : changed) one.name = "new", one.stock = 1;
  changed[1].id.value = 77;
  const auto back = update_many(items, changed).set(items.stock).returning(items.id, items.name).all(db);
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].name, "item " + std::to_string(back[0].id.value));
  const auto rows = all();
  EXPECT_EQ(rows[0].stock, 1);
  EXPECT_EQ(rows[1].stock, 7);
  EXPECT_EQ(rows[2].name, "item 3");
}

TEST_F(many, updates_with_a_key_twice_as_if_one_after_another) {
  insert_into(items).values(numbered(1, 2)).run(db);
  std::vector<std::pair<item_id, std::string>> changes;
  for (int i = 0; i < 500; ++i) changes.emplace_back(item_id{1 + i % 2}, "change " + std::to_string(i));
  EXPECT_EQ(update_many(items, changes).set(items.name).run(db), 2U);
  EXPECT_EQ(all()[0].name, "change 498");
  EXPECT_EQ(all()[1].name, "change 499");
}

TEST_F(many, updates_rows_that_were_selected_in_part) {
  insert_into(items).values(numbered(1, 3)).run(db);
  auto some = select(items.name, items.id).from(items).where(items.stock == 7).all(db);
  for (auto& row : some) row.name += "!";
  EXPECT_EQ(update_many(items, some).set(items.name).run(db), 3U);
  EXPECT_EQ(all()[2].name, "item 3!");
}

TEST_F(many, updates_by_a_key_of_two_columns) {
  insert_into(places)
      .values(std::vector<virga::infer_insert<places>>{
          {.town = "a", .number = 1}, {.town = "a", .number = 2}, {.town = "b", .number = 1}})
      .run(db);
  const std::vector<std::tuple<std::string, int, std::optional<std::string>>> owners{
      {"a", 2, "Ann"}, {"b", 1, "Bob"}, {"b", 2, "no one"}};
  EXPECT_EQ(update_many(places, owners).set(places.owner).run(db), 2U);
  const auto rows = select().from(places).order_by(places.town, places.number).all(db);
  EXPECT_EQ(rows[0].owner, std::nullopt);
  EXPECT_EQ(rows[1].owner, "Ann");
  EXPECT_EQ(rows[2].owner, "Bob");
  EXPECT_EQ(
      delete_many(places, std::vector<std::pair<std::string, int>>{{"a", 1}, {"b", 1}, {"b", 1}, {"c", 1}}).run(db),
      2U);
  EXPECT_EQ(select().from(places).one(db).number, 2);
}

TEST_F(many, is_all_or_nothing) {
  db.acquire().connection().send("alter table shop.items add check (stock < 100)");
  insert_into(items).values(numbered(1, 3)).run(db);
  std::vector<std::pair<item_id, int>> stocks{{item_id{1}, 1}, {item_id{2}, 100}, {item_id{3}, 3}};
  EXPECT_THROW(update_many(items, stocks).set(items.stock).run(db), virga::check_violation);
  for (const item& one : all()) EXPECT_EQ(one.stock, 7);
}

TEST_F(many, of_a_hundred_thousand_rows) {
  insert_into(items).values(numbered(1, 100'000)).run(db);
  std::vector<std::pair<item_id, int>> stocks;
  std::vector<item_id> odd;
  for (std::int64_t i = 1; i <= 100'000; ++i) {
    stocks.emplace_back(item_id{i}, static_cast<int>(i));
    if (i % 2 != 0) odd.push_back(item_id{i});
  }
  EXPECT_EQ(update_many(items, stocks).set(items.stock).run(db), 100'000U);
  EXPECT_EQ(delete_many(items, odd).run(db), 50'000U);
  const auto sums = select(virga::count().as("n"_name), sum(items.stock).as("sum"_name)).from(items).one(db);
  EXPECT_EQ(sums["n"_name], 50'000);
  EXPECT_EQ(sums["sum"_name], 2'500'050'000);
}

TEST_F(many, deletes_by_rows_and_gives_what_was_there) {
  insert_into(items).values(numbered(1, 5)).run(db);
  std::vector<item> gone = all();
  gone.resize(2);
  const auto back = delete_many(items, gone).returning().all(db);
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(all().size(), 3U);
}

TEST_F(many, upserts_new_rows_and_those_that_are_there) {
  insert_into(items).values(numbered(1, 3)).run(db);
  update_many(items, std::vector<std::pair<item_id, int>>{{item_id{2}, 50}}).set(items.stock).run(db);
  std::vector<new_item> rows = numbered(2, 3);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].name = hostile[i + 1];
    if (i != 1) rows[i].tags = hostile;
  }
  EXPECT_EQ(upsert_many(items, rows).run(db), 3U);
  const auto now = all();
  ASSERT_EQ(now.size(), 4U);
  EXPECT_EQ(now[0].name, "item 1");
  EXPECT_EQ(now[1].name, hostile[1]);
  EXPECT_EQ(now[1].stock, 50) << "no row gave it";
  EXPECT_EQ(now[1].tags, hostile);
  EXPECT_EQ(now[2].tags, std::nullopt);
  EXPECT_EQ(now[3].stock, 7) << "the default";

  std::vector<item> whole = now;
  whole[0].stock = 0;
  whole[1].id.value = 9;
  EXPECT_EQ(upsert_many(items, whole).returning(items.id).all(db).size(), 4U);
  EXPECT_EQ(all().size(), 5U);
  EXPECT_EQ(all()[0].stock, 0);
  EXPECT_EQ(all()[4].tags, hostile);
}

TEST_F(many, upserts_make_values_for_new_rows_and_keep_those_of_others) {
  create_tables(db, boxes);
  using box = virga::infer_insert<boxes>;
  const auto text = [&] {
    std::string rows;
    for (const auto& row : select().from(boxes).order_by(boxes.id).all(db))
      rows += std::to_string(row.id) + " " + row.label + " " + std::to_string(row.size) + " " +
              std::to_string(row.change) + "; ";
    return rows;
  };
  EXPECT_EQ(upsert_many(boxes, std::vector<box>{{.id = 1, .size = 5}, {.id = 2, .size = 6}}).run(db), 2U);
  EXPECT_EQ(text(), "1 label 1 5 0; 2 label 2 6 0; ");
  EXPECT_EQ(upsert_many(boxes, std::vector<box>{{.id = 2, .size = 7}, {.id = 3, .size = 8}}).run(db), 2U);
  EXPECT_EQ(text(), "1 label 1 5 0; 2 label 2 7 102; 3 label 4 8 0; ");
  upsert_many(boxes, std::vector<box>{{.id = 3, .label = "mine", .size = 8, .change = 7}}).run(db);
  EXPECT_EQ(text(), "1 label 1 5 0; 2 label 2 7 102; 3 mine 8 7; ");
}

TEST_F(many, upserts_with_a_key_twice_are_refused_by_the_server) {
  std::vector<new_item> twice = numbered(1, 1);
  twice.push_back(twice[0]);
  try {
    upsert_many(items, twice).run(db);
    FAIL() << "a row was changed twice";
  } catch (const virga::database_error& refused) {
    EXPECT_EQ(refused.sqlstate(), "21000");
  }
  EXPECT_EQ(all().size(), 0U);
}

TEST_F(many, runs_again_prepared_with_other_numbers_of_rows) {
  insert_into(items).values(numbered(1, 20)).run(db);
  auto tx = db.begin();
  for (int size = 1; size <= 20; ++size) {
    std::vector<std::pair<item_id, int>> stocks;
    for (int i = 1; i <= size; ++i) stocks.emplace_back(item_id{i}, size);
    EXPECT_EQ(update_many(items, stocks).set(items.stock).run(tx), static_cast<std::size_t>(size));
  }
  EXPECT_EQ(select(items.id).from(items).where(items.stock == 20).all(tx).size(), 20U);
}

}  // namespace
