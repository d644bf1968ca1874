// SPDX-License-Identifier: BSL-1.0
//
// Columns and joins that are wanted only sometimes: one text, one plan, and nothing read in vain.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::only_if;
using virga::select;

template <class Mode>
struct keepers_table {
  static constexpr auto table = pg::table("keepers");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
};
constexpr virga::table<keepers_table> keepers;

template <class Mode>
struct animals_table {
  static constexpr auto table = pg::table("animals");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("weight")> weight{};
  virga::col<Mode, pg::integer("keeper_id")> keeper_id{};
};
constexpr virga::table<animals_table> animals;

class only_if_tests : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, keepers, animals);
    insert_into(keepers).values({{.id = 1, .name = "Ann"}, {.id = 2, .name = "Bob"}}).run(db);
    insert_into(animals)
        .values(
            {{.id = 1, .name = "yak", .weight = 500, .keeper_id = 2}, {.id = 2, .name = "emu", .weight = virga::null}})
        .run(db);
  }
  static auto page(bool with_weight, bool with_keeper) {
    return select(animals.name, only_if(with_weight, animals.weight), keepers.name.as("keeper"_name))
        .from(animals)
        .left_join(only_if(with_keeper, keepers), keepers.id == animals.keeper_id)
        .order_by(animals.id);
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(only_if_tests, what_is_not_wanted_is_null) {
  for (int flags = 0; flags < 4; ++flags) {
    const bool weight = (flags & 1) != 0, keeper = (flags & 2) != 0;
    const auto rows = page(weight, keeper).all(db);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "yak");
    EXPECT_EQ(rows[0][animals.weight], weight ? std::optional(500) : std::nullopt);
    EXPECT_EQ(rows[0]["keeper"_name], keeper ? std::optional<std::string>("Bob") : std::nullopt);
    EXPECT_EQ(rows[1].name, "emu");
    EXPECT_EQ(rows[1][animals.weight], std::nullopt);
    EXPECT_EQ(rows[1]["keeper"_name], std::nullopt);
  }
}

TEST_F(only_if_tests, a_table_that_is_not_wanted_is_not_read) {
  for (const std::string_view mode : {"force_custom_plan", "force_generic_plan"}) {
    db.transaction([&](auto& tx) {
      tx.pqxx().exec("set local plan_cache_mode = " + std::string(mode));
      const std::string with = explain(page(true, true), tx, {.analyze = true});
      const std::string without = explain(page(true, false), tx, {.analyze = true});
      EXPECT_EQ(with.find("never executed"), std::string::npos) << with;
      const bool left_out =
          without.find("never executed") != std::string::npos || without.find("on keepers") == std::string::npos;
      EXPECT_TRUE(left_out) << mode << '\n' << without;
    });
  }
}

TEST_F(only_if_tests, a_whole_table_and_a_filter_of_the_same_flag) {
  const auto kept = [](bool wanted) {
    return select()
        .from(animals)
        .left_join(only_if(wanted, keepers), keepers.id == animals.keeper_id)
        .where(when(wanted, keepers.name == "Bob"))
        .order_by(animals.id);
  };
  const auto bobs = kept(true).all(db);
  ASSERT_EQ(bobs.size(), 1U);
  const auto& [animal, keeper] = bobs[0];
  EXPECT_EQ(animal.name, "yak");
  ASSERT_TRUE(keeper);
  EXPECT_EQ(keeper->name, "Bob");
  const auto all = kept(false).all(db);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_FALSE(all[0].get<1>());
}

}  // namespace
