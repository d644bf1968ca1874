// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/moods.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using tests::colour;
using tests::mood;
using virga::insert_into;
using virga::select;

template <class Mode>
struct days_table {
  static constexpr auto table = pg::table("days");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::enumeration<mood>("morning").not_null().default_value(mood::it_is)> morning{};
  virga::col<Mode, pg::enumeration<colour>("wall")> wall{};
};
constexpr virga::table<days_table> days;
using day = virga::infer_select<days>;
using new_day = virga::infer_insert<days>;

void run(virga::database& db, std::string_view text) { execute(db, virga::statement{text, nullptr, 0, false}); }

TEST(enumeration_columns, are_made_written_compared_and_read) {
  virga::database db(tests::fresh_database());
  run(db, "create schema paint");
  virga::create_tables(db, days);
  insert_into(days).values(new_day{.id = 1}).run(db);
  insert_into(days)
      .values(std::vector<new_day>{{.id = 2, .morning = mood::happy, .wall = colour::green},
                                   {.id = 3, .morning = mood::sad, .wall = colour::red}})
      .run(db);
  const auto rows = select().from(days).order_by(days.id).all(db);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].morning, mood::it_is);
  EXPECT_EQ(rows[0].wall, std::nullopt);
  EXPECT_EQ(rows[1].morning, mood::happy);
  EXPECT_EQ(rows[1].wall, colour::green);

  EXPECT_EQ(select(days.id).from(days).where(days.morning == mood::happy).one(db).get<0>(), 2);
  // The order is that of the labels, not of the numbers in C++.
  EXPECT_EQ(select(days.id).from(days).where(days.morning > mood::it_is).one(db).get<0>(), 2);
  EXPECT_EQ(select(days.id).from(days).where(in_(days.wall, {colour::green, colour::red})).all(db).size(), 2U);
  virga::update(days).set(days.wall = colour::red).where(days.wall == colour::green).run(db);
  EXPECT_EQ(select(days.id).from(days).where(days.wall == colour::red).all(db).size(), 2U);
}

TEST(enumeration_columns, name_the_column_of_a_label_the_program_does_not_know) {
  virga::database db(tests::fresh_database());
  run(db, "create schema paint");
  virga::create_tables(db, days);
  run(db, "alter type \"Mood \"\"of\"\" a day\" add value 'furious'");
  run(db, "insert into days values (1, 'furious')");
  try {
    (void)select(days.morning).from(days).one(db);
    FAIL();
  } catch (const virga::decode_error& wrong) {
    EXPECT_EQ(wrong.column(), "days.morning");
    EXPECT_EQ(wrong.type(), R"("Mood ""of"" a day")");
    EXPECT_EQ(wrong.received(), "furious");
  }
  EXPECT_THROW(insert_into(days).values(new_day{.id = 2, .morning = mood::unlabelled}).run(db), virga::value_error);
}

}  // namespace
