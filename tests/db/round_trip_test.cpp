// SPDX-License-Identifier: BSL-1.0
//
// Values of every type, through insert and select, by virga's own connections and by a program's libpqxx.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using virga::insert_into;
using virga::select;
using namespace std::chrono_literals;

template <class Mode>
struct all_table {
  static constexpr auto table = pg::table("all types");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::boolean("boolean")> boolean{};
  virga::col<Mode, pg::smallint("smallint")> smallint{};
  virga::col<Mode, pg::integer("integer")> integer{};
  virga::col<Mode, pg::bigint("bigint")> bigint{};
  virga::col<Mode, pg::real("real")> real{};
  virga::col<Mode, pg::double_precision("double")> double_precision{};
  virga::col<Mode, pg::numeric("numeric")> numeric{};
  virga::col<Mode, pg::numeric("price", 12, 2)> price{};
  virga::col<Mode, pg::text("text")> text{};
  virga::col<Mode, pg::varchar("varchar", 20)> varchar{};
  virga::col<Mode, pg::character("character", 4)> character{};
  virga::col<Mode, pg::uuid("uuid")> uuid{};
  virga::col<Mode, pg::timestamptz("timestamptz")> timestamptz{};
  virga::col<Mode, pg::timestamp("timestamp")> timestamp{};
  virga::col<Mode, pg::date("date")> date{};
  virga::col<Mode, pg::bytea("bytea")> bytea{};
  virga::col<Mode, pg::jsonb("jsonb")> jsonb{};
};
constexpr virga::table<all_table> all;
using row = virga::infer_select<all>;
using new_row = virga::infer_insert<all>;

new_row full(int id) {
  return {.id = id,
          .boolean = true,
          .smallint = std::int16_t{-32768},
          .integer = -2147483647 - 1,
          .bigint = std::numeric_limits<std::int64_t>::min(),
          .real = 1.1F,
          .double_precision = 0.1,
          .numeric = virga::decimal("-12345678901234567890.12345678901234567890"),
          .price = virga::decimal("19.90"),
          .text = "t\xc3\xa4xt",
          .varchar = "",
          .character = "ab",
          .uuid = virga::uuid_from("0190a0b0-c0d0-7e0f-8123-456789abcdef"),
          .timestamptz = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + 23h + 59min + 59s + 999999us,
          .timestamp = std::chrono::local_days(std::chrono::year(1999) / 12 / 31) + 1us,
          .date = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29),
          .bytea = std::vector<std::byte>{std::byte{0}, std::byte{255}, std::byte{'\\'}},
          .jsonb = R"({"a": [1, null]})"};
}

void expect_full(const row& back) {
  const new_row given = full(0);
  EXPECT_EQ(back.boolean, given.boolean.value());
  EXPECT_EQ(back.smallint, given.smallint.value());
  EXPECT_EQ(back.integer, given.integer.value());
  EXPECT_EQ(back.bigint, given.bigint.value());
  EXPECT_EQ(back.real, given.real.value());
  EXPECT_EQ(back.double_precision, given.double_precision.value());
  EXPECT_EQ(back.numeric, given.numeric.value());
  EXPECT_EQ(back.price, given.price.value());
  EXPECT_EQ(back.text, given.text.value());
  EXPECT_EQ(back.varchar, given.varchar.value());
  EXPECT_EQ(back.character, "ab  ");
  EXPECT_EQ(back.uuid, given.uuid.value());
  EXPECT_TRUE(back.timestamptz == given.timestamptz.value());
  EXPECT_TRUE(back.timestamp == given.timestamp.value());
  EXPECT_TRUE(back.date == given.date.value());
  EXPECT_EQ(back.bytea, given.bytea.value());
  EXPECT_EQ(back.jsonb, given.jsonb.value());
}
void expect_null(const row& back) {
  EXPECT_FALSE(back.boolean || back.smallint || back.integer || back.bigint || back.real || back.double_precision ||
               back.numeric || back.price || back.text || back.varchar || back.character || back.uuid ||
               back.timestamptz || back.timestamp || back.date || back.bytea || back.jsonb);
}

template <class Executor>
void round_trip(Executor& on) {
  insert_into(all).values(full(1)).run(on);
  insert_into(all).values(new_row{.id = 2}).run(on);
  insert_into(all).values(std::vector<new_row>{full(3), new_row{.id = 4}}).run(on);
  const auto rows = select().from(all).order_by(all.id).all(on);
  ASSERT_EQ(rows.size(), 4U);
  expect_full(rows[0]);
  expect_null(rows[1]);
  expect_full(rows[2]);
  expect_null(rows[3]);

  virga::update(all)
      .set(virga::infer_update<all>{.boolean = false, .text = virga::null, .bytea = std::vector<std::byte>{}})
      .where(all.id == 1)
      .run(on);
  const row changed = select().from(all).where(all.id == 1).one(on);
  EXPECT_EQ(changed.boolean, false);
  EXPECT_EQ(changed.text, std::nullopt);
  EXPECT_EQ(changed.bytea, std::vector<std::byte>{});
  EXPECT_EQ(changed.integer, rows[0].integer);
}

TEST(round_trip, on_a_database) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, all);
  round_trip(db);
}

TEST(round_trip, in_a_programs_own_libpqxx_transaction) {
  pqxx::connection connection(tests::fresh_database());
  pqxx::work work{connection};
  virga::create_tables(work, all);
  round_trip(work);
}

TEST(round_trip, in_another_time_zone_moments_stay_what_they_are) {
  virga::connection connection(tests::fresh_database());
  virga::create_tables(connection, all);
  connection.send(std::string("set time zone 'Asia/Kathmandu'"));
  insert_into(all).values(full(1)).run(connection);
  expect_full(select().from(all).one(connection));
}

TEST(round_trip, by_copy_out_and_in) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, all);
  insert_into(all).values(std::vector<new_row>{full(1), new_row{.id = 2}}).run(db);
  std::vector<row> copies;
  for (row& one : virga::copy_out(select().from(all).order_by(all.id)).stream(db)) {
    one.id += 2;
    copies.push_back(one);
  }
  ASSERT_EQ(copies.size(), 2U);
  expect_full(copies[0]);
  expect_null(copies[1]);
  EXPECT_EQ(virga::copy_into(all).from(copies).run(db), 2U);
  EXPECT_EQ(virga::copy_into(all).from(std::vector<new_row>{full(5), new_row{.id = 6}}).run(db), 2U);
  const auto rows = select().from(all).order_by(all.id).all(db);
  ASSERT_EQ(rows.size(), 6U);
  for (const std::size_t at : {0U, 2U, 4U}) expect_full(rows[at]);
  for (const std::size_t at : {1U, 3U, 5U}) expect_null(rows[at]);
}

}  // namespace
