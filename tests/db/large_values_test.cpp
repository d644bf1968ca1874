// SPDX-License-Identifier: BSL-1.0
//
// Values at the ends of what is sent: 10 MB of text, lists of 100,000, numbers that are none.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/virga.hpp"

namespace {

using namespace virga;
using namespace virga::literals;

template <class Mode>
struct heaps_table {
  static constexpr auto table = pg::table("heaps");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::text("body").not_null()> body{};
  col<Mode, pg::double_precision("weight")> weight{};
};
constexpr virga::table<heaps_table> heaps;

class large_values : public ::testing::Test {
 protected:
  void SetUp() override { create_tables(db, heaps); }
  virga::database db{tests::fresh_database()};
};

std::string ten_megabytes() {
  std::string text(10 * 1024 * 1024, 'x');
  for (std::size_t i = 0; i + 8 < text.size(); i += 997) text.replace(i, 8, "'\"\\\n$1\xc3\xa4");
  return text;
}

TEST_F(large_values, of_ten_megabytes_come_back_unchanged) {
  const std::string text = ten_megabytes();
  insert_into(heaps).values(heaps.id = 1, heaps.body = text).run(db);
  insert_into(heaps).values(infer_insert<heaps>{.id = 2, .body = text}).run(db);
  insert_into(heaps)
      .values(std::vector<infer_insert<heaps>>{{.id = 3, .body = text}, {.id = 4, .body = "short"}})
      .run(db);
  const auto found = select(heaps.id, heaps.body).from(heaps).where(heaps.body == text).order_by(heaps.id).all(db);
  ASSERT_EQ(found.size(), 3U);
  for (const auto& row : found) EXPECT_TRUE(row.body == text);
  const std::vector<std::string> list{"nothing", text};
  EXPECT_EQ(select(heaps.id).from(heaps).where(in_(heaps.body, list)).all(db).size(), 3U);
}

TEST_F(large_values, lists_of_a_hundred_thousand_are_one_parameter) {
  std::vector<infer_insert<heaps>> rows;
  std::vector<std::int32_t> ids;
  std::vector<std::string> bodies;
  for (std::int32_t i = 0; i < 100'000; ++i) {
    rows.push_back({.id = i, .body = "it's \"number\" \\ " + std::to_string(i)});
    if (i % 3 == 0) ids.push_back(i);
    bodies.push_back(*rows.back().body);
  }
  EXPECT_EQ(insert_into(heaps).values(rows).run(db), 100'000U);
  const auto by_id = select(heaps.id, heaps.body).from(heaps).where(in_(heaps.id, ids)).order_by(heaps.id).all(db);
  ASSERT_EQ(by_id.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    ASSERT_EQ(by_id[i].id, ids[i]);
    ASSERT_EQ(by_id[i].body, bodies[static_cast<std::size_t>(ids[i])]);
  }
  EXPECT_EQ(count_rows(heaps, in_(heaps.body, bodies), db), 100'000);
  EXPECT_EQ(count_rows(heaps, not_in(heaps.body, bodies), db), 0);
  EXPECT_EQ(count_rows(heaps, in_(heaps.id, std::vector<std::int32_t>()), db), 0);
  EXPECT_EQ(count_rows(heaps, not_in(heaps.id, std::vector<std::int32_t>()), db), 100'000);
}

TEST_F(large_values, numbers_that_are_none_are_stored_found_and_listed) {
  constexpr double infinite = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> weights{none, infinite, -infinite, -0.0, std::numeric_limits<double>::denorm_min(), 1.5};
  for (std::size_t i = 0; i < weights.size(); ++i)
    insert_into(heaps).values(heaps.id = static_cast<int>(i), heaps.body = "", heaps.weight = weights[i]).run(db);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto row = select(heaps.weight).from(heaps).where(heaps.id == static_cast<int>(i)).one(db);
    EXPECT_TRUE(std::isnan(weights[i]) ? std::isnan(*row.weight) : *row.weight == weights[i]);
    EXPECT_EQ(std::signbit(weights[i]), std::signbit(*row.weight));
    // PostgreSQL's NaN equals itself, other than C++'s
    EXPECT_EQ(count_rows(heaps, heaps.weight == weights[i], db), 1) << weights[i];
  }
  EXPECT_EQ(count_rows(heaps, in_(heaps.weight, weights), db), 6);
  EXPECT_EQ(count_rows(heaps, heaps.weight > infinite, db), 1) << "NaN is the largest";
}

TEST_F(large_values, text_with_a_nul_byte_is_refused_wherever_it_stands) {
  const std::string broken("a\0b", 3);
  const std::vector<std::string> list{"fine", broken};
  const auto refused = [](auto&& send) {
    try {
      send();
      ADD_FAILURE() << "it was sent";
    } catch (const value_error& wrong) {
      EXPECT_NE(std::string(wrong.what()).find("heaps.body"), std::string::npos) << wrong.what();
    }
  };
  refused([&] { insert_into(heaps).values(heaps.id = 1, heaps.body = broken).run(db); });
  refused([&] { insert_into(heaps).values(infer_insert<heaps>{.id = 1, .body = broken}).run(db); });
  refused([&] {
    insert_into(heaps)
        .values(std::vector<infer_insert<heaps>>{{.id = 1, .body = "a"}, {.id = 2, .body = broken}})
        .run(db);
  });
  refused([&] { update(heaps).set(infer_update<heaps>{.body = broken}).all_rows().run(db); });
  refused([&] { select(heaps.id).from(heaps).where(heaps.body == broken).all(db); });
  refused([&] { select(heaps.id).from(heaps).where(in_(heaps.body, list)).all(db); });
  EXPECT_EQ(count_rows(heaps, db), 0);
}

}  // namespace
