// SPDX-License-Identifier: BSL-1.0
//
// Conditions made at run time of more parts than PostgreSQL reads inside of each other, and of more values than it
// takes.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using virga::condition;
using virga::select;
using virga::usage_error;

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
};
constexpr virga::table<items_table> items;

condition<items> any_of(int count) {
  condition<items> any;
  for (int i = 1; i <= count; ++i) any |= items.id == i;
  return any;
}

TEST(many_conditions, stand_beside_each_other) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, items);
  bulk_insert(items, std::vector<virga::infer_insert<items>>{{.id = 1}, {.id = 12'000}}).run(db);
  const auto found = [&](const condition<items>& where) { return select().from(items).where(where).all(db).size(); };
  EXPECT_EQ(found(any_of(12'000)), 2U);

  condition<items> all = items.id > 0;
  all += items.id < 100;
  all |= items.id == 12'000;  // around both
  EXPECT_EQ(found(all), 2U);
  all += items.id != 1;  // around all three
  EXPECT_EQ(found(all), 1U);
  all += all;
  all |= all;
  EXPECT_EQ(found(all), 1U);
  EXPECT_EQ(
      virga::to_sql(select().from(items).where(any_of(3))).text,
      R"(select "items"."id" from "items" where (("items"."id" = $1) or ("items"."id" = $2) or ("items"."id" = $3)))");
}

TEST(many_conditions, of_more_values_than_the_protocol_takes_are_refused_before_they_are_sent) {
  const std::string url = tests::fresh_database();
  virga::database db(url);
  virga::create_tables(db, items);
  const auto query = select().from(items).where(any_of(65'536));
  const auto told = [](auto&& f) -> std::string {
    try {
      f();
    } catch (const usage_error& refused) {
      return refused.what();
    }
    return "nothing";
  };
  pqxx::connection own(url);
  pqxx::work work(own);
  for (const std::string& what : {told([&] { (void)query.all(db); }), told([&] { (void)query.all(work); }),
                                  told([&] { (void)query.stream(db); }), told([&] { (void)db.batch(query); })}) {
    EXPECT_NE(what.find("has 65536 values, and PostgreSQL takes at most 65535"), what.npos) << what.substr(0, 200);
    EXPECT_LT(what.size(), 1000U) << "without the text";
  }
}

}  // namespace
