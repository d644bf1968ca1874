// SPDX-License-Identifier: BSL-1.0
//
// Identities that are given, and conflicts of unusual indexes, on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/rows.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct letters_table {
  static constexpr auto table = pg::table("letters");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::text("address").not_null()> address{};
  col<Mode, pg::integer("age").not_null().default_value(0)> age{};

  static constexpr auto extras(auto t) { return pg::extras(pg::unique_index("letters_address").on(lower(t.address))); }
};
constexpr virga::table<letters_table> letters;

class insert_clauses : public ::testing::Test {
 protected:
  insert_clauses() {
    create_tables(db, letters);
    db.transaction([](auto& tx) {
      tx.pqxx().exec("create unique index on letters ((age + 1)) where address <> 'it''s' and age > 18");
    });
  }
  database db{tests::fresh_database()};
};

TEST_F(insert_clauses, identities_are_given_or_passed_over) {
  const auto kept = insert_into(letters)
                        .overriding_system_value()
                        .values(letters.id = 70, letters.address = "a")
                        .returning(letters.id);
  EXPECT_EQ(tests::rows(db, kept), "70");
  const auto counted =
      insert_into(letters).overriding_user_value().values(letters.id = 71, letters.address = "b").returning(letters.id);
  EXPECT_EQ(tests::rows(db, counted), "1");
  const auto from = letters.as("old"_name);
  const auto copied = insert_into(letters)
                          .overriding_system_value()
                          .columns(letters.id, letters.address)
                          .select(select(from.id + 100, concat(from.address, "2")).from(from))
                          .returning(letters.id, letters.address);
  EXPECT_EQ(tests::rows(db, copied), "170 a2, 101 b2");
}

TEST_F(insert_clauses, rows_that_are_structs_pass_identities_over) {
  using letter = infer_insert<letters>;
  EXPECT_EQ(insert_into(letters).overriding_user_value().values(letter{.address = "a", .age = 2}).run(db), 1U);
  EXPECT_EQ(insert_into(letters)
                .overriding_user_value()
                .values(std::vector<letter>{{.address = "b"}, {.address = "c", .age = 3}})
                .run(db),
            2U);
  EXPECT_EQ(insert_into(letters)
                .overriding_user_value()
                .values(std::vector<letter>{{.address = "d"}, {.address = "e"}})
                .run(db),
            2U);
  EXPECT_EQ(tests::rows(db, select(letters.id, letters.age).from(letters).order_by(letters.id)),
            "1 2, 2 0, 3 3, 4 0, 5 0");
}

TEST_F(insert_clauses, conflicts_of_an_expression) {
  const auto put = [&](const std::string& address) {
    return tests::rows(db, insert_into(letters)
                               .values(letters.address = address)
                               .on_conflict(lower(letters.address))
                               .do_update(letters.age = letters.age + 1)
                               .returning(letters.age));
  };
  EXPECT_EQ(put("Ann"), "0");
  EXPECT_EQ(put("ANN"), "1");
  EXPECT_EQ(put("Bob"), "0");
}

// more often than the server plans with the values it sees; from then on it plans for any
TEST_F(insert_clauses, conflicts_of_a_partial_index_with_values) {
  auto held = db.acquire();
  for (int i = 0; i < 12; ++i) {
    const auto age = insert_into(letters)
                         .values(letters.address = std::string("x") + std::to_string(i), letters.age = 40)
                         .on_conflict(letters.age + 1)
                         .where(letters.address != "it's" && letters.age > 18)
                         .do_update(letters.address = concat(letters.address, excluded(letters).address))
                         .where(excluded(letters).address != "x7")
                         .returning(letters.address)
                         .all(held.connection());
    EXPECT_EQ(age.size(), i == 7 ? 0U : 1U);
  }
  EXPECT_EQ(tests::rows(db, select(letters.address).from(letters)), "x0x1x2x3x4x5x6x8x9x10x11");
}

TEST_F(insert_clauses, the_server_knows_which_indexes_there_are) {
  try {
    insert_into(letters).values(letters.address = "a").on_conflict(upper(letters.address)).do_nothing().run(db);
    FAIL() << "there is no such index";
  } catch (const database_error& error) {
    EXPECT_EQ(error.sqlstate(), "42P10");
  }
}

}  // namespace
